import type { Canal, Difference, EntreeDeJournal, Rapport } from '@passerelle/publication';
import { CANAUX } from './lire-canal.js';
import { lireDifference } from './lire-difference.js';
import { lireRapport } from './lire-rapport.js';
import {
  lireSource,
  liste,
  listeOuVide,
  nombre,
  nombreOuNul,
  objetOuNul,
  type Source,
  texte,
  texteOuNul,
} from './source.js';

export type Evenement = EntreeDeJournal['evenement'];

/** What a line says beyond its sentence. `autres`: plain facts whose names are the event's own. */
export interface Details {
  rapport: Rapport | null;
  motif: string | null;
  vers: number | null;
  differences: Difference[];
  autres: { nom: string; valeur: string }[];
}

/** A line of the journal. A kind of event that this page does not know keeps its sentence. */
export interface LigneDeJournal {
  rang: number;
  le: string;
  evenement: string;
  canal: Canal | null;
  editeur: string;
  par: string;
  commit: string | null;
  numero: number | null;
  resume: string;
  details: Details;
}

export interface PageDeJournal {
  entrees: LigneDeJournal[];
  suite: number | null;
}

const NOMMES = ['rapport', 'motif', 'vers', 'differences'];

function enTexte(valeur: unknown): string | null {
  if (typeof valeur === 'string' || typeof valeur === 'number') return String(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (Array.isArray(valeur) && valeur.length > 0) {
    const textes = valeur.map(enTexte);
    return textes.includes(null) ? JSON.stringify(valeur) : textes.join(', ');
  }
  return typeof valeur === 'object' && valeur !== null ? JSON.stringify(valeur) : null;
}

/** Details are the event's own: what can't be read as expected is shown as it is, never lost. */
export function lireDetails(valeur: unknown): Details {
  const vides: Details = { rapport: null, motif: null, vers: null, differences: [], autres: [] };
  if (typeof valeur !== 'object' || valeur === null) return vides;
  const autres = (noms: readonly string[]) =>
    Object.entries(valeur).flatMap(([nom, contenu]: [string, unknown]) => {
      const texteLu = noms.includes(nom) ? null : enTexte(contenu);
      return texteLu === null || texteLu === '' ? [] : [{ nom, valeur: texteLu }];
    });
  try {
    const source = lireSource(valeur, 'détails');
    return {
      rapport: objetOuNul(source, 'rapport', lireRapport),
      motif: texteOuNul(source, 'motif'),
      vers: nombreOuNul(source, 'vers'),
      differences: listeOuVide(source, 'differences', lireDifference),
      autres: autres(NOMMES),
    };
  } catch {
    // Another version’s details: every fact is shown, under its own name.
    return { ...vides, autres: autres([]) };
  }
}

function lireLigne(source: Source): LigneDeJournal {
  const canal = texteOuNul(source, 'canal');
  return {
    rang: nombre(source, 'rang'),
    le: texte(source, 'le'),
    evenement: texte(source, 'evenement'),
    canal: CANAUX.find((connu) => connu === canal) ?? null,
    editeur: texte(source, 'editeur'),
    par: texte(source, 'par'),
    commit: texteOuNul(source, 'commit'),
    numero: nombreOuNul(source, 'numero'),
    resume: texte(source, 'resume'),
    details: lireDetails(Reflect.get(source.objet, 'details')),
  };
}

/** `GET /v1/journal`. */
export function lireJournal(corps: unknown): PageDeJournal {
  const source = lireSource(corps, 'journal');
  return { entrees: liste(source, 'entrees', lireLigne), suite: nombreOuNul(source, 'suite') };
}
