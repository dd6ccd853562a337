interface Erreur {
  /** HTTP status. */
  readonly statut: number;
  readonly message: string;
  readonly remede: string;
}

/** Every code that this service answers in `erreur.code`; listed in the README. Never renamed. */
export const CATALOGUE = {
  JETON_ABSENT: {
    statut: 401,
    message: 'Cette demande n’a pas de jeton.',
    remede: 'Envoyez l’en-tête « Authorization: Bearer <jeton> ».',
  },
  JETON_INVALIDE: {
    statut: 401,
    message: 'Ce jeton n’est pas reconnu.',
    remede: 'Vérifiez que le jeton est copié en entier, ou demandez-en un autre.',
  },
  JETON_EXPIRE: {
    statut: 401,
    message: 'Ce jeton n’est plus valable : sa date est passée.',
    remede: 'Demandez un nouveau jeton à l’administrateur de votre maison.',
  },
  JETON_REVOQUE: {
    statut: 401,
    message: 'Ce jeton a été révoqué.',
    remede: 'Demandez un nouveau jeton à l’administrateur de votre maison.',
  },
  TROP_D_ESSAIS: {
    statut: 429,
    message: 'Trop de jetons refusés depuis cette adresse.',
    remede: 'Attendez une minute, puis réessayez avec un jeton valable.',
  },
  DROIT_INSUFFISANT: {
    statut: 403,
    message: 'Ce jeton ne donne pas ce droit.',
    remede: 'Utilisez un jeton du bon genre, de la maison concernée.',
  },
  DEMANDE_INVALIDE: {
    statut: 400,
    message: 'La demande n’a pas la forme attendue.',
    remede: 'Corrigez ce qui est indiqué, puis renvoyez la demande.',
  },
  CORPS_TROP_GRAND: {
    statut: 413,
    message: 'La demande est trop volumineuse.',
    remede: 'Un lot tient en 12 Mo, un schéma en 1 Mo.',
  },
  ADRESSE_INCONNUE: {
    statut: 404,
    message: 'Cette adresse n’existe pas dans le registre.',
    remede: 'Vérifiez l’adresse appelée et sa méthode.',
  },
  BASE_INDISPONIBLE: {
    statut: 503,
    message: 'La base de données du registre ne répond pas.',
    remede: 'Réessayez dans un instant : le registre reprend de lui-même.',
  },
  DELAI_DEPASSE: {
    statut: 503,
    message: 'Le registre n’a pas pu répondre à temps.',
    remede: 'Réessayez dans un instant.',
  },
  FICHIER_INCONNU: {
    statut: 404,
    message: 'Aucun fichier déposé n’a cette empreinte.',
    remede: 'Vérifiez l’empreinte, ou déposez le lot à nouveau.',
  },
  FICHIER_ALTERE: {
    statut: 500,
    message: 'Ce fichier n’est plus celui qui a été déposé : il n’est pas donné.',
    remede: 'Déposez à nouveau le lot qui le contient, puis cherchez qui a écrit dans le stockage.',
  },
  STOCKAGE_INDISPONIBLE: {
    statut: 503,
    message: 'Le stockage des fichiers ne répond pas.',
    remede: 'Réessayez dans un instant : le registre reprend de lui-même.',
  },
  ERREUR_INTERNE: {
    statut: 500,
    message: 'Le registre a rencontré une erreur.',
    remede: 'Signalez-la avec sa référence.',
  },
} as const satisfies Record<string, Erreur>;

export type CodeDErreur = keyof typeof CATALOGUE;
