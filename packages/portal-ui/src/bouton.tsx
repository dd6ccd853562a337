import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { classes } from './classes.js';

export type VarianteBouton = 'principal' | 'secondaire' | 'discret' | 'danger';

export interface BoutonProps {
  /** The act, in words: « Publier pour les partenaires », never « OK ». */
  children: ReactNode;
  onPress?: () => void;
  variante?: VarianteBouton;
  type?: 'button' | 'submit';
  desactive?: boolean;
  /** The act is under way: the button keeps focus and refuses a second press. */
  enCours?: boolean;
  icone?: ReactNode;
  id?: string;
  autoFocus?: boolean;
  'aria-label'?: string;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-describedby'?: string;
}

export function Bouton({
  children,
  onPress,
  variante = 'secondaire',
  type = 'button',
  desactive = false,
  enCours = false,
  icone,
  ...reste
}: BoutonProps): ReactNode {
  // Not `isPending`: React Aria announces it by an image named after the button, which stays in
  // the document, nameless, when the button leaves with the answer.
  return (
    <>
      <Button
        {...reste}
        type={enCours ? 'button' : type}
        isDisabled={desactive}
        aria-disabled={enCours ? 'true' : undefined}
        onPress={() => {
          if (!enCours) onPress?.();
        }}
        className={classes('p-bouton', `p-bouton--${variante}`, enCours && 'p-bouton--en-cours')}
      >
        {icone}
        <span>{children}</span>
      </Button>
      {/* Always there, so that screen readers know it when it speaks. */}
      <span className="p-hors-ecran" role="status">
        {enCours && 'En cours…'}
      </span>
    </>
  );
}
