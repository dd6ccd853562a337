import type { CleTerritoire, Partenaire } from '@passerelle/subgraph';
import type { Source } from '../../memoire/domain/memoire.js';

export interface Role {
  readonly id: string;
  readonly fonction: string;
  readonly titulaire: string | null;
  readonly alias: readonly { readonly nom: string; readonly source: Source }[];
  /** Civil dates. */
  readonly du: string;
  readonly au: string | null;
  readonly source: Source;
}

export interface Organisation {
  readonly id: string;
  readonly type: string;
  readonly partenaire: Partenaire | null;
  readonly noms: readonly { readonly nom: string; readonly du: string }[];
  readonly territoire: CleTerritoire;
  readonly sujets: readonly string[];
  readonly contact: {
    readonly telephone: string | null;
    readonly courriel: string | null;
    readonly adresse: string | null;
  } | null;
  readonly source: Source;
  readonly demonstration: boolean;
  /** Place in a list. */
  readonly tri: readonly [number, string, string];
}

export interface FiltreAnnuaire {
  readonly recherche: string | null;
  /** Organisations competent for this commune. */
  readonly commune: string | null;
  readonly sujet: string | null;
  readonly type: string | null;
}

/** The name borne on a day: the last one taken up by then, else the first known. */
export function nomLe(noms: Organisation['noms'], le: string): string {
  return (noms.findLast(({ du }) => du <= le) ?? noms[0])?.nom ?? '';
}
