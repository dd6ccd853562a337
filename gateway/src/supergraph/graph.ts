import {
  apiSchemaOf,
  authorisationOf,
  type CompositionError,
  composeGraph,
  type SousGraphe,
  standbyCoordinates,
  subgraphsOf,
  unavailableCoordinates,
} from '@passerelle/composition';
import { createPlanner, type Planner } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import { createRequirements, type Requirements } from '../authorisation/requirements.js';
import type { PartnerAddresses } from '../transport/partner-address.js';
import type { Publication } from './publication.js';

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
  readonly numero: number;
  readonly schema: GraphQLSchema;
  readonly partenaires: readonly string[];
  readonly addresses: PartnerAddresses;
  readonly requirements: Requirements;
  /** Composed at first use, then kept. Falls back on the normal graph when nothing is left. */
  variant(absents: readonly string[]): GraphVariant;
  /** Fields that another partner's original can answer when this one is away. */
  standby(partenaire: string): ReadonlySet<string>;
}

export class CompositionRefusee extends Error {
  override readonly name = 'CompositionRefusee';
  readonly errors: readonly CompositionError[];
  constructor(errors: readonly CompositionError[]) {
    super(
      `Le graphe publié ne se compose pas :\n${errors.map((e) => `- ${e.code} : ${e.message}`).join('\n')}`,
    );
    this.errors = errors;
  }
}

/** @throws CompositionRefusee, PlanningError SUPERGRAPHE_INVALIDE */
export function graphOfPublication(publication: Publication): Graph {
  const sousGraphes: SousGraphe[] = publication.sousGraphes.map(({ partenaire, url, schema }) => ({
    partenaire,
    url,
    schema,
  }));
  const supergraphSdl = compose(sousGraphes, []);
  const standby = new Map(
    sousGraphes.map(({ partenaire }) => [partenaire, standbyCoordinates(sousGraphes, partenaire)]),
  );
  const normal = normalVariant(supergraphSdl);
  const variants = new Map<string, GraphVariant>([[normal.cle, normal]]);

  return {
    numero: publication.numero,
    schema: normal.schema,
    partenaires: sousGraphes.map(({ partenaire }) => partenaire),
    addresses: new Map(
      publication.sousGraphes.map(({ partenaire, url, fluxUrl }) => [
        partenaire,
        { partenaire, url: new URL(url), fluxUrl: new URL(fluxUrl ?? url) },
      ]),
    ),
    requirements: createRequirements(normal.schema, authorisationOf(supergraphSdl)),
    standby: (partenaire) => standby.get(partenaire) ?? NONE,
    variant(absents) {
      const cle = [...absents].sort().join(',');
      const known = variants.get(cle);
      if (known !== undefined) return known;
      const made = degradedVariant(sousGraphes, supergraphSdl, absents, cle) ?? normal;
      variants.set(cle, made);
      return made;
    },
  };
}

/**
 * A graph known only by its supergraph. It has no standby originals, and nothing is known of
 * its users: its authorisation directives are not read.
 */
export function graphOfSupergraph(supergraphSdl: string): Graph {
  const normal = normalVariant(supergraphSdl);
  const addresses = subgraphsOf(supergraphSdl);
  return {
    numero: 0,
    schema: normal.schema,
    partenaires: addresses.map(({ partenaire }) => partenaire),
    addresses: new Map(
      addresses.map(({ partenaire, url }) => [
        partenaire,
        { partenaire, url: new URL(url), fluxUrl: new URL(url) },
      ]),
    ),
    requirements: createRequirements(normal.schema, new Map()),
    standby: () => NONE,
    variant: () => normal,
  };
}

const NONE: ReadonlySet<string> = new Set();

function normalVariant(supergraphSdl: string): GraphVariant {
  return {
    cle: '',
    schema: apiSchemaOf(supergraphSdl),
    planner: createPlanner(supergraphSdl),
    unavailable: new Map(),
  };
}

/** Null when what is left does not make a graph (everyone away): calls will fail one by one. */
function degradedVariant(
  sousGraphes: readonly SousGraphe[],
  normalSdl: string,
  absents: readonly string[],
  cle: string,
): GraphVariant | null {
  const result = composeGraph(sousGraphes, absents);
  if (!result.ok) return null;
  const schema = apiSchemaOf(result.supergraphSdl);
  return {
    cle,
    schema,
    planner: createPlanner(result.supergraphSdl),
    unavailable: unavailableCoordinates({
      supergraphSdl: normalSdl,
      degradedSchema: schema,
      absents,
    }),
  };
}

function compose(sousGraphes: readonly SousGraphe[], absents: readonly string[]): string {
  const result = composeGraph(sousGraphes, absents);
  if (!result.ok) throw new CompositionRefusee(result.errors);
  return result.supergraphSdl;
}
