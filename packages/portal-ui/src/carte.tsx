import { type ReactNode, useId } from 'react';
import { classes } from './classes.js';
import { classePartenaire, type Partenaire } from './partenaire.js';

export interface CarteProps {
  children: ReactNode;
  titre?: ReactNode;
  /** Level of the title in the page: 2 by default. */
  niveau?: 2 | 3 | 4;
  /** Shown at the right of the title: a state, a short act. */
  aside?: ReactNode;
  /** « tirets »: what should be here is missing, and the card says why. */
  bord?: 'plein' | 'tirets';
  /** Outlined in the house's colour: the card is the reader's own. */
  partenaire?: Partenaire;
  id?: string;
}

/** A section of a page. With a title it is a named region for screen readers. */
export function Carte({
  children,
  titre,
  niveau = 2,
  aside,
  bord = 'plein',
  partenaire,
  id,
}: CarteProps): ReactNode {
  const titreId = useId();
  const Titre = `h${niveau}` as const;
  return (
    <section
      id={id}
      aria-labelledby={titre === undefined ? undefined : titreId}
      className={classes(
        'p-carte',
        bord === 'tirets' && 'p-carte--tirets',
        partenaire && 'p-carte--a-moi',
        partenaire && classePartenaire(partenaire),
      )}
    >
      {(titre !== undefined || aside !== undefined) && (
        <div className="p-carte__tete">
          {titre !== undefined && <Titre id={titreId}>{titre}</Titre>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
