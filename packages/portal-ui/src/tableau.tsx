import type { ReactNode } from 'react';
import { classes } from './classes.js';

export interface ColonneTableau<Ligne> {
  cle: string;
  entete: ReactNode;
  rendu: (ligne: Ligne) => ReactNode;
  numerique?: boolean;
  /** This column names the row: its cells are row headers. */
  titreDeLigne?: boolean;
}

export interface TableauProps<Ligne> {
  /** Caption: what the table lists. Hidden from sight unless `legendeVisible`. */
  legende: string;
  legendeVisible?: boolean;
  colonnes: ColonneTableau<Ligne>[];
  lignes: readonly Ligne[];
  cleDe: (ligne: Ligne) => string;
  /** For a long list: the headers stay in sight while the page scrolls. */
  enteteCollante?: boolean;
}

/** A real table; under 600 px each row becomes a card and each cell carries its header. */
export function Tableau<Ligne>({
  legende,
  legendeVisible = false,
  colonnes,
  lignes,
  cleDe,
  enteteCollante = false,
}: TableauProps<Ligne>): ReactNode {
  return (
    <table className={classes('p-tableau', enteteCollante && 'p-tableau--long')}>
      <caption className={legendeVisible ? undefined : 'p-hors-ecran'}>{legende}</caption>
      <thead>
        <tr>
          {colonnes.map((colonne) => (
            <th key={colonne.cle} scope="col" className={classes(colonne.numerique && 'p-nombre')}>
              {colonne.entete}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={cleDe(ligne)}>
            {colonnes.map((colonne) => {
              const contenu = (
                <>
                  <span className="p-tableau__entete" aria-hidden="true">
                    {colonne.entete}
                  </span>
                  <span className="p-tableau__valeur">{colonne.rendu(ligne)}</span>
                </>
              );
              const classe = classes(colonne.numerique && 'p-nombre');
              return colonne.titreDeLigne ? (
                <th key={colonne.cle} scope="row" className={classe}>
                  {contenu}
                </th>
              ) : (
                <td key={colonne.cle} className={classe}>
                  {contenu}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
