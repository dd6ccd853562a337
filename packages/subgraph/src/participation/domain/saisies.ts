import { readPlainText } from '../../saisie/plain-text.js';
import { type RefusParticipation, refus } from './participation.errors.js';

type Lu<Value> =
  | { readonly ok: true; readonly valeur: Value }
  | { readonly ok: false; readonly refus: RefusParticipation };

const MAX_TITRE = 200;
const MAX_TEXTE = 2000;
const MAX_DUREE = 480;
const EMPREINTE = /^[0-9a-f]{64}$/;

const lu = <Value>(valeur: Value): Lu<Value> => ({ ok: true, valeur });
const non = (code: Parameters<typeof refus>[0]): { ok: false; refus: RefusParticipation } => ({
  ok: false,
  refus: refus(code),
});

/** TITRE_INVALIDE, TEXTE_INVALIDE, TEXTE_AVEC_BALISES */
export function lireTitre(saisi: string): Lu<string> {
  const texte = readPlainText(saisi, MAX_TITRE);
  if (!texte.ok) return non(texte.defaut === 'TEXTE_TROP_LONG' ? 'TITRE_INVALIDE' : texte.defaut);
  return texte.texte === '' || /[\n\t]/.test(texte.texte) ? non('TITRE_INVALIDE') : lu(texte.texte);
}

/** In minutes. DUREE_INVALIDE */
export function lireDuree(saisie: number | null | undefined): Lu<number | null> {
  if (saisie === null || saisie === undefined) return lu(null);
  return Number.isInteger(saisie) && saisie >= 1 && saisie <= MAX_DUREE
    ? lu(saisie)
    : non('DUREE_INVALIDE');
}

/** TEXTE_TROP_LONG, TEXTE_INVALIDE, TEXTE_AVEC_BALISES */
export function lireTexte(saisi: string | null | undefined): Lu<string | null> {
  const texte = readPlainText(saisi ?? '', MAX_TEXTE);
  if (!texte.ok) return non(texte.defaut);
  return lu(texte.texte === '' ? null : texte.texte);
}

/** SHA-256 of what was read, in lower-case hexadecimal. EMPREINTE_INVALIDE */
export function lireEmpreinte(saisie: string): Lu<string> {
  return EMPREINTE.test(saisie) ? lu(saisie) : non('EMPREINTE_INVALIDE');
}
