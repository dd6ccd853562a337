import { contributionError } from './contribution.errors.js';
import type { ContenuContribution, Meteo, Visibilite } from './contribution.js';

const MAX_COMMENTAIRE = 2000;
const MAX_PREUVE = 300;
const TAG = /<[a-z!/?]/i;
/** Controls, direction overrides and other invisible characters; line feed and tab stay. */
const FORBIDDEN =
  /(?![\n\t])\p{Cc}|[\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

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
  const { avancement, meteo } = saisi;
  if (!Number.isInteger(avancement) || avancement < 0 || avancement > 100) {
    throw contributionError('AVANCEMENT_INVALIDE');
  }
  return {
    avancement,
    meteo,
    commentaire: parseCommentaire(saisi.commentaire ?? ''),
    preuve: parsePreuve(saisi.preuve ?? ''),
    visibilite: saisi.visibilite ?? 'PARTENAIRES',
  };
}

function parseCommentaire(texte: string): string | null {
  const plain = toPlainText(texte);
  if ([...plain].length > MAX_COMMENTAIRE) throw contributionError('COMMENTAIRE_TROP_LONG');
  return plain === '' ? null : plain;
}

function parsePreuve(texte: string): string | null {
  const plain = toPlainText(texte);
  if (plain === '') return null;
  if ([...plain].length > MAX_PREUVE || plain.includes('\n')) {
    throw contributionError('PREUVE_INVALIDE');
  }
  // A text that begins like an address is one: `javascript:` and `http:` stop here.
  if (SCHEME.test(plain) && !isReference(plain) && !isHttpsAddress(plain)) {
    throw contributionError('PREUVE_INVALIDE');
  }
  return plain;
}

/** « Relevé : séance du 3 octobre » begins like a scheme; an address has no space after its colon. */
function isReference(texte: string): boolean {
  return /^[^:]*:\s/.test(texte);
}

function isHttpsAddress(texte: string): boolean {
  if (!URL.canParse(texte)) return false;
  const { protocol, username, password, hostname } = new URL(texte);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

function toPlainText(texte: string): string {
  // A text this long is refused without being walked through.
  if (texte.length > MAX_COMMENTAIRE * 10) throw contributionError('COMMENTAIRE_TROP_LONG');
  const plain = texte.replaceAll('\r\n', '\n').trim();
  if (!plain.isWellFormed() || FORBIDDEN.test(plain)) throw contributionError('TEXTE_INVALIDE');
  if (TAG.test(plain)) throw contributionError('TEXTE_AVEC_BALISES');
  return plain.normalize('NFC');
}
