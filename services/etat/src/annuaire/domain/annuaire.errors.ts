const REFUS = {
  ORGANISATION_INCONNUE: 'Aucune organisation de l’annuaire ne porte cet identifiant.',
  ROLE_INVALIDE:
    'La fonction compte de 1 à 200 caractères, le titulaire 120 au plus, la source de 1 à 300, sans balises ; la date d’effet suit celle du titulaire précédent.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface RefusDAnnuaire {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): RefusDAnnuaire {
  return { code, message: REFUS[code] };
}

export const ANNUAIRE_REFUS: readonly string[] = Object.keys(REFUS);
