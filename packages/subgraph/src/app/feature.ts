import type { JournalDesActes, Reaction } from '../actes/domain/acte.js';
import type { GrapheDeService } from '../actes/domain/graphe-de-service.js';
import type { Database, Seed } from '../database/database.js';
import type { MovementFeed } from '../outbox/movement-feed.js';
import type { ReferenceResolver } from '../schema/build-federated-schema.js';
import type { Trouvable } from '../trouvailles/domain/trouvable.js';

// biome-ignore lint/complexity/noBannedTypes: TypeORM and type-graphql name classes by this type
export type AnyClass = Function;

export interface FeatureDeps {
  readonly database: Database;
  readonly feed: MovementFeed;
  readonly actes: JournalDesActes;
  /** What all the features of the house let the one search find. */
  readonly trouvables: readonly Trouvable[];
  /** The common graph in this service's name; null when no gateway is configured. */
  readonly graphe: GrapheDeService | null;
  readonly log: FeatureLog;
}

export interface FeatureLog {
  warn(fields: object, message: string): void;
}

/** What a feature does by itself while the service runs. */
export interface Tache {
  /** Called once, when the database is ready. */
  demarrer(): void;
  /** Resolves when nothing of it runs. */
  arreter(): Promise<void>;
}

/** What a feature puts in the graph. */
export interface FeatureGraph {
  readonly resolvers: readonly AnyClass[];
  readonly orphanedTypes?: readonly AnyClass[];
  readonly references?: Readonly<Record<string, ReferenceResolver>>;
  readonly tache?: Tache;
}

/** One entity or capability of a subgraph: its tables, its first data, its part of the graph. */
export interface Feature {
  readonly entities?: readonly AnyClass[];
  readonly migrations: readonly AnyClass[];
  readonly seeds?: readonly Seed[];
  readonly graph: (deps: FeatureDeps) => FeatureGraph;
  /** Coordinates that stand by for another partner's original; none for the owner. */
  readonly standby?: readonly string[];
  /** Codes that it throws, then codes of its refusals: listed in the service's README. */
  readonly codes: readonly string[];
  readonly refus?: readonly string[];
  /** By nature of act: what this feature does when one is known, whichever house did it. */
  readonly reactions?: Readonly<Record<string, Reaction>>;
  /** What it lets the one search of the portal find. */
  readonly trouvables?: readonly Trouvable[];
}
