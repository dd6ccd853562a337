import type { RequestReads } from '../../request/request-reads.js';

/** Where a session is in its life; null where it is not known. */
type StatutConnu = 'PREVUE' | 'TENUE' | 'CLOSE' | 'ANNULEE' | null;

/**
 * What a house knows of sessions and decisions beyond their identifiers. Only the État keeps them;
 * the others take any well-formed identifier, and the État's own rules judge the act that follows.
 */
export interface ConnaissanceDesSeances {
  /** @returns null when there is no such session */
  seance(
    reads: RequestReads,
    id: string,
  ): Promise<{
    readonly statut: StatutConnu;
    /** The session whose agenda it takes up: no item is then brought to it. */
    readonly convocationDe: string | null;
  } | null>;
  /** @returns null when there is no such decision */
  decision(
    reads: RequestReads,
    id: string,
  ): Promise<{
    readonly annulee: boolean;
    /** Null where the subjects are not known. */
    readonly sujets: readonly string[] | null;
  } | null>;
}

export const PAR_IDENTIFIANT_SEUL: ConnaissanceDesSeances = {
  seance: () => Promise.resolve({ statut: null, convocationDe: null }),
  decision: () => Promise.resolve({ annulee: false, sujets: null }),
};
