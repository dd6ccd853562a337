const REFUS = {
  CLE_SUIVIE_INVALIDE:
    'Cette clé n’est pas celle d’un objet de ce genre. Reprenez-la telle que le portail l’écrit.',
  TROP_DE_SUIVIS: 'Vous suivez déjà 500 objets. Cessez d’en suivre avant d’en ajouter.',
  COURRIEL_INVALIDE: 'Cette adresse n’est pas une adresse de courriel. Vérifiez-la.',
  COURRIEL_HORS_MAISON:
    'La lettre ne part qu’aux adresses professionnelles de votre maison. Donnez la vôtre.',
  LETTRE_SANS_ADRESSE: 'La lettre a besoin d’une adresse. Donnez la vôtre, puis recommencez.',
  FILTRE_INVALIDE:
    'Un filtre a un nom de 80 caractères au plus, la page d’une liste et ses critères.',
  TROP_DE_FILTRES: 'Vous gardez déjà 100 filtres. Supprimez-en avant d’en ajouter.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface Refus {
  readonly code: string;
  readonly message: string;
}

export function refus(code: CodeRefus): Refus {
  return { code, message: REFUS[code] };
}

export const SUIVI_REFUS: readonly string[] = Object.keys(REFUS);
