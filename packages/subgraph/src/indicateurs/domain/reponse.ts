import type { Partenaire } from '@passerelle/identity';

/** What the owner of a figure says to the house that proposed another. */
export const IssueContreProposition = { RETENUE: 'RETENUE', ECARTEE: 'ECARTEE' } as const;
export type IssueContreProposition = keyof typeof IssueContreProposition;

/** A counter-proposal as its owner names it: by its key in the proposing house. */
export interface CleDeProposition {
  /** Key of the official value, one of this house's. */
  readonly valeur: string;
  /** The house that proposed. */
  readonly maison: Partenaire;
  readonly version: number;
}

/** That another house proposed: what it proposes stays with it, and is read there. */
export interface PropositionRecue extends CleDeProposition {
  readonly auteur: string;
  readonly faiteLe: Date;
}

export interface ReponseDeLaMaison extends CleDeProposition {
  readonly issue: IssueContreProposition;
  readonly motif: string;
  readonly auteur: string;
  readonly le: Date;
  readonly demonstration: boolean;
}
