import { type ColonneTableau, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Difference } from './differences.js';

/** Two versions side by side, field by field: only what they do not say alike. */
export function TableauDesDifferences({
  differences,
  avant,
  apres,
}: {
  differences: readonly Difference[];
  /** How the first version is called: « Version 2 ». */
  avant: string;
  apres: string;
}): ReactNode {
  if (differences.length === 0) return <p>Les deux versions disent la même chose.</p>;
  const colonnes: ColonneTableau<Difference>[] = [
    { cle: 'champ', entete: 'Ce qui change', titreDeLigne: true, rendu: ({ champ }) => champ },
    { cle: 'avant', entete: avant, rendu: (une) => <Valeurs valeurs={une.avant} /> },
    { cle: 'apres', entete: apres, rendu: (une) => <Valeurs valeurs={une.apres} /> },
  ];
  return (
    <Tableau
      legende={`${avant} et ${apres} comparées`}
      colonnes={colonnes}
      lignes={differences}
      cleDe={({ champ }) => champ}
    />
  );
}

function Valeurs({ valeurs }: { valeurs: readonly string[] }): ReactNode {
  if (valeurs.length === 0) return <span className="k-discret">rien</span>;
  return valeurs.map((valeur, rang) => (
    // The lines of a list have no identity of their own: their rank is what the reader sees.
    <span key={rang} className="k-valeur">
      {valeur}
    </span>
  ));
}
