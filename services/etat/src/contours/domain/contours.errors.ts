const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  CONTOURS_INCONNUS:
    'Un contour porte un code que le code officiel géographique ne connaît pas dans la région, ou le porte deux fois. Rien n’a été gardé.',
  CONTOURS_INVALIDES:
    'Un contour se compose d’anneaux fermés d’au moins quatre points, en degrés, pour les départements ou les arrondissements.',
  CONTOURS_SANS_SOURCE:
    'La source et la licence des contours sont nécessaires, de 3 à 300 caractères chacune, sans balises.',
  CONTOURS_TROP_LOURDS:
    'Les contours dépassent 200 000 caractères. Simplifiez-les : une carte de cette taille n’en montre pas le détail.',
  VERSION_DEPASSEE:
    'Les contours ont changé depuis que vous les avez lus. Relisez-les, puis recommencez.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface RefusDeContours {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): RefusDeContours {
  return { code, message: REFUS[code] };
}

export const CONTOURS_REFUS: readonly string[] = Object.keys(REFUS);
