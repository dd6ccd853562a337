/** Where a statement comes from: always shown beside it. */
export interface Source {
  /** As a reader would cite it. */
  readonly intitule: string;
  /** Null when what was read has no stable address. */
  readonly lien: string | null;
}

export const COMMUNIQUE: Source = {
  intitule: 'Communiqué de presse du 9 juin 2023, préfecture de la région Hauts-de-France',
  lien: null,
};

export function source(intitule: string, lien: string | null = null): Source {
  return { intitule, lien };
}
