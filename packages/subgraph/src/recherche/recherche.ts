import { normaliserNom } from '@passerelle/reference-data';
import { ExposedError } from '../errors/exposed-error.js';

const MAX_LENGTH = 100;

/** A search as the database compares it. */
export interface Recherche {
  /** Exact code, in capitals as references write them. */
  readonly code: string;
  /** Search keys of the whole text: with abbreviations in full, then as typed when it differs. */
  readonly cles: readonly string[];
  /** Every word of one of these lists begins a word of the name. */
  readonly mots: readonly (readonly string[])[];
}

/**
 * @returns null when nothing was typed
 * @throws RECHERCHE_TROP_LONGUE
 */
export function parseRecherche(texte: string | null | undefined): Recherche | null {
  const typed = texte?.trim() ?? '';
  if (typed === '') return null;
  if (typed.length > MAX_LENGTH) {
    throw new ExposedError(
      'RECHERCHE_TROP_LONGUE',
      `La recherche compte au plus ${MAX_LENGTH} caractères.`,
    );
  }
  const cle = normaliserNom(typed);
  // « st » is « saint » but also the beginning of Steenvoorde: both are looked for.
  const brut = withoutAccents(typed);
  const variants = (brut === cle ? [cle] : [cle, brut]).filter((variant) => variant !== '');
  return {
    code: typed.toUpperCase(),
    cles: variants,
    mots: variants.map((variant) => variant.split(' ')),
  };
}

export const RECHERCHE_CODES: readonly string[] = ['RECHERCHE_TROP_LONGUE'];

function withoutAccents(texte: string): string {
  return texte
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((mot) => mot !== '')
    .join(' ');
}
