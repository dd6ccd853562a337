import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CompositionError } from './composition-result.js';
import { compositionError } from './errors.js';
import type { SousGraphe } from './sous-graphe.js';

/** Larger texts are refused before they are parsed. */
export const MAX_SCHEMA_BYTES = 1024 * 1024;

export interface ParsedSubgraph {
  readonly partenaire: string;
  readonly url: string;
  readonly document: DocumentNode;
}

export interface ParsedSubgraphs {
  readonly subgraphs: readonly ParsedSubgraph[];
  readonly errors: readonly CompositionError[];
}

export function readSubgraphs(sousGraphes: readonly SousGraphe[]): ParsedSubgraphs {
  const subgraphs: ParsedSubgraph[] = [];
  const errors: CompositionError[] = [];
  const seen = new Set<string>();
  for (const { partenaire, url, schema } of sousGraphes) {
    if (seen.has(partenaire)) {
      errors.push(
        compositionError(
          'PARTENAIRE_EN_DOUBLE',
          `Le partenaire « ${partenaire} » est présent deux fois : gardez un seul schéma par partenaire.`,
          { partenaire },
        ),
      );
      continue;
    }
    seen.add(partenaire);
    if (Buffer.byteLength(schema) > MAX_SCHEMA_BYTES) {
      errors.push(
        compositionError(
          'SCHEMA_TROP_GRAND',
          `Le schéma de « ${partenaire} » dépasse ${MAX_SCHEMA_BYTES} octets : réduisez-le.`,
          { partenaire },
        ),
      );
      continue;
    }
    try {
      subgraphs.push({ partenaire, url, document: read(schema) });
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      errors.push(
        compositionError(
          'SCHEMA_ILLISIBLE',
          `Le schéma de « ${partenaire} » ne se lit pas : ${detail}`,
          { partenaire },
        ),
      );
    }
  }
  return { subgraphs, errors };
}

/** The same few texts are read by every rule, every composition, every publication. */
const documents = new LRUCache<string, DocumentNode>({ max: 8 });

/** @throws GraphQLError when the text is not SDL */
function read(schema: string): DocumentNode {
  let document = documents.get(schema);
  if (document === undefined) {
    document = parse(schema, { noLocation: true });
    documents.set(schema, document);
  }
  return document;
}
