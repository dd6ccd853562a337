import type { TexteProtocole } from '@passerelle/demo-data';
import type { SqlReader } from '../../database/sql-reader.js';
import type { BatchRead } from '../../request/batch-read.js';
import type {
  Engagement,
  Enjeu,
  EtapeProtocole,
  LienIndicateur,
  Protocole,
  VersionTexte,
} from './texte-commun.js';

/** This house's original of the signed text: what is in force, and every version before it. */
export interface TexteCommunReader {
  /** Null before the text has been loaded. */
  protocole(sql: SqlReader): Promise<Protocole | null>;
  enjeux(sql: SqlReader): Promise<readonly Enjeu[]>;
  /** By number; @param enjeu - null for all */
  engagements(sql: SqlReader, enjeu: number | null): Promise<readonly Engagement[]>;
  readonly enjeuParNumero: BatchRead<number, Enjeu | null>;
  readonly engagementParCode: BatchRead<string, Engagement | null>;
  readonly engagementsParEnjeu: BatchRead<number, readonly Engagement[]>;
  /** Newest first. */
  versions(sql: SqlReader): Promise<readonly VersionTexte[]>;
  readonly enjeuxDeVersion: BatchRead<number, readonly Enjeu[]>;
  readonly engagementsDeVersion: BatchRead<number, readonly Engagement[]>;
  /** The whole text of a version, in the form that its hash covers; null for one not held. */
  readonly texteDeVersion: BatchRead<number, TexteProtocole | null>;
  /** In their order: the draft, then the signature. */
  etapes(sql: SqlReader): Promise<readonly EtapeProtocole[]>;
  readonly indicateursParEngagement: BatchRead<string, readonly LienIndicateur[]>;
}
