// Only the two numbers needed: the door of stdnum loads every country of the world (70 ms).
import { validate as validateSiren } from 'stdnum/lib/cjs/fr/siren.js';
import { validate as validateSiret } from 'stdnum/lib/cjs/fr/siret.js';

export type MotifSiretRefuse = 'CARACTERES' | 'LONGUEUR' | 'CLE';

export type ResultatSiret =
  | { readonly ok: true; readonly siret: string; readonly siren: string }
  | { readonly ok: false; readonly motif: MotifSiretRefuse; readonly message: string };

/** Spaces that people and spreadsheets put between groups of digits: plain, no-break, narrow no-break. */
const SPACES = /[ \u00a0\u202f]/g;

/** Zeros alone satisfy the key, and are what an empty field of a file becomes. */
const SIREN_NUL = '000000000';

/** True for 9 digits with a right key. Strict: what is stored, not what is typed. */
export function isSiren(texte: string): boolean {
  return /^[0-9]{9}$/.test(texte) && texte !== SIREN_NUL && validateSiren(texte).isValid;
}

/**
 * True for 14 digits with a right key, the establishments of La Poste included (their key is a sum
 * multiple of 5, not Luhn's). Strict: what is stored, not what is typed.
 */
export function isSiret(texte: string): boolean {
  return /^[0-9]{14}$/.test(texte) && !texte.startsWith(SIREN_NUL) && validateSiret(texte).isValid;
}

/**
 * Reads a SIRET as typed or pasted, spaces between groups accepted.
 *
 * A text that Unicode compatibility (NFKC) would change is refused rather than repaired: two
 * different texts must never become one establishment.
 */
export function parseSiret(texte: string): ResultatSiret {
  const siret = texte.replace(SPACES, '');
  if (siret.normalize('NFKC') !== siret || !/^[0-9]*$/.test(siret)) {
    return refuse('CARACTERES', "Un numéro SIRET s'écrit avec des chiffres seulement.");
  }
  if (siret.length !== 14) {
    return refuse('LONGUEUR', `Un numéro SIRET compte 14 chiffres ; ${siret.length} lus.`);
  }
  if (!isSiret(siret)) {
    return refuse('CLE', 'Ce numéro SIRET est mal recopié : sa clé de contrôle est fausse.');
  }
  return { ok: true, siret, siren: siret.slice(0, 9) };
}

function refuse(motif: MotifSiretRefuse, message: string): ResultatSiret {
  return { ok: false, motif, message };
}
