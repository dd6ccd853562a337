import type { SqlReader } from '../../database/sql-reader.js';
import type { Page, Slice } from '../../pagination/page.js';
import type { Recherche } from '../../recherche/recherche.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { CleTerritoire, Territoire } from '../../territoires/index.js';
import type { ActeDeFiche, CleFiche, EtatFiche, Fiche, IssueFiche, StatutFiche } from './fiche.js';

export interface FiltreFiches {
  readonly recherche: Recherche | null;
  readonly engagement: string | null;
  /** Fiches about this territory, about what it contains, or about what contains it. */
  readonly territoire: Territoire | null;
  readonly statut: StatutFiche | null;
  readonly etat: EtatFiche | null;
  readonly experimental: boolean | null;
  readonly issue: IssueFiche | null;
  /** Civil date: experiments that ended before it without their evaluation. */
  readonly evaluationEnRetardLe: string | null;
  /** Civil date: experiments that ended before it without an issue. */
  readonly sansIssueLe: string | null;
  /** Civil date: as published at the end of that day; null for now. */
  readonly le: string | null;
}

export interface PageDatee {
  readonly page: Page;
  /** Civil date: as published at the end of that day; null for now. */
  readonly le: string | null;
}

/** Everything here is read with the viewer's eyes: row-level security has the last word. */
export interface FicheReader {
  /** By number: the newest version that the viewer may see. */
  readonly courante: BatchRead<number, Fiche | null>;
  /** By number: the last published version that the viewer may see. */
  readonly publiee: BatchRead<number, Fiche | null>;
  /** By number: what was published at the end of this civil day and the viewer may see. */
  readonly auJour: BatchRead<number, Fiche | null, string>;
  readonly parCle: BatchRead<CleFiche, Fiche | null>;
  readonly historique: BatchRead<number, Slice<Fiche>, PageDatee>;
  /** By version: what happened to it and the viewer may know, oldest first. */
  readonly vie: BatchRead<CleFiche, readonly ActeDeFiche[]>;
  readonly parEngagement: BatchRead<string, Slice<Fiche>, PageDatee>;
  readonly parTerritoire: BatchRead<CleTerritoire, Slice<Fiche>, PageDatee>;
  /** By the number of the fiche of which they are variants. */
  readonly variantes: BatchRead<number, Slice<Fiche>, PageDatee>;
  list(sql: SqlReader, filtre: FiltreFiches, page: Page): Promise<Slice<Fiche>>;
}
