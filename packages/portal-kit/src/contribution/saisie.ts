import { METEOS } from '@passerelle/portal-ui';
import type { VersionLue, Visibilite } from './contribution.js';

/** What the form holds; the text fields as typed. */
export interface Saisie {
  avancement: number;
  meteo: VersionLue['meteo'];
  commentaire: string;
  preuve: string;
  visibilite: Visibilite;
}

/** What is kept on this machine: the text, and the version it was written from. */
export interface SaisieGardee {
  saisie: Saisie;
  versionDeBase: number | null;
}

export const LONGUEUR_COMMENTAIRE = 4_000;
export const LONGUEUR_PREUVE = 2_000;

export type ErreursDeSaisie = Partial<Record<keyof Saisie, string>>;

export function saisieDe(version: VersionLue | null): Saisie {
  return {
    avancement: version?.avancement ?? 0,
    meteo: version?.meteo ?? 'SOLEIL',
    commentaire: version?.commentaire ?? '',
    preuve: version?.preuve ?? '',
    visibilite: version?.visibilite ?? 'PARTENAIRES',
  };
}

export function memeSaisie(a: Saisie, b: Saisie): boolean {
  return (
    a.avancement === b.avancement &&
    a.meteo === b.meteo &&
    a.commentaire.trim() === b.commentaire.trim() &&
    a.preuve.trim() === b.preuve.trim() &&
    a.visibilite === b.visibilite
  );
}

/** What would be refused, said before sending. The owner checks again. */
export function erreursDeSaisie(saisie: Saisie): ErreursDeSaisie {
  const erreurs: ErreursDeSaisie = {};
  if (!Number.isInteger(saisie.avancement) || saisie.avancement < 0 || saisie.avancement > 100) {
    erreurs.avancement = 'L’avancement est un nombre entier de 0 à 100.';
  }
  if (saisie.commentaire.trim().length > LONGUEUR_COMMENTAIRE) {
    erreurs.commentaire = `Le commentaire tient en ${LONGUEUR_COMMENTAIRE} caractères : raccourcissez-le.`;
  }
  const preuve = saisie.preuve.trim();
  if (preuve.length > LONGUEUR_PREUVE) {
    erreurs.preuve = 'Cette adresse est trop longue.';
  } else if (preuve !== '' && !estAdresseWeb(preuve)) {
    erreurs.preuve = 'Donnez une adresse complète, qui commence par https:// ou http://.';
  }
  return erreurs;
}

/** Only the web's own schemes: an address is shown as a link to everybody. */
export function estAdresseWeb(texte: string): boolean {
  if (!/^https?:\/\//i.test(texte) || /\s/.test(texte)) return false;
  return URL.canParse(texte);
}

/** Reads back what another day's page kept on this machine. */
export function lireSaisieGardee(garde: unknown): SaisieGardee | null {
  if (typeof garde !== 'object' || garde === null) return null;
  const saisie: unknown = Reflect.get(garde, 'saisie');
  const base: unknown = Reflect.get(garde, 'versionDeBase');
  if (typeof saisie !== 'object' || saisie === null) return null;
  const avancement: unknown = Reflect.get(saisie, 'avancement');
  const commentaire: unknown = Reflect.get(saisie, 'commentaire');
  const preuve: unknown = Reflect.get(saisie, 'preuve');
  const meteo = METEOS.find((connue) => connue === Reflect.get(saisie, 'meteo'));
  const visibilite = VISIBILITES.find((connue) => connue === Reflect.get(saisie, 'visibilite'));
  if (typeof avancement !== 'number' || typeof commentaire !== 'string') return null;
  if (typeof preuve !== 'string' || !meteo || !visibilite) return null;
  return {
    saisie: { avancement, meteo, commentaire, preuve, visibilite },
    versionDeBase: typeof base === 'number' ? base : null,
  };
}

export const VISIBILITES: readonly Visibilite[] = ['MAISON', 'PARTENAIRES', 'PUBLIC'];
