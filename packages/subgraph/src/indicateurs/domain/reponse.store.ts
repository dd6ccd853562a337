import type { Identite } from '@passerelle/identity';
import type { SqlReader } from '../../database/sql-reader.js';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Auteur } from './indicateur.journal.js';
import type { CleDeProposition, PropositionRecue, ReponseDeLaMaison } from './reponse.js';

export interface ReponseReader {
  /** The last of each house on each value, the latest first. */
  recues(
    sql: SqlReader,
    filtre: { enAttente: boolean },
    page: Page,
  ): Promise<Slice<PropositionRecue & { tri: readonly [string, string, string] }>>;
  readonly recue: BatchRead<Omit<CleDeProposition, 'version'>, PropositionRecue | null>;
  readonly parCle: BatchRead<CleDeProposition, ReponseDeLaMaison | null>;
}

export interface ReponseJournal {
  /** Answers the last proposal of a house, once; signed, so that the house learns of it. */
  repondre(
    identite: Identite,
    reponse: Omit<ReponseDeLaMaison, 'le' | 'auteur'> & {
      readonly auteur: Auteur;
      /** Name of the indicator, as it is told. */
      readonly libelle: string;
      readonly cleIdempotence: string | null;
      readonly empreinteDemande: string;
    },
  ): Promise<
    | 'fait'
    | 'CLE_IDEMPOTENCE_REUTILISEE'
    | 'CONTRE_PROPOSITION_INCONNUE'
    | 'DEJA_REPONDUE'
    | 'VERSION_DEPASSEE'
  >;
}
