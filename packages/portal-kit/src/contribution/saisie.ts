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
  /** 0 when there was none yet. */
  versionDeBase: number;
}

// The owner's own rules, said before sending so that nobody loses time; it checks again.
export const LONGUEUR_COMMENTAIRE = 2_000;
const LONGUEUR_PREUVE = 300;
const BALISE = /<[a-z!/?]/i;
const SCHEMA = /^[a-z][a-z0-9+.-]*:(?!\s)/i;
const SANS_BALISE = 'Écrivez du texte simple, sans balises (<…>).';

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

/** What would be refused. */
export function erreursDeSaisie(saisie: Saisie): ErreursDeSaisie {
  const erreurs: ErreursDeSaisie = {};
  if (!Number.isInteger(saisie.avancement) || saisie.avancement < 0 || saisie.avancement > 100) {
    erreurs.avancement = 'L’avancement est un nombre entier de 0 à 100.';
  }
  const commentaire = saisie.commentaire.trim();
  if (Array.from(commentaire).length > LONGUEUR_COMMENTAIRE) {
    erreurs.commentaire = 'Le commentaire compte au plus 2 000 caractères : raccourcissez-le.';
  } else if (BALISE.test(commentaire)) {
    erreurs.commentaire = SANS_BALISE;
  }
  const preuve = saisie.preuve.trim();
  if (Array.from(preuve).length > LONGUEUR_PREUVE) {
    erreurs.preuve = 'La preuve compte au plus 300 caractères.';
  } else if (BALISE.test(preuve)) {
    erreurs.preuve = SANS_BALISE;
  } else if (SCHEMA.test(preuve) && !estAdresseWeb(preuve)) {
    erreurs.preuve = 'Donnez une adresse complète qui commence par https://, ou une référence.';
  }
  return erreurs;
}

/** Only secure addresses become links: a proof is shown to everybody. */
export function estAdresseWeb(texte: string): boolean {
  return /^https:\/\/\S+$/i.test(texte) && URL.canParse(texte);
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
    versionDeBase: typeof base === 'number' ? base : 0,
  };
}

export const VISIBILITES: readonly Visibilite[] = ['MAISON', 'PARTENAIRES', 'PUBLIC'];
