import type { ReactNode } from 'react';
import { Bouton } from './bouton.js';

export interface EtatVideProps {
  titre: string;
  /** What would fill this place, and how. */
  children?: ReactNode;
  actions?: ReactNode;
}

export function EtatVide({ titre, children, actions }: EtatVideProps): ReactNode {
  return (
    <div className="p-etat">
      <p className="p-etat__titre">{titre}</p>
      {children !== undefined && <div className="p-etat__texte">{children}</div>}
      {actions !== undefined && <div className="p-actions">{actions}</div>}
    </div>
  );
}

export interface EtatErreurProps {
  titre: string;
  /** What happened, what was kept, what to do. */
  message: ReactNode;
  /** To quote to support. */
  reference?: string;
  onReessayer?: () => void;
  actions?: ReactNode;
}

export function EtatErreur({
  titre,
  message,
  reference,
  onReessayer,
  actions,
}: EtatErreurProps): ReactNode {
  return (
    <div className="p-etat p-etat--erreur" role="alert">
      <p className="p-etat__titre">{titre}</p>
      <div className="p-etat__texte">{message}</div>
      {reference !== undefined && (
        <p className="p-pied">
          Référence à citer au support : <code>{reference}</code>
        </p>
      )}
      {(onReessayer !== undefined || actions !== undefined) && (
        <div className="p-actions">
          {onReessayer !== undefined && <Bouton onPress={onReessayer}>Réessayer</Bouton>}
          {actions}
        </div>
      )}
    </div>
  );
}
