import type { TexteProtocole } from '@passerelle/demo-data';
import type { Avenant } from './avenant.js';

/** Who acts, as subgraphs know an agent. */
export interface Redaction {
  readonly objet: string;
  readonly source: string | null;
  readonly texte: TexteProtocole;
  readonly empreinte: string;
}

/** The secretariat's register of avenants, open alone and in one transaction. */
export interface OpenRegistre {
  /** The text in force and its version; null before any was loaded. */
  enVigueur(): Promise<{ version: number; texte: TexteProtocole } | null>;
  /** The one that is neither published nor abandoned; there is one at most. */
  enCours(): Promise<Avenant | null>;
  parId(id: string): Promise<Avenant | null>;
  /** Highest number ever given; 0 for none. */
  dernierNumero(): Promise<number>;
  ouvrir(
    avenant: Pick<Avenant, 'id' | 'numero' | 'nature' | 'versionDeBase'>,
    redaction: Redaction,
  ): Promise<void>;
  rediger(avenant: Avenant, redaction: Redaction): Promise<void>;
  /** Signs the act that tells the other houses. */
  proposer(avenant: Avenant): Promise<void>;
  abandonner(avenant: Avenant): Promise<void>;
  /** Signs the act by which each house applies the text to its own original. */
  publier(avenant: Avenant, enVigueurLe: string): Promise<void>;
  /** Houses that have validated this very text, as far as this one knows. */
  validations(avenant: Avenant): Promise<ReadonlySet<string>>;
}
