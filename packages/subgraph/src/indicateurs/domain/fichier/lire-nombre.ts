/** What a cell of a published file says: a number, nothing, or something that is neither. */
export type Lu =
  | { readonly sorte: 'nombre'; readonly valeur: number }
  | { readonly sorte: 'vide' }
  | { readonly sorte: 'illisible' };

/** INSEE and the operator write so what is not available, not diffused or hidden. */
const VIDES = new Set([
  '',
  'nd',
  'n.d.',
  'ns',
  'so',
  's',
  'c',
  '-',
  '–',
  '…',
  '...',
  '///',
  'n/a',
  '(s)',
  'sansobjet',
  'm',
]);
const NOMBRE = /^-?\d+(?:\.\d+)?$/;

/** Reads a number as French files write it: spaces between thousands, comma, a final « % ». */
export function lireNombre(cellule: string): Lu {
  const net = cellule
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  if (VIDES.has(net.toLowerCase())) return { sorte: 'vide' };
  return NOMBRE.test(net) ? { sorte: 'nombre', valeur: Number(net) } : { sorte: 'illisible' };
}
