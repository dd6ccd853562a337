/**
 * Every code that the gateway itself can put in `errors[].extensions.code`.
 * Codes are contract: never renamed, listed in the README, compared with it by a test.
 * `statut` is the HTTP status when the whole request is refused; a code that only ever
 * concerns a part of an answer has 200.
 */
export const ERREURS = {
  METHODE_REFUSEE: { statut: 405, message: 'Seule la méthode POST est acceptée à cette adresse.' },
  TYPE_DE_CONTENU_REFUSE: {
    statut: 415,
    message: 'Le corps de la requête doit être du JSON (application/json) en UTF-8.',
  },
  ENCODAGE_REFUSE: {
    statut: 415,
    message: 'Ce codage du corps n’est pas accepté : envoyez-le tel quel ou en gzip.',
  },
  ACCEPT_REFUSE: {
    statut: 406,
    message:
      'Aucun des formats demandés n’est servi : application/graphql-response+json, application/json ou text/event-stream.',
  },
  CORPS_TROP_GRAND: { statut: 413, message: 'Le corps de la requête dépasse la taille permise.' },
  JSON_INVALIDE: { statut: 400, message: 'Le corps de la requête n’est pas du JSON valide.' },
  JSON_TROP_PROFOND: {
    statut: 400,
    message: 'Le corps de la requête est imbriqué trop profondément.',
  },
  LOT_REFUSE: { statut: 400, message: 'Une seule opération est acceptée par requête.' },
  PARAMETRES_INVALIDES: {
    statut: 400,
    message:
      'La requête doit contenir « query » ou « documentId » (texte), et au besoin « operationName » (texte) et « variables » (objet).',
  },
  DOCUMENT_TROP_GRAND: {
    statut: 400,
    message: 'Le document GraphQL dépasse la taille permise.',
  },
  LEXEMES_TROP_NOMBREUX: {
    statut: 400,
    message: 'Le document GraphQL contient trop d’éléments, commentaires compris.',
  },
  PROFONDEUR_EXCESSIVE: {
    statut: 400,
    message: 'La sélection est trop profonde : demandez moins de niveaux à la fois.',
  },
  ALIAS_TROP_NOMBREUX: { statut: 400, message: 'La requête contient trop d’alias.' },
  RACINES_TROP_NOMBREUSES: {
    statut: 400,
    message: 'La requête demande trop de champs à la racine.',
  },
  DIRECTIVES_TROP_NOMBREUSES: { statut: 400, message: 'La requête contient trop de directives.' },
  SELECTIONS_TROP_NOMBREUSES: {
    statut: 400,
    message: 'La requête sélectionne trop de champs, fragments développés.',
  },
  COUT_EXCESSIF: {
    statut: 400,
    message:
      'La requête demande trop d’éléments à la fois : réduisez la taille des pages (« first ») ou les listes imbriquées.',
  },
  SYNTAXE_INVALIDE: { statut: 400, message: 'Le document GraphQL ne peut pas être lu.' },
  CHAMP_INCONNU: { statut: 400, message: 'Un champ demandé n’existe pas dans le graphe.' },
  REQUETE_INVALIDE: { statut: 400, message: 'La requête n’est pas valide pour ce graphe.' },
  OPERATION_INCONNUE: {
    statut: 400,
    message: 'L’opération à exécuter n’est pas dans le document, ou n’y est pas désignée.',
  },
  OPERATION_NON_PLANIFIABLE: {
    statut: 400,
    message: 'Cette opération ne peut pas être répartie entre les partenaires.',
  },
  DOCUMENT_INCONNU: {
    statut: 404,
    message: 'Ce document n’est pas publié : envoyez le texte de l’opération.',
  },
  VARIABLES_INVALIDES: { statut: 400, message: 'Une variable n’a pas la valeur attendue.' },
  NON_AUTHENTIFIE: { statut: 401, message: 'Connectez-vous pour interroger le graphe.' },
  SESSION_EXPIREE: { statut: 401, message: 'Votre session a expiré : connectez-vous à nouveau.' },
  JETON_INVALIDE: { statut: 401, message: 'Le justificatif d’accès présenté n’est pas valable.' },
  JETON_EXPIRE: {
    statut: 401,
    message: 'Le jeton d’accès a expiré : demandez-en un nouveau au fournisseur d’identité.',
  },
  NON_HABILITE: {
    statut: 403,
    message:
      'Votre compte n’est pas habilité sur la Passerelle : adressez-vous à l’administrateur de votre organisation.',
  },
  ORIGINE_REFUSEE: {
    statut: 403,
    message: 'Cette requête ne vient pas du portail : elle est refusée.',
  },
  ACCES_REFUSE: {
    statut: 403,
    message: 'Vos droits ne permettent pas d’accéder à cet élément.',
  },
  RETOUR_REFUSE: {
    statut: 400,
    message: 'L’adresse de retour doit être une page du portail.',
  },
  CONNEXION_EXPIREE: {
    statut: 400,
    message: 'La connexion n’a pas abouti à temps ou a déjà servi : recommencez.',
  },
  CONNEXION_REFUSEE: {
    statut: 403,
    message: 'Le fournisseur d’identité n’a pas confirmé la connexion.',
  },
  FOURNISSEUR_INDISPONIBLE: {
    statut: 503,
    message: 'Le fournisseur d’identité ne répond pas : réessayez dans un instant.',
  },
  TROP_DE_REQUETES: {
    statut: 429,
    message: 'Trop de tentatives en peu de temps : réessayez dans une minute.',
  },
  TROP_DE_FLUX: {
    statut: 429,
    message: 'Trop de flux sont déjà ouverts pour ce compte : fermez-en un.',
  },
  ABONNEMENT_RETIRE: {
    statut: 200,
    message: 'Le graphe a changé : cet abonnement n’existe plus sous cette forme.',
  },
  PARTENAIRE_INDISPONIBLE: {
    statut: 200,
    message: 'Ce partenaire est momentanément indisponible.',
  },
  ERREUR_PARTENAIRE: {
    statut: 200,
    message: 'Ce partenaire a rencontré une erreur en répondant.',
  },
  REPONSE_INVALIDE: {
    statut: 200,
    message: 'Ce partenaire a donné une réponse illisible.',
  },
  REPONSE_TROP_GRANDE: {
    statut: 200,
    message: 'La réponse de ce partenaire dépasse la taille permise.',
  },
  DELAI_DEPASSE: {
    statut: 200,
    message: 'Ce partenaire n’a pas répondu dans le délai.',
  },
  INTERROMPUE: {
    statut: 200,
    message: 'La requête a été interrompue avant que ce partenaire ne soit interrogé.',
  },
  CHAMP_NUL: {
    statut: 200,
    message: 'Un champ qui doit avoir une valeur n’en a pas.',
  },
  VALEUR_INVALIDE: {
    statut: 200,
    message: 'Un partenaire a donné une valeur que le graphe n’admet pas.',
  },
  TYPE_INCONNU: {
    statut: 200,
    message: 'Un partenaire a donné un objet d’un type inconnu du graphe.',
  },
  ORIGINAUX_DIFFERENTS: {
    statut: 200,
    message: 'Les originaux de deux partenaires ne se correspondent pas.',
  },
  ERREUR_INTERNE: {
    statut: 200,
    message: 'La passerelle a rencontré une erreur en composant cette partie de la réponse.',
  },
  GRAPHE_INDISPONIBLE: {
    statut: 503,
    message: 'Le graphe n’est pas encore chargé : réessayez dans un instant.',
  },
  ARRET_EN_COURS: {
    statut: 503,
    message: 'La passerelle s’arrête : réessayez dans un instant.',
  },
  REGISTRE_INDISPONIBLE: {
    statut: 503,
    message: 'Le registre des publications ne répond pas.',
  },
  FICHIER_INDISPONIBLE: {
    statut: 502,
    message: 'Ce fichier du portail n’a pas pu être obtenu intact.',
  },
  INTROUVABLE: { statut: 404, message: 'Cette adresse n’existe pas.' },
  INTERNAL_SERVER_ERROR: {
    statut: 500,
    message: 'La passerelle a rencontré une erreur. Citez la référence au support.',
  },
} as const satisfies Record<string, { statut: number; message: string }>;

export type CodeErreur = keyof typeof ERREURS;

interface GatewayErrorDetails {
  /** What is wrong exactly, appended to the message of the catalogue; French. */
  precision?: string;
  partenaire?: string;
  /** Where in the document, 1-based, as GraphQL gives it. */
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  /** Extra fields for machines, e.g. the limit that was passed. */
  champs?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** A refusal or a failure with a stable code; thrown at the edge, answered as it stands. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: CodeErreur;
  readonly details: GatewayErrorDetails;

  constructor(code: CodeErreur, details: GatewayErrorDetails = {}) {
    const message = ERREURS[code].message;
    super(details.precision === undefined ? message : `${message} ${details.precision}`, {
      cause: details.cause,
    });
    this.code = code;
    this.details = details;
  }

  get statut(): number {
    return ERREURS[this.code].statut;
  }
}

/** An error as it leaves in an answer. */
export interface ErreurPubliee {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions: { code: string; reference: string; partenaire?: string; [champ: string]: unknown };
}

/** Turns any thrown value into an error fit to leave: a bug shows its reference, never a stack. */
export function publishError(error: unknown, reference: string): ErreurPubliee {
  if (!(error instanceof GatewayError)) {
    return {
      message: ERREURS.INTERNAL_SERVER_ERROR.message,
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  }
  const { partenaire, locations, path, champs } = error.details;
  return {
    message: error.message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: {
      ...champs,
      code: error.code,
      reference,
      ...(partenaire === undefined ? {} : { partenaire }),
    },
  };
}
