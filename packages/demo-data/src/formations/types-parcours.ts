/** What a course is for: qualification first, as in the regional programme. */
export interface TypeParcours {
  readonly suffixe: string;
  readonly certifiante: boolean;
  /** Share among courses. */
  readonly poids: number;
  readonly dureeSemaines: readonly [min: number, max: number];
}

/**
 * 87 of 100 are certifying: the share that C2RP gives for the regional programme of 2022 in the
 * sectors in tension.
 */
export const TYPES_PARCOURS: readonly TypeParcours[] = [
  { suffixe: 'parcours qualifiant', certifiante: true, poids: 72, dureeSemaines: [16, 38] },
  { suffixe: 'perfectionnement certifiant', certifiante: true, poids: 15, dureeSemaines: [3, 10] },
  { suffixe: 'remise à niveau', certifiante: false, poids: 8, dureeSemaines: [6, 14] },
  { suffixe: 'découverte du métier', certifiante: false, poids: 5, dureeSemaines: [1, 4] },
];
