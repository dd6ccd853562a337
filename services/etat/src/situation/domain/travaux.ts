import type { Identite } from '@passerelle/identity';
import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { CodeRefus } from './situation.errors.js';
import type { PageLue, Travail, TravailPris } from './travail.js';

export interface TravauxReader {
  /** Those that are not done, the latest first. */
  list(sql: SqlReader, page: Page): Promise<Slice<Travail & { tri: readonly [string] }>>;
  readonly parId: BatchRead<string, Travail | null>;
}

export interface DemandeDeTravail {
  readonly titre: string;
  readonly le: string;
  readonly incomplet: boolean;
  readonly auteur: string;
  readonly cleIdempotence: string | null;
  readonly empreinteDemande: string;
}

/** Everything of a work that outlives the process that does it. */
export interface RegistreDesTravaux {
  /** What an earlier send of the same key began. */
  connu(identite: Identite, cle: string): Promise<{ id: string; empreinteDemande: string } | null>;
  /** Begins a work with its first page; one at a time. */
  ouvrir(
    identite: Identite,
    demande: DemandeDeTravail,
    premiere: PageLue,
  ): Promise<{ id: string } | { refus: 'ARRETE_EN_COURS' | 'CLE_IDEMPOTENCE_REUTILISEE' }>;
  /** A failed work goes on where it was. */
  reprendre(
    identite: Identite,
    id: string,
  ): Promise<null | 'TRAVAIL_INCONNU' | 'TRAVAIL_NON_REPRENABLE' | 'ARRETE_EN_COURS'>;
  /** A work under way that no replica holds, for one minute; null when there is none. */
  prendre(): Promise<TravailPris | null>;
  /** Keeps a page and where to go on. @returns null when the work is no longer this replica's */
  noter(pris: TravailPris, page: PageLue): Promise<TravailPris | 'FINI' | null>;
  /** Freezes and signs all that was read, in the name of who asked. */
  signer(pris: TravailPris): Promise<void>;
  echouer(pris: TravailPris, motif: CodeRefus): Promise<void>;
}
