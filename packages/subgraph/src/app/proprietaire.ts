import type { Partenaire } from '@passerelle/identity';

/** Whose original answers for what the three hold in common; the others stand by. */
export const PROPRIETAIRE_DU_COMMUN: Partenaire = 'etat';

/** @returns the coordinates to mark, none in the owner's own schema */
export function standbyFor(
  partenaire: Partenaire,
  coordonnees: readonly string[],
): readonly string[] {
  return partenaire === PROPRIETAIRE_DU_COMMUN ? [] : coordonnees;
}
