import type { Identite } from '@passerelle/identity';
import type { Auteur, OpenJournal } from './contribution.journal.js';
import type { CleContribution, Contribution } from './contribution.js';
import type { ImportContributions } from './import.js';

export interface ImportConnu extends ImportContributions {
  /** Digest of what was asked then. */
  readonly empreinteDemande: string;
}

/** The house's record, open on several engagements at once: all of it is done, or nothing. */
export interface OpenLot {
  /** Those of the protocol among the engagements asked. */
  readonly connus: ReadonlySet<string>;
  /** @param engagement - one of `connus` */
  journal(engagement: string): OpenJournal;
  /** Those that an avenant has withdrawn on this civil day. */
  retires(jour: string): Promise<ReadonlySet<string>>;
  courantes(): Promise<ReadonlyMap<string, Contribution>>;
  importParCle(cleIdempotence: string): Promise<ImportConnu | null>;
  addImport(
    fait: { id: string; cleIdempotence: string | null; empreinteDemande: string; auteur: Auteur },
    versions: readonly CleContribution[],
  ): Promise<void>;
}

/** One import, open to be undone. */
export interface OpenImport {
  readonly fait: ImportContributions;
  /** Whether somebody wrote, validated or abandoned since, on any of its engagements. */
  estRepris(): Promise<boolean>;
  journal(engagement: string): OpenJournal;
  addAnnulation(auteur: Auteur): Promise<void>;
}

export interface ContributionLots {
  /**
   * Runs `act` alone on these engagements (and alone on this key), in one transaction in the name
   * of `identite`; what it throws undoes everything.
   */
  open<Result>(
    identite: Identite,
    cible: { engagements: readonly string[]; cleIdempotence: string | null },
    act: (lot: OpenLot) => Promise<Result>,
  ): Promise<Result>;
  /** The same on the engagements of an import; `act` receives null for an unknown one. */
  openImport<Result>(
    identite: Identite,
    id: string,
    act: (ouvert: OpenImport | null) => Promise<Result>,
  ): Promise<Result>;
}
