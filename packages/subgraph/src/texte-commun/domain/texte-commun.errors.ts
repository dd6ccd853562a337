import { ExposedError } from '../../errors/exposed-error.js';

const TEXTE_COMMUN_ERRORS = {
  ENGAGEMENT_INCONNU:
    'Le protocole ne compte pas d’engagement sous ce code. La page du protocole donne ceux qui existent.',
  ENJEU_INCONNU: 'Le protocole ne compte pas d’enjeu sous ce numéro. Les enjeux vont de 1 à 4.',
} as const;

export function texteCommunError(code: keyof typeof TEXTE_COMMUN_ERRORS): ExposedError {
  return new ExposedError(code, TEXTE_COMMUN_ERRORS[code]);
}

export const TEXTE_COMMUN_CODES: readonly string[] = Object.keys(TEXTE_COMMUN_ERRORS);
