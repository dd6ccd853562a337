import { ExposedError } from './exposed-error.js';

/** What the host itself answers, whatever the rooms of the service. */
const PLATFORM_ERRORS = {
  ACCES_REFUSE: {
    httpStatus: 200,
    message: 'Vos droits ne permettent pas cette action. Adressez-vous à la maison concernée.',
  },
  ADRESSE_INCONNUE: {
    httpStatus: 404,
    message: 'Cette adresse n’existe pas. Le graphe répond à POST /graphql.',
  },
  ABONNEMENT_ATTENDU: {
    httpStatus: 400,
    message: 'Cette adresse ne sert que des abonnements (subscription).',
  },
  BASE_INDISPONIBLE: {
    httpStatus: 503,
    message: 'Les données de ce partenaire sont indisponibles pour le moment. Réessayez plus tard.',
  },
  CORPS_TROP_GRAND: {
    httpStatus: 413,
    message: 'Le corps de la requête dépasse la taille admise. Envoyez-en moins à la fois.',
  },
  DELAI_DEPASSE: {
    httpStatus: 200,
    message: 'La réponse a pris trop de temps. Demandez moins à la fois, ou réessayez.',
  },
  JETON_ABSENT: {
    httpStatus: 401,
    message: 'Aucun jeton interne n’accompagne la requête. Passez par la passerelle.',
  },
  METHODE_REFUSEE: {
    httpStatus: 405,
    message: 'Seule la méthode POST est admise à cette adresse.',
  },
  FLUX_INTERROMPU: {
    httpStatus: 200,
    message: 'Le flux a été interrompu parce qu’il n’était plus lu. Abonnez-vous de nouveau.',
  },
  REQUETE_INVALIDE: {
    httpStatus: 400,
    message: 'Le corps de la requête n’est pas un objet JSON avec un champ « query ».',
  },
  TEXTE_INVALIDE: {
    httpStatus: 200,
    message: 'Le texte contient un caractère invisible ou interdit. Saisissez-le de nouveau.',
  },
  TYPE_DE_CONTENU_REFUSE: {
    httpStatus: 415,
    message: 'Le corps doit être annoncé comme « application/json ».',
  },
} as const satisfies Record<string, { httpStatus: number; message: string }>;

export type PlatformErrorCode = keyof typeof PLATFORM_ERRORS;

export function platformError(
  code: PlatformErrorCode,
  options: { cause?: unknown; details?: Record<string, unknown>; httpStatus?: number } = {},
): ExposedError {
  const { message, httpStatus } = PLATFORM_ERRORS[code];
  return new ExposedError(code, message, { httpStatus, ...options });
}

/**
 * Codes that any answer may carry: ours, those of the internal token, those that GraphQL itself
 * gives to a malformed operation, and the mask of what was not foreseen.
 */
export const PLATFORM_CODES: readonly string[] = [
  ...Object.keys(PLATFORM_ERRORS),
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'JETON_EXPIRE',
  'JETON_INVALIDE',
  'OPERATION_RESOLUTION_FAILURE',
];
