/** The rules of the domain say no: part of the answer, and nothing has changed. */
const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  DEJA_CONVOQUEE: 'Cette séance est déjà convoquée de nouveau. Ouvrez celle qui la suit.',
  DECISION_ANNULEE: 'Cette décision est annulée. Rétablissez-la d’abord.',
  DECISION_INCONNUE: 'Cette décision n’existe pas. Vérifiez son identifiant.',
  ENGAGEMENT_INCONNU: 'Cet engagement n’existe pas dans le protocole. Vérifiez son code.',
  HORAIRES_INVALIDES: 'La séance commence et finit le jour dit, et finit après avoir commencé.',
  HORS_TERRITOIRE: 'Cette instance n’est pas de votre territoire. Adressez-vous à qui la conduit.',
  INSTANCE_INACTIVE: 'Cette instance n’existe pas ce jour-là. Choisissez celle qui lui succède.',
  INSTANCE_INCONNUE: 'Cette instance n’existe pas. Vérifiez son identifiant.',
  JOUR_DEJA_PASSE: 'La nouvelle convocation est pour un jour d’après. Choisissez-en un autre.',
  ORDRE_DU_JOUR_ACCORDE:
    'Une maison a approuvé cet ordre du jour depuis. Rangez-le de nouveau au lieu de revenir en arrière.',
  ORDRE_DU_JOUR_REPRIS:
    'Cette séance reprend l’ordre du jour de celle qui n’a pas eu le quorum : il ne change pas.',
  ORDRE_DU_JOUR_FERME: 'L’ordre du jour ne change plus : la séance est tenue, close ou annulée.',
  LISTE_TROP_LONGUE: 'La liste compte au plus 100 éléments.',
  PERSONNE_PRESENT: 'Aucun présent n’est noté. Indiquez qui était là.',
  PRESENCES_ENGAGEES:
    'Des décisions, un relevé ou une validation reposent sur ces présences. Corrigez-les au lieu de revenir en arrière.',
  QUORUM_ATTEINT:
    'Le quorum est atteint : cette séance peut décider, elle ne se convoque pas deux fois.',
  QUORUM_NON_ATTEINT: 'Le quorum n’est pas atteint : la moitié des membres ayant voix est requise.',
  SEANCE_ANNULEE: 'Cette séance est annulée. Rétablissez-la d’abord.',
  SEANCE_CLOSE: 'Cette séance est close : son relevé est validé et figé.',
  SEANCE_DEJA_TENUE: 'Cette séance est déjà tenue : elle ne se reporte ni ne s’annule plus.',
  SEANCE_INCONNUE: 'Cette séance n’existe pas. Vérifiez son identifiant.',
  SEANCE_NON_TENUE: 'La séance n’est pas encore tenue. Notez d’abord les présences.',
  TEXTE_AVEC_BALISES: 'Le texte ne peut pas contenir de balises (<…>). Écrivez du texte simple.',
  TEXTE_INVALIDE: 'Le texte contient un caractère invisible ou interdit. Saisissez-le de nouveau.',
  TEXTE_TROP_LONG: 'Le texte est trop long. Raccourcissez-le.',
  TEXTE_VIDE: 'Le texte manque. Écrivez-le.',
  VERSION_DEPASSEE: 'Ce texte a changé depuis que vous l’avez lu. Relisez-le, puis recommencez.',
  VERSION_INCONNUE: 'Cette version n’existe pas. Choisissez-en une de l’historique.',
  VOIX_PREPONDERANTE_REQUISE:
    'Les voix sont à égalité. Indiquez le sens de la voix du représentant de l’État.',
  VOTE_INVALIDE: 'Le compte des voix dépasse le nombre des votants présents.',
  VOTE_SANS_OBJET: 'Cette instance ne vote pas : elle décide par validations.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface Refus {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): Refus {
  return { code, message: REFUS[code] };
}

export const SEANCE_REFUS: readonly string[] = Object.keys(REFUS);
