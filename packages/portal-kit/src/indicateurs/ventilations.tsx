import { Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { direValeur, LIBELLES_DIMENSION, LIBELLES_MODALITE } from './dire-valeur.js';
import type { ValeurDuTerritoire } from './indicateurs.js';

/** The breakdowns published for a value, and why some are not shown. */
export function Ventilations({ valeur }: { valeur: ValeurDuTerritoire }): ReactNode {
  const { ventilations, indicateur } = valeur;
  const parDimension = [...Map.groupBy(ventilations, ({ dimension }) => dimension)];
  if (parDimension.length === 0) return null;
  return (
    <details className="k-ventilations">
      <summary>
        Répartition {parDimension.map(([une]) => LIBELLES_DIMENSION[une].toLowerCase()).join(', ')}
      </summary>
      {parDimension.map(([dimension, cellules]) =>
        cellules.every(({ masque }) => masque) ? (
          <p key={dimension}>
            {LIBELLES_DIMENSION[dimension]} : répartition masquée. Un effectif y est inférieur au
            seuil de masquage, ou permettrait d’en calculer un ailleurs.
          </p>
        ) : (
          <Tableau
            key={dimension}
            legende={`${indicateur.libelle}, ${LIBELLES_DIMENSION[dimension].toLowerCase()}`}
            lignes={cellules}
            cleDe={({ modalite }) => modalite}
            colonnes={[
              {
                cle: 'modalite',
                entete: LIBELLES_DIMENSION[dimension],
                titreDeLigne: true,
                rendu: ({ modalite }) => LIBELLES_MODALITE[modalite],
              },
              {
                cle: 'valeur',
                entete: indicateur.unite,
                numerique: true,
                rendu: (cellule) => direValeur(cellule, '')?.trim() ?? 'non communiqué',
              },
            ]}
          />
        ),
      )}
    </details>
  );
}
