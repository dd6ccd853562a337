/** Abbreviations that people type and that the COG writes in full. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
]);

/**
 * Search key of a name: lower case, no accents, no punctuation, abbreviations of « saint » in full.
 *
 * Made to compare, never to show: `Sainte-Geneviève`, `STE GENEVIEVE` and `ste. geneviève` give the
 * same key, and a prefix of a name gives a prefix of its key as long as it ends on a whole word.
 */
export function normaliserNom(nom: string): string {
  const words = nom
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/\bs\//g, 'sur ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.map((word) => ABBREVIATIONS.get(word) ?? word).join(' ');
}
