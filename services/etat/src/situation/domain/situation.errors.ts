const REFUS = {
  TITRE_INVALIDE: 'Le titre compte de 1 à 200 caractères, sans balises.',
  GRAPHE_ABSENT:
    'Ce service ne connaît pas l’adresse de la passerelle : il ne peut pas réunir ce que disent les trois maisons.',
  PARTENAIRE_ABSENT:
    'Une maison ne répond pas. Attendez son retour, ou demandez un arrêté incomplet : il dira laquelle manque.',
  SITUATION_ILLISIBLE: 'La situation n’a pas pu être lue en entier. Réessayez dans un instant.',
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
