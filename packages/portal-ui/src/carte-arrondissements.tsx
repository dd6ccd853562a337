import { type ReactNode, useMemo } from 'react';
import { classes } from './classes.js';
import { disposerTuiles } from './disposer-tuiles.js';

export interface ArrondissementCarte {
  code: string;
  nom: string;
  href: string;
  centre: { longitude: number; latitude: number } | null;
  /** What the tile says under its name: « 361 201 hab. ». */
  detail?: string;
  /** Shade of the tile, from 1 to 5; null where there is no value. The detail says the value. */
  classe?: number | null;
}

export interface CarteArrondissementsProps {
  arrondissements: readonly ArrondissementCarte[];
  /** Code of the reader's own arrondissement. */
  actif?: string;
  /** The list beside the map, shown by default: the two give the same links. */
  liste?: boolean;
}

/**
 * Schematic map: one tile per arrondissement, near its place, every tile the same size because
 * every arrondissement counts as much. The list gives the same links in alphabetical order, and
 * alone when the centres are not known.
 */
export function CarteArrondissements({
  arrondissements,
  actif,
  liste = true,
}: CarteArrondissementsProps): ReactNode {
  const { tuiles, colonnes, lignes } = useMemo(
    () =>
      disposerTuiles(
        arrondissements.flatMap(({ code, centre }) => (centre ? [{ code, ...centre }] : [])),
      ),
    [arrondissements],
  );
  const parCode = new Map(arrondissements.map((a) => [a.code, a]));
  const enOrdre = [...arrondissements].sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
  return (
    <div className="p-carte-arrondissements">
      {tuiles.length > 0 && (
        // The list is the equal of the map: a screen reader gets the links once, in the list.
        <div
          className="p-tuiles"
          aria-hidden={liste ? true : undefined}
          style={{
            gridTemplateColumns: `repeat(${colonnes}, minmax(0, 1fr))`,
            gridTemplateRows: `repeat(${lignes}, auto)`,
          }}
        >
          {tuiles.map((tuile) => {
            const arrondissement = parCode.get(tuile.code);
            if (!arrondissement) return null;
            return (
              <a
                key={tuile.code}
                className={classes(
                  'p-tuile',
                  tuile.code === actif && 'p-tuile--active',
                  arrondissement.classe === null && 'p-sans-valeur',
                  typeof arrondissement.classe === 'number' && `p-teinte-${arrondissement.classe}`,
                )}
                style={{ gridColumn: tuile.colonne, gridRow: tuile.ligne }}
                href={arrondissement.href}
                tabIndex={liste ? -1 : undefined}
                title={arrondissement.nom}
              >
                <span lang="fr">{arrondissement.nom}</span>
                {arrondissement.detail !== undefined && <small>{arrondissement.detail}</small>}
              </a>
            );
          })}
        </div>
      )}
      {liste && (
        <ul className="p-colonnes">
          {enOrdre.map((arrondissement) => (
            <li key={arrondissement.code}>
              <a
                href={arrondissement.href}
                aria-current={arrondissement.code === actif ? 'true' : undefined}
              >
                {arrondissement.nom}
              </a>
              {arrondissement.detail !== undefined && <small> {arrondissement.detail}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
