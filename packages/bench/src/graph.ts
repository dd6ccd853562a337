import { readFileSync } from 'node:fs';
import { apiSchemaOf, composeGraph } from '@passerelle/composition';
import type { GraphQLSchema } from 'graphql';
import { PRODUCT } from './rooms.js';

export const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;

/** The services' own schemas, composed as the gateway does it, at the address of the fakes. */
export interface BenchGraph {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  /** SDL by partner. */
  readonly schemas: ReadonlyMap<string, string>;
}

/** @param origin - of the process that answers for all partners, each at `/<partenaire>` */
export function readGraph(origin: string): BenchGraph {
  const schemas = new Map(
    PARTENAIRES.map((partenaire) => [
      partenaire,
      readFileSync(PRODUCT.schemaOf(partenaire), 'utf8'),
    ]),
  );
  const composed = composeGraph(
    [...schemas].map(([partenaire, schema]) => ({
      partenaire,
      url: `${origin}/${partenaire}`,
      schema,
    })),
  );
  if (!composed.ok) {
    throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  }
  const { supergraphSdl } = composed;
  return { supergraphSdl, apiSchema: apiSchemaOf(supergraphSdl), schemas };
}
