import { readPlainText } from '@passerelle/subgraph';
import type { CodeRefus } from './seance.errors.js';

/** Longest texts, in characters. */
export const MAX = {
  lieu: 200,
  objet: 300,
  fonction: 200,
  decision: 2000,
  releve: 20_000,
} as const;

export type Lu<Valeur> =
  | { readonly ok: true; readonly valeur: Valeur }
  | { readonly ok: false; readonly code: CodeRefus };

/** A text that must be there. */
export function lireTexte(saisi: string, max: number): Lu<string> {
  const lu = readPlainText(saisi, max);
  if (!lu.ok) return { ok: false, code: lu.defaut };
  return lu.texte === '' ? { ok: false, code: 'TEXTE_VIDE' } : { ok: true, valeur: lu.texte };
}

/** A text that may be left out: nothing and blank are the same. */
export function lireTexteLibre(saisi: string | null | undefined, max: number): Lu<string | null> {
  if (saisi === null || saisi === undefined || saisi.trim() === '') {
    return { ok: true, valeur: null };
  }
  return lireTexte(saisi, max);
}
