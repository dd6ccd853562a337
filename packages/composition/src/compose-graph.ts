import { composeServices } from '@theguild/federation-composition';
import { printSchema } from 'graphql';
import { apiSchemaOf } from './api-schema-of.js';
import type { CompositionError, CompositionResult } from './composition-result.js';
import { compositionError } from './errors.js';
import { readSubgraphs } from './read-subgraphs.js';
import { commonKey } from './rules/common-key.js';
import { faithfulStandby } from './rules/faithful-standby.js';
import { noContext } from './rules/no-context.js';
import { nullableContributions } from './rules/nullable-contributions.js';
import { selectStandby } from './select-standby.js';
import type { SousGraphe } from './sous-graphe.js';
import { standIns } from './standby.js';

/**
 * Joins the subgraphs. Normally standby originals (`@secours`) stay out; for each partner in
 * `absents`, its subgraph is left out and the first available partner's standby original, in
 * the order of the list, is put in. The rules are those of the whole list in both cases.
 */
export function composeGraph(
  sousGraphes: readonly SousGraphe[],
  absents: readonly string[] = [],
): CompositionResult {
  const { subgraphs, errors } = readSubgraphs(sousGraphes);
  const refused = [
    ...errors,
    ...subgraphs.flatMap(noContext),
    ...nullableContributions(subgraphs),
    ...commonKey(subgraphs),
    ...faithfulStandby(subgraphs),
  ];
  if (refused.length > 0) return { ok: false, errors: refused };

  const available = subgraphs.filter((subgraph) => !absents.includes(subgraph.partenaire));
  if (available.length === 0) {
    return {
      ok: false,
      errors: [
        compositionError('AUCUN_PARTENAIRE', "Aucun partenaire n'est disponible : pas de graphe."),
      ],
    };
  }
  const chosen = standIns(available, absents);
  const composed = composeServices(
    available.map((subgraph) => {
      const replaced = absents.filter((absent) => chosen.get(absent) === subgraph.partenaire);
      return {
        name: subgraph.partenaire,
        url: subgraph.url,
        typeDefs: selectStandby(subgraph, new Set(replaced)),
      };
    }),
  );
  if (composed.supergraphSdl === undefined) {
    return { ok: false, errors: (composed.errors ?? []).map(fromComposer) };
  }
  const { supergraphSdl } = composed;
  return { ok: true, supergraphSdl, apiSdl: printSchema(apiSchemaOf(supergraphSdl)) };
}

function fromComposer(error: {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}): CompositionError {
  const code = error.extensions?.['code'];
  return compositionError(
    'COMPOSITION_REFUSEE',
    `Les schémas ne se composent pas : ${error.message}`,
    typeof code === 'string' ? { codeFederation: code } : {},
  );
}
