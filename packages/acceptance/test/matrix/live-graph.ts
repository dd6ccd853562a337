import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Identite,
  loadSigningKey,
  type Partenaire,
  type SigningKey,
  signInternalToken,
} from '@passerelle/identity';
import type { Platform } from '@passerelle/testing';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  Kind,
  parse,
  type StringValueNode,
} from 'graphql';
import { z } from 'zod';
import { type Answer, readAnswer } from '../answer.js';

const introspection = z.custom<Parameters<typeof buildClientSchema>[0]>(
  (value) => typeof value === 'object' && value !== null && '__schema' in value,
);

/** The graph as the gateway shows it to whoever is signed in. */
export async function readGraph(
  graphql: (query: string) => Promise<Answer>,
): Promise<GraphQLSchema> {
  const { data } = await graphql(getIntrospectionQuery({ descriptions: false }));
  return buildClientSchema(introspection.parse(data));
}

/** The key with which the platform under test signs its internal tokens. */
export function platformKey({ dossier }: Pick<Platform, 'dossier'>): Promise<SigningKey> {
  const path = join(dossier, 'secrets', 'jetons-internes.privee.json');
  return loadSigningKey(JSON.parse(readFileSync(path, 'utf8')));
}

/** Straight at a subgraph's port, as nobody outside should. */
export async function askSubgraph(origin: string, query: string, token?: string): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return readAnswer({ status: response.status, body: await response.json() });
}

export interface MutationServie {
  readonly nom: string;
  /** Any one of these sets of rights opens it; empty when everyone's may. */
  readonly scopes: readonly (readonly string[])[];
}

/** The mutations that a partner's process itself serves, with the rights that they ask for. */
export async function mutationsServies(
  origin: string,
  partenaire: Partenaire,
  identite: Identite,
  cle: SigningKey,
): Promise<readonly MutationServie[]> {
  const token = await signInternalToken(identite, { cle, audience: partenaire });
  const { data } = await askSubgraph(origin, '{ _service { sdl } }', token);
  const { sdl } = z.object({ _service: z.object({ sdl: z.string() }) }).parse(data)._service;
  return parse(sdl).definitions.flatMap((node) => {
    const isObject =
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isObject || node.name.value !== 'Mutation') return [];
    return (node.fields ?? []).map((field) => {
      const required = field.directives?.find((one) => one.name.value.endsWith('requiresScopes'));
      const sets = required?.arguments?.[0]?.value;
      return {
        nom: field.name.value,
        scopes:
          sets?.kind !== Kind.LIST
            ? []
            : sets.values.map((set) =>
                (set.kind === Kind.LIST ? set.values : [set])
                  .filter((value): value is StringValueNode => value.kind === Kind.STRING)
                  .map(({ value }) => value),
              ),
      };
    });
  });
}
