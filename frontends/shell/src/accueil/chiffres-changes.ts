import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import type { ChiffresDuLundiQuery } from '../generated/graphql.js';

type TerritoireLu = NonNullable<ChiffresDuLundiQuery['territoire']>;
type ValeurLue = NonNullable<TerritoireLu['indicateursEtat']>[number];

/** A figure that is not what it was, with the house that produces it. */
export interface ChiffreChange extends ValeurLue {
  partenaire: Partenaire;
  valeur: number;
  variation: number;
}

/** Figures that changed since the period before; a hidden one never shows that it did. */
export function chiffresChanges(territoire: TerritoireLu | null | undefined): ChiffreChange[] {
  if (!territoire) return [];
  const parMaison: Readonly<Record<Partenaire, readonly ValeurLue[] | null>> = {
    etat: territoire.indicateursEtat,
    region: territoire.indicateursRegion,
    'pole-emploi': territoire.indicateursPoleEmploi,
  };
  return PARTENAIRES.flatMap((partenaire) =>
    (parMaison[partenaire] ?? []).flatMap((lue): ChiffreChange[] => {
      const { valeur, variation, masque } = lue;
      if (masque || valeur === null || variation === null || variation === 0) return [];
      return [{ ...lue, partenaire, valeur, variation }];
    }),
  );
}
