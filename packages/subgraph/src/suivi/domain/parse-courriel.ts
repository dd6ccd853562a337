/** One address, as mail servers take it without quoting; no display name, no list. */
const SHAPE =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])$/i;

export type Courriel =
  | { readonly ok: true; readonly adresse: string }
  | { readonly ok: false; readonly code: 'COURRIEL_INVALIDE' | 'COURRIEL_HORS_MAISON' };

/**
 * Reads the address at which an agent wants the letter.
 *
 * @param domaines - the house's own domains, in lower case: a letter never leaves for another one,
 *   or an agent could have the house's work sent anywhere
 */
export function parseCourriel(texte: string, domaines: readonly string[]): Courriel {
  const adresse = texte.trim();
  const domaine = adresse.length > 254 ? undefined : SHAPE.exec(adresse)?.[1]?.toLowerCase();
  if (domaine === undefined) return { ok: false, code: 'COURRIEL_INVALIDE' };
  if (!domaines.includes(domaine)) return { ok: false, code: 'COURRIEL_HORS_MAISON' };
  return { ok: true, adresse };
}
