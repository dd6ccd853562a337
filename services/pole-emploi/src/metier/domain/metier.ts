import type { Secteur } from '@passerelle/subgraph';

/** A trade of the ROME. */
export interface Metier {
  readonly codeRome: string;
  readonly libelle: string;
  /** Label of the « domaine professionnel ». */
  readonly domaine: string;
  readonly secteurs: readonly Secteur[];
  /** Place in a list: by label without accents. */
  readonly tri: readonly [cle: string, codeRome: string];
}

export interface FiltreMetiers {
  readonly recherche: string | null;
  readonly secteur: Secteur | null;
}
