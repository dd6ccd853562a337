import type { ResumeDePublication } from '@passerelle/publication';
import { lireCanal } from './lire-canal.js';
import { lireDifference } from './lire-difference.js';
import { lireCommun, lirePartenaire } from './lire-etat.js';
import {
  lireSource,
  liste,
  nombre,
  nombreOuNul,
  objet,
  parmi,
  type Source,
  texte,
  texteOuNul,
} from './source.js';

export type AcquittementRecu = ResumeDePublication['acquittements'][number];

export function lireAcquittement(source: Source): AcquittementRecu {
  return {
    canal: lireCanal(source),
    numero: nombre(source, 'numero'),
    passerelle: texte(source, 'passerelle'),
    statut: parmi(source, 'statut', ['SERVIE', 'REFUSEE'], 'REFUSEE'),
    code: texteOuNul(source, 'code') ?? undefined,
    message: texteOuNul(source, 'message') ?? undefined,
    dureeMs: nombre(source, 'dureeMs'),
    le: texte(source, 'le'),
  };
}

/** `GET /v1/publications/:canal/:numero/resume`. */
export function lireResume(corps: unknown): ResumeDePublication {
  const source = lireSource(corps, 'publication');
  return {
    canal: lireCanal(source),
    numero: nombre(source, 'numero'),
    publieeLe: texte(source, 'publieeLe'),
    par: texte(source, 'par'),
    commit: texteOuNul(source, 'commit'),
    resume: texte(source, 'resume'),
    motif: texteOuNul(source, 'motif'),
    precedente: nombreOuNul(source, 'precedente'),
    suivante: nombreOuNul(source, 'suivante'),
    differences: liste(source, 'differences', lireDifference),
    carte: nombre(source, 'carte'),
    partenaires: liste(source, 'partenaires', lirePartenaire),
    commun: objet(source, 'commun', lireCommun),
    acquittements: liste(source, 'acquittements', lireAcquittement),
  };
}
