const REFUS = {
  TITRE_INVALIDE: 'Le titre compte de 1 à 200 caractères, sans balises.',
  GRAPHE_ABSENT:
    'Ce service ne connaît pas l’adresse de la passerelle : il ne peut pas réunir ce que disent les trois maisons.',
  PARTENAIRE_ABSENT:
    'Une maison ne répond pas. Attendez son retour, ou demandez un arrêté incomplet : il dira laquelle manque.',
  SITUATION_ILLISIBLE: 'La situation n’a pas pu être lue en entier. Réessayez dans un instant.',
  ARRETE_EN_COURS: 'Un arrêté est déjà en cours. Attendez qu’il soit signé, ou qu’il échoue.',
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  TRAVAIL_INCONNU: 'Aucun arrêté en préparation ne porte cet identifiant.',
  TRAVAIL_NON_REPRENABLE: 'Cet arrêté n’a pas échoué : il n’y a rien à reprendre.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface RefusDeSituation {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): RefusDeSituation {
  return { code, message: REFUS[code] };
}

export const SITUATION_REFUS: readonly string[] = Object.keys(REFUS);
