import type { RefDeRevision } from '../revisions/revision.js';

/** Every gateway receives them at each publication: a house that publishes all day long fills no more. */
const FICHIERS_GARDES = 10_000;
const CARACTERES_GARDES = 4_000_000;

interface Poids {
  readonly fichiers: readonly unknown[];
  readonly documents: readonly { readonly texte: string }[];
}

/** Of the bundles kept for tabs opened before, the first ones that fit, whole. */
export async function bornerGardes(
  gardes: readonly RefDeRevision[],
  lire: (ref: RefDeRevision) => Promise<Poids>,
): Promise<RefDeRevision[]> {
  const kept: RefDeRevision[] = [];
  let nombre = 0;
  let caracteres = 0;
  for (const ref of gardes) {
    const { fichiers, documents } = await lire(ref);
    const textes = documents.reduce((somme, { texte }) => somme + texte.length, 0);
    if (nombre + fichiers.length > FICHIERS_GARDES) continue;
    if (caracteres + textes > CARACTERES_GARDES) continue;
    nombre += fichiers.length;
    caracteres += textes;
    kept.push(ref);
  }
  return kept;
}
