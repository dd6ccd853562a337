import type { ReactNode } from 'react';
import { classes } from './classes.js';

export interface BandeauProps {
  titre: ReactNode;
  children?: ReactNode;
  ton?: 'information' | 'ok' | 'attention' | 'alerte';
  actions?: ReactNode;
  /** « alerte » interrupts a screen reader; « polie » waits; « aucune » is part of the page. */
  annonce?: 'polie' | 'alerte' | 'aucune';
}

export function Bandeau({
  titre,
  children,
  ton = 'information',
  actions,
  annonce = 'polie',
}: BandeauProps): ReactNode {
  const role = annonce === 'aucune' ? undefined : annonce === 'alerte' ? 'alert' : 'status';
  return (
    <div className={classes('p-bandeau', `p-bandeau--${ton}`)} role={role}>
      <p>
        <strong>{titre}</strong> {children}
      </p>
      {actions !== undefined && <div className="p-actions">{actions}</div>}
    </div>
  );
}
