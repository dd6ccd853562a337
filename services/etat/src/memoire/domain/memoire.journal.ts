import type { Identite } from '@passerelle/identity';
import type { ReferencesEngagement, Source } from './memoire.js';

export interface NouvellesReferences {
  readonly engagement: string;
  readonly principes: readonly number[];
  readonly chantiers: readonly number[];
  readonly documents: readonly string[];
}

/** What one transaction of the common memory may read and write. */
export interface OpenMemoire {
  hasEngagement(code: string): Promise<boolean>;
  /** Of these documents, those that are in the register. */
  knownDocuments(ids: readonly string[]): Promise<readonly string[]>;
  lastReferences(engagement: string): Promise<Pick<ReferencesEngagement, 'version'> | null>;
  addReferences(
    nouvelles: NouvellesReferences & { version: number; auteur: string; demonstration: boolean },
  ): Promise<void>;
  writePrincipe(numero: number, libelle: string, source: Source): Promise<void>;
}

export interface MemoireJournal {
  open<Result>(
    identite: Identite,
    verrou: string,
    act: (memoire: OpenMemoire) => Promise<Result>,
  ): Promise<Result>;
}
