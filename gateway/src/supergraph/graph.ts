import {
  apiSchemaInSlices,
  authorisationOf,
  type SousGraphe,
  standbyCoordinates,
  subgraphsOf,
} from '@passerelle/composition';
import type { Planner } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import { createRequirements, type Requirements } from '../authorisation/requirements.js';
import type { PartnerAddresses } from '../transport/partner-address.js';
import { createBreather, nextTurn } from './breathe.js';
import type { Composer } from './composer.js';
import { type Deprecations, deprecationsOf } from './deprecations.js';
import type { Planners } from './planners.js';

/** The graph as it can be planned while some partners are away. */
export interface GraphVariant {
  /** Partners it does without, sorted and joined: a key for caches. */
  readonly cle: string;
  readonly schema: GraphQLSchema;
  readonly planner: Planner;
  /** Fields of the normal graph that it lacks: coordinate -> missing partner. */
  readonly unavailable: ReadonlyMap<string, string>;
}

/** One published graph. Clients always see its normal schema, whoever is away. */
export interface Graph {
  readonly schema: GraphQLSchema;
  readonly partenaires: readonly string[];
  readonly addresses: PartnerAddresses;
  readonly requirements: Requirements;
  readonly deprecations: Deprecations;
  /** Composed at first use, then kept. Falls back on the normal graph when nothing is left. */
  variant(absents: readonly string[]): Promise<GraphVariant>;
  /** Fields that another partner's original can answer when this one is away. */
  standby(partenaire: string): ReadonlySet<string>;
}

/** What the registry composed, and from what. */
export interface GraphSource {
  readonly supergraphe: string;
  readonly sousGraphes: readonly (SousGraphe & { readonly fluxUrl?: string | undefined })[];
}

/** The threads that work for a graph beside the one that answers requests. */
export interface GraphThreads {
  readonly composer: Composer;
  readonly planners: Planners;
}

/**
 * Makes the graph of a publication ready, in small slices.
 *
 * @throws PlanningError SUPERGRAPHE_INVALIDE, GraphQLError when the text can't be served
 */
export async function createGraph(
  { supergraphe, sousGraphes }: GraphSource,
  { composer, planners }: GraphThreads,
): Promise<Graph> {
  const normal = await openVariant(planners, { cle: '', supergraphe, unavailable: NOTHING });
  const exigences = authorisationOf(supergraphe);
  await nextTurn();
  const deprecations = deprecationsOf(normal.schema);
  const standby = new Map<string, ReadonlySet<string>>();
  const variants = new Map<string, Promise<GraphVariant>>([['', Promise.resolve(normal)]]);

  async function degraded(absents: readonly string[], cle: string): Promise<GraphVariant> {
    const composed = await composer.composeWithout({ sousGraphes, supergraphe, absents });
    if (composed === null) return normal;
    const { supergraphSdl, unavailable } = composed;
    return openVariant(planners, { cle, supergraphe: supergraphSdl, unavailable });
  }

  return {
    schema: normal.schema,
    partenaires: sousGraphes.map(({ partenaire }) => partenaire),
    addresses: new Map(
      sousGraphes.map(({ partenaire, url, fluxUrl }) => [
        partenaire,
        { partenaire, url: new URL(url), fluxUrl: new URL(fluxUrl ?? url) },
      ]),
    ),
    requirements: createRequirements(normal.schema, exigences),
    deprecations,
    standby(partenaire) {
      let found = standby.get(partenaire);
      if (found === undefined) {
        found = standbyCoordinates(sousGraphes, partenaire);
        standby.set(partenaire, found);
      }
      return found;
    },
    variant(absents) {
      const cle = [...absents].sort().join(',');
      let variant = variants.get(cle);
      if (variant === undefined) {
        variant = degraded(absents, cle);
        variants.set(cle, variant);
        // A thread that ended says nothing of this graph: the next outage asks again.
        variant.catch(() => variants.delete(cle));
      }
      return variant;
    },
  };
}

/**
 * A graph known only by its supergraph. It has no standby originals, and nothing is known of
 * its users: its authorisation directives are not read.
 */
export async function graphOfSupergraph(supergraphSdl: string, planners: Planners): Promise<Graph> {
  const variant = { cle: '', supergraphe: supergraphSdl, unavailable: NOTHING };
  const normal = await openVariant(planners, variant);
  const addresses = subgraphsOf(supergraphSdl);
  return {
    schema: normal.schema,
    partenaires: addresses.map(({ partenaire }) => partenaire),
    addresses: new Map(
      addresses.map(({ partenaire, url }) => [
        partenaire,
        { partenaire, url: new URL(url), fluxUrl: new URL(url) },
      ]),
    ),
    requirements: createRequirements(normal.schema, new Map()),
    deprecations: deprecationsOf(normal.schema),
    standby: () => NONE,
    variant: () => Promise.resolve(normal),
  };
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING: ReadonlyMap<string, string> = new Map();

async function openVariant(
  planners: Planners,
  { cle, supergraphe, unavailable }: Pick<GraphVariant, 'cle' | 'unavailable'> & GraphText,
): Promise<GraphVariant> {
  // The planner is opened in its thread while the schema is made in this one.
  const [planner, schema] = await Promise.all([
    planners.open(supergraphe),
    nextTurn().then(() => apiSchemaInSlices(supergraphe, createBreather())),
  ]);
  return { cle, schema, planner, unavailable };
}

type GraphText = Pick<GraphSource, 'supergraphe'>;
