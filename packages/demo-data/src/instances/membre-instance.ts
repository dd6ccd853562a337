import type { Partenaire } from '../partenaire.js';

/** A seat, by function; persons come and go. */
export interface MembreInstance {
  readonly fonction: string;
  readonly organisation: string;
  /** Null for who belongs to none of the three houses. */
  readonly partenaire: Partenaire | null;
  readonly copilote: boolean;
  /** Whether the seat votes; only where decisions are voted. */
  readonly voix: boolean;
  /** Civil days, both included; null where the seat is as old, or lives as long, as the body. */
  readonly du: string | null;
  readonly au: string | null;
}

/** The day on which Pôle emploi took its new name. @source law 2023-1196 of 18 December 2023 */
export const JOUR_FRANCE_TRAVAIL = '2024-01-01';
const VEILLE_FRANCE_TRAVAIL = '2023-12-31';

/** The decree that says how the new committees decide. @source decree 2024-560 of 18 June 2024 */
export const JOUR_DES_COMITES = '2024-06-18';
export const VEILLE_DES_COMITES = '2024-06-17';

export function unMembre(
  fonction: string,
  organisation: string,
  precisions: Partial<MembreInstance> = {},
): MembreInstance {
  return {
    fonction,
    organisation,
    partenaire: null,
    copilote: false,
    voix: false,
    du: null,
    au: null,
    ...precisions,
  };
}

/** The operator's seat under the two names that it has borne. */
export function operateur(fonction: string, lieu: string, voix: boolean): MembreInstance[] {
  const partenaire = 'pole-emploi';
  const avant = { partenaire, voix, au: VEILLE_FRANCE_TRAVAIL } as const;
  const apres = { partenaire, voix, du: JOUR_FRANCE_TRAVAIL } as const;
  return [
    unMembre(`${fonction} de Pôle emploi`, `Pôle emploi ${lieu}`, avant),
    unMembre(`${fonction} de France Travail`, `France Travail ${lieu}`, apres),
  ];
}
