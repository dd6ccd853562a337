import type { Identite } from '@passerelle/identity';
import type { SqlReader } from '../../database/sql-reader.js';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Destinataire, Notification } from './notification.js';
import type { Carnet, FiltreEnregistre, Suivi, Sujet } from './suivi.js';

/** What an agent asks of their own rows; each in one transaction, in the agent's name. */
export interface SuiviWriter {
  /** @returns false when the agent follows too many things; already followed is no matter */
  suivre(identite: Identite, sujet: Sujet): Promise<boolean>;
  nePlusSuivre(identite: Identite, sujet: Sujet): Promise<void>;
  /** An address kept when `courriel` is undefined. @returns false without any address to write to */
  reglerLettre(
    identite: Identite,
    reglage: { lettre: boolean; courriel: string | null | undefined },
  ): Promise<boolean>;
  /**
   * A visit, and who the agent is now: role and territory decide of the letter.
   *
   * @param nouvelle - counts as another one, however short the time since the last
   */
  noterVisite(identite: Identite, nouvelle: boolean): Promise<void>;
  /** These, or everything up to one. */
  marquerLues(
    identite: Identite,
    lues: { ids: readonly string[] } | { jusqua: string },
  ): Promise<void>;
  /** The same name on the same page is replaced. @returns null when the agent keeps too many */
  enregistrerFiltre(
    identite: Identite,
    filtre: Omit<FiltreEnregistre, 'id'>,
  ): Promise<FiltreEnregistre | null>;
  supprimerFiltre(identite: Identite, id: string): Promise<void>;
}

export interface SuiviReader {
  carnet(sql: SqlReader, sujet: string): Promise<Carnet | null>;
  suivis(sql: SqlReader, sujet: string, page: Page): Promise<Slice<Suivi>>;
  /** Whether the reader follows it; asked in batches for a page of things. */
  readonly suit: BatchRead<Sujet, boolean>;
  filtres(sql: SqlReader, sujet: string, page: string | null): Promise<readonly FiltreEnregistre[]>;
  notifications(
    sql: SqlReader,
    pour: Destinataire,
    page: Page,
    nonLues: boolean,
  ): Promise<Slice<Notification>>;
  /** Counted up to 100: past that nobody counts. */
  nombreNonLues(sql: SqlReader, pour: Destinataire): Promise<number>;
}
