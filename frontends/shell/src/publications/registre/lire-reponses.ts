import { type AcquittementRecu, lireAcquittement } from './lire-resume.js';
import { lireSource, liste, textes } from './source.js';

/** Gateways that should answer for a publication, and those that did. */
export interface ReponsesDesPasserelles {
  attendues: string[];
  recus: AcquittementRecu[];
}

/** `GET /v1/publications/:canal/:numero/acquittements`. */
export function lireReponses(corps: unknown): ReponsesDesPasserelles {
  const source = lireSource(corps, 'réponses');
  return {
    attendues: textes(source, 'attendues'),
    recus: liste(source, 'recus', lireAcquittement),
  };
}
