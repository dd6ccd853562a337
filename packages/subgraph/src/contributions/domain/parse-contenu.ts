import { readPlainText } from '../../saisie/plain-text.js';
import { type CodeEntree, contributionError } from './contribution.errors.js';
import type { ContenuContribution, Meteo, Visibilite } from './contribution.js';

const MAX_COMMENTAIRE = 2000;
const MAX_PREUVE = 300;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Run or read by a browser, whatever follows the colon. */
const ACTIVE_SCHEME = /^(?:javascript|vbscript|data|file|blob|filesystem|view-source):/i;
/** `//exemple.fr`: an address for a browser, which also reads `\` as `/`. */
const OTHER_HOST = /^[/\\]{2}/;

export interface ContenuSaisi {
  readonly avancement: number;
  readonly meteo: Meteo;
  readonly commentaire?: string | null | undefined;
  readonly preuve?: string | null | undefined;
  readonly visibilite?: Visibilite | null | undefined;
}

/**
 * Reads what an agent typed.
 *
 * Tags are refused rather than escaped or removed: what is stored is what was typed, and what was
 * typed is plain text.
 *
 * @throws AVANCEMENT_INVALIDE, COMMENTAIRE_TROP_LONG, PREUVE_INVALIDE, TEXTE_AVEC_BALISES,
 *   TEXTE_INVALIDE
 */
export function parseContenu(saisi: ContenuSaisi): ContenuContribution {
  return {
    avancement: parseAvancement(saisi.avancement),
    meteo: saisi.meteo,
    commentaire: parseCommentaire(saisi.commentaire ?? ''),
    preuve: parsePreuve(saisi.preuve ?? ''),
    visibilite: saisi.visibilite ?? 'PARTENAIRES',
  };
}

/** @throws AVANCEMENT_INVALIDE */
export function parseAvancement(avancement: number): number {
  if (Number.isInteger(avancement) && avancement >= 0 && avancement <= 100) return avancement;
  throw contributionError('AVANCEMENT_INVALIDE');
}

/** @throws COMMENTAIRE_TROP_LONG, TEXTE_AVEC_BALISES, TEXTE_INVALIDE */
export function parseCommentaire(texte: string): string | null {
  const plain = toPlainText(texte, MAX_COMMENTAIRE, 'COMMENTAIRE_TROP_LONG');
  return plain === '' ? null : plain;
}

/** @throws PREUVE_INVALIDE, TEXTE_AVEC_BALISES, TEXTE_INVALIDE */
export function parsePreuve(texte: string): string | null {
  const plain = toPlainText(texte, MAX_PREUVE, 'PREUVE_INVALIDE');
  if (plain === '') return null;
  if (/[\n\t]/.test(plain)) throw contributionError('PREUVE_INVALIDE');
  // A text that begins like an address is one: `javascript:` and `http:` stop here.
  const isAddress = OTHER_HOST.test(plain) || SCHEME.test(plain);
  if (isAddress && !isReference(plain) && !isHttpsAddress(plain)) {
    throw contributionError('PREUVE_INVALIDE');
  }
  return plain;
}

/** « Relevé : séance du 3 octobre » begins like a scheme; an address has no space after its colon. */
function isReference(texte: string): boolean {
  return /^[^:]*:\s/.test(texte) && !ACTIVE_SCHEME.test(texte) && !OTHER_HOST.test(texte);
}

function isHttpsAddress(texte: string): boolean {
  if (!/^https:\/\//i.test(texte) || !URL.canParse(texte)) return false;
  const { protocol, username, password, hostname } = new URL(texte);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

function toPlainText(texte: string, max: number, tropLong: CodeEntree): string {
  const lu = readPlainText(texte, max);
  if (lu.ok) return lu.texte;
  throw contributionError(lu.defaut === 'TEXTE_TROP_LONG' ? tropLong : lu.defaut);
}
