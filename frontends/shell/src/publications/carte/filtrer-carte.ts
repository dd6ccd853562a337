import { simplifier } from '../../texte-cherche.js';
import type { LigneDeCarte } from '../registre/lire-carte.js';

/** Value of the filter for what every house may define. */
export const TOUTES_LES_MAISONS = 'commun';

/** Lines whose name holds the text, that the house answers for; an empty text asks for all. */
export function filtrerCarte(
  lignes: readonly LigneDeCarte[],
  { cherche, maison }: { cherche: string; maison: string },
): LigneDeCarte[] {
  const voulu = simplifier(cherche);
  return lignes.filter(
    ({ nom, partenaire }) =>
      simplifier(nom).includes(voulu) &&
      (maison === '' || (partenaire ?? TOUTES_LES_MAISONS) === maison),
  );
}
