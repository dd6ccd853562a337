import type { SqlReader } from '../../database/sql-reader.js';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { CleTerritoire } from '../../territoires/index.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type {
  CleValeur,
  ContreProposition,
  Indicateur,
  LotRelu,
  Recomposition,
  ValeurPubliee,
  VentilationPubliee,
} from './indicateur.js';

/** Which values of an indicator to list. */
export interface FiltreValeurs {
  readonly maille: Maille | null;
  readonly dans: CleTerritoire | null;
  /** A period's code; null: for each territory, the last one known at `le`. */
  readonly periode: string | null;
  readonly le: string;
}

/** Everything here is read with the viewer's eyes, and hidden cells hold no value for anybody. */
export interface IndicateurReader {
  readonly parCode: BatchRead<string, Indicateur | null>;
  list(sql: SqlReader): Promise<readonly Indicateur[]>;
  /** By territory: the last value of each indicator known at a day, in the catalogue's order. */
  readonly courantes: BatchRead<
    CleTerritoire,
    readonly ValeurPubliee[],
    { le: string; code: string | null }
  >;
  readonly valeur: BatchRead<CleValeur, ValeurPubliee | null>;
  /** The value of the same territory for the period before. */
  readonly precedente: BatchRead<CleValeur, ValeurPubliee | null>;
  readonly ventilations: BatchRead<CleValeur, readonly VentilationPubliee[]>;
  readonly recomposition: BatchRead<CleValeur, Recomposition, Maille>;
  /** Most recent period first. */
  serie(
    sql: SqlReader,
    indicateur: string,
    territoire: CleTerritoire,
    page: Page,
  ): Promise<Slice<ValeurPubliee>>;
  /** By territory code. */
  valeurs(
    sql: SqlReader,
    indicateur: string,
    filtre: FiltreValeurs,
    page: Page,
  ): Promise<Slice<ValeurPubliee>>;
  /** Periods that have values known at a day (null: ever), most recent first, at most 40. */
  readonly periodes: BatchRead<string, readonly string[], string | null>;
  /** The last sets of values published by somebody, latest first: at most 10. */
  lots(sql: SqlReader, indicateur: string): Promise<readonly LotRelu[]>;
}

export interface ContrePropositionReader {
  /** By key of the official value: the last counter-proposal of this house. */
  readonly parValeur: BatchRead<string, ContreProposition | null>;
  readonly parCle: BatchRead<{ valeur: string; version: number }, ContreProposition | null>;
}
