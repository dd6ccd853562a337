import { createHash } from 'node:crypto';
import { composeServices } from '@theguild/federation-composition';
import { printSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { apiSchemaOf } from './api-schema-of.js';
import type { CompositionError, CompositionResult } from './composition-result.js';
import { compositionError } from './errors.js';
import { type ParsedSubgraph, type ParsedSubgraphs, readSubgraphs } from './read-subgraphs.js';
import { commonKey } from './rules/common-key.js';
import { faithfulStandby } from './rules/faithful-standby.js';
import { noContext } from './rules/no-context.js';
import { nullableContributions } from './rules/nullable-contributions.js';
import { selectStandby } from './select-standby.js';
import type { SousGraphe } from './sous-graphe.js';
import { standIns } from './standby.js';

/**
 * Joins subgraphs, and remembers what it joined: a publication changes one schema, and is looked
 * at with each partner away, so most of what is asked has been asked before.
 *
 * Normally standby originals (`@secours`) stay out; for each partner in `absents`, its subgraph is
 * left out and the first available partner's standby original, in the order of the list, is put
 * in. The rules are those of the whole list in both cases.
 */
export type Composer = (
  sousGraphes: readonly SousGraphe[],
  absents?: readonly string[],
) => CompositionResult;

/** A list that keeps the rules, or what is wrong with it. */
type CheckedList = ParsedSubgraphs;

/** @param memoire.graphes - how many compositions are kept, and what they weigh in characters */
export function createComposer(memoire: {
  readonly graphes: number;
  readonly caracteres: number;
}): Composer {
  const lists = new LRUCache<string, CheckedList>({ max: memoire.graphes });
  const graphs = new LRUCache<string, CompositionResult>({
    max: memoire.graphes,
    maxSize: memoire.caracteres,
    sizeCalculation: (composed) => (composed.ok ? composed.supergraphSdl.length : 0) + 1,
  });

  return (sousGraphes, absents = []) => {
    const texts = new Map(sousGraphes.map((each) => [each.partenaire, fingerprintOf(each)]));
    const { subgraphs, errors } = recall(lists, [...texts.values()].join(), () =>
      // Twice the same name has one fingerprint: it must not be taken for the list without it.
      texts.size === sousGraphes.length ? checkList(sousGraphes) : readSubgraphs(sousGraphes),
    );
    if (errors.length > 0) return { ok: false, errors };
    const available = subgraphs.filter(({ partenaire }) => !absents.includes(partenaire));
    const chosen = standIns(available, absents);
    // Of the absent, only what stands in for them is in the graph: their own schema is not.
    const cle = [
      ...available.map(({ partenaire }) => texts.get(partenaire)),
      ...[...chosen].map(([absent, standIn]) => `${standIn} pour ${absent}`).sort(),
    ].join();
    return recall(graphs, cle, () => join(available, chosen));
  };
}

function recall<Value extends object>(
  memory: LRUCache<string, Value>,
  cle: string,
  work: () => Value,
): Value {
  let value = memory.get(cle);
  if (value === undefined) {
    value = work();
    memory.set(cle, value);
  }
  return value;
}

function fingerprintOf({ partenaire, url, schema }: SousGraphe): string {
  return createHash('sha256')
    .update(JSON.stringify([partenaire, url, schema]))
    .digest('base64');
}

/** The subgraphs, read, and all that our own rules have against them. */
function checkList(sousGraphes: readonly SousGraphe[]): CheckedList {
  const { subgraphs, errors } = readSubgraphs(sousGraphes);
  return {
    subgraphs,
    errors: [
      ...errors,
      ...subgraphs.flatMap(noContext),
      ...nullableContributions(subgraphs),
      ...commonKey(subgraphs),
      ...faithfulStandby(subgraphs),
    ],
  };
}

function join(
  available: readonly ParsedSubgraph[],
  chosen: ReadonlyMap<string, string>,
): CompositionResult {
  if (available.length === 0) {
    return {
      ok: false,
      errors: [
        compositionError('AUCUN_PARTENAIRE', "Aucun partenaire n'est disponible : pas de graphe."),
      ],
    };
  }
  const composed = composeServices(
    available.map((subgraph) => {
      const { partenaire, url } = subgraph;
      const replaced = [...chosen].filter(([, standIn]) => standIn === partenaire);
      const absents = new Set(replaced.map(([absent]) => absent));
      return { name: partenaire, url, typeDefs: selectStandby(subgraph, absents) };
    }),
  );
  const { supergraphSdl } = composed;
  return supergraphSdl === undefined
    ? { ok: false, errors: (composed.errors ?? []).map(fromComposer) }
    : new ComposedGraph(supergraphSdl);
}

/** What clients see of it is printed at first need: many compositions are only looked at. */
class ComposedGraph {
  readonly ok = true;
  #apiSdl: string | null = null;
  constructor(readonly supergraphSdl: string) {}

  get apiSdl(): string {
    this.#apiSdl ??= printSchema(apiSchemaOf(this.supergraphSdl));
    return this.#apiSdl;
  }
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
