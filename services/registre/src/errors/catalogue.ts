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
  TROP_DE_PUBLICATIONS: {
    statut: 429,
    message: 'Votre maison a déjà dix publications ou vérifications en cours.',
    remede: 'Attendez leur réponse avant d’en envoyer d’autres.',
  },
  TROP_DE_CONNEXIONS: {
    statut: 429,
    message: 'Ce jeton tient trop de connexions ouvertes à la fois.',
    remede: 'Fermez celles qui ne servent plus.',
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
  PARTENAIRE_INCONNU: {
    statut: 404,
    message: 'Ce partenaire n’est pas dans la carte de responsabilité.',
    remede: 'Vérifiez son code, ou demandez son entrée dans la carte.',
  },
  ADMINISTRATION_EXISTANTE: {
    statut: 409,
    message: 'Ce partenaire a déjà un jeton d’administration qu’il a fait lui-même.',
    remede: 'Son administrateur fait les suivants.',
  },
  JETON_INCONNU: {
    statut: 404,
    message: 'Votre maison n’a pas de jeton de ce numéro.',
    remede: 'Relevez son numéro dans la liste de vos jetons.',
  },
  PUBLICATION_ABSENTE: {
    statut: 404,
    message: 'Il n’y a pas de publication de ce numéro sur ce canal.',
    remede: 'Vérifiez le canal et le numéro ; « passerelle etat » donne celui en cours.',
  },
  RIEN_A_PROMOUVOIR: {
    statut: 409,
    message: 'Il n’y a rien à promouvoir.',
    remede: 'Publiez d’abord sur recette, ou un canari.',
  },
  RETOUR_IMPOSSIBLE: {
    statut: 409,
    message: 'Il n’y a pas d’état antérieur à remettre.',
    remede: 'Choisissez une publication où vous étiez déjà présent.',
  },
  ADRESSE_MANQUANTE: {
    statut: 400,
    message: 'L’adresse du sous-graphe manque : aucun schéma n’est encore en ligne.',
    remede: 'Donnez « url » à la première publication.',
  },
  CANAL_OCCUPE: {
    statut: 503,
    message: 'Trop de publications attendent leur tour sur ce canal.',
    remede: 'Réessayez dans une minute.',
  },
  CLE_ABSENTE: {
    statut: 503,
    message: 'Le registre n’a pas de clé privée que les passerelles reconnaissent.',
    remede: 'Vérifiez PUBLICATIONS_CLE, et que sa clé est annoncée.',
  },
  CLE_INCONNUE: {
    statut: 404,
    message: 'Cette clé n’est pas annoncée, ou elle est retirée.',
    remede: 'Annoncez-la d’abord.',
  },
  CLE_EN_SERVICE: {
    statut: 409,
    message: 'Cette clé signe les publications.',
    remede: 'Désignez-en une autre avant de la retirer.',
  },
  PASSERELLES_EN_RETARD: {
    statut: 409,
    message: 'Des passerelles connectées n’ont pas encore reçu cette clé.',
    remede: 'Attendez leurs acquittements, ou redemandez avec « forcer ».',
  },
  TROP_DE_CLES: {
    statut: 409,
    message: 'Le trousseau tient dix clés.',
    remede: 'Retirez celles qui ne servent plus.',
  },
  CARTE_INCHANGEE: {
    statut: 409,
    message: 'La carte proposée est celle en vigueur.',
    remede: 'Relisez la carte en vigueur, changez-la, puis proposez-la.',
  },
  CARTE_IMPUBLIABLE: {
    statut: 422,
    message: 'Sous cette carte, des schémas en ligne ne pourraient plus être publiés.',
    remede: 'Voyez les constats : proposez une carte qui permette ce qui est en ligne.',
  },
  DEMANDE_INCONNUE: {
    statut: 404,
    message: 'Il n’y a pas de demande de ce numéro.',
    remede: 'Relevez son numéro dans la liste des demandes.',
  },
  DEMANDE_CLOSE: {
    statut: 409,
    message: 'Cette demande n’attend plus d’accord.',
    remede: 'Faites une nouvelle demande sur la carte en vigueur.',
  },
  URGENCE_A_DEUX: {
    statut: 403,
    message: 'Une urgence se signe à deux : le titulaire et le suppléant de la même maison.',
    remede: 'Faites signer l’autre personne ; un jeton ne signe pas une urgence.',
  },
  URGENCE_CHEZ_AUTRUI: {
    statut: 403,
    message: 'Une urgence ne change que sa propre maison ; celle-ci touche à une autre.',
    remede: 'Demandez ce qui touche aux autres sans urgence, avec leurs accords.',
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
