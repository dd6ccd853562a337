import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { apiSchemaOf } from '@passerelle/composition';
import type { Plan } from '@passerelle/planner';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  compileOperation,
  executeOperation,
  SubgraphFailure,
  type SubgraphRequest,
  type SubgraphResponse,
} from '../src/index.js';

/** What one partner is asked, word for word, and what it answers. */
interface Exchange {
  readonly partenaire: string;
  readonly query: string;
  readonly variables: unknown;
  readonly response?: SubgraphResponse;
  readonly failure?: { readonly code: string; readonly message: string };
}

const CASES = new URL('./cases/', import.meta.url);

function text(situation: string, file: string): string {
  return readFileSync(new URL(`${situation}/${file}`, CASES), 'utf8');
}

describe('cas de conformité', () => {
  test.each(readdirSync(CASES))('%s', async (situation) => {
    const apiSchema = apiSchemaOf(text(situation, 'supergraph.graphql'));
    const document = parse(text(situation, 'operation.graphql'));
    expect(validate(apiSchema, document)).toEqual([]);
    const plan: Plan = JSON.parse(text(situation, 'plan.json'));
    const exchanges: Exchange[] = JSON.parse(text(situation, 'exchanges.json'));
    const hasVariables = existsSync(new URL(`${situation}/variables.json`, CASES));

    const fetch = async (request: SubgraphRequest): Promise<SubgraphResponse> => {
      const index = exchanges.findIndex(
        (each) => each.partenaire === request.partenaire && each.query === request.query,
      );
      const [exchange] = index < 0 ? [] : exchanges.splice(index, 1);
      if (exchange === undefined) throw new Error(`unexpected call: ${request.query}`);
      expect(JSON.parse(request.variables)).toEqual(exchange.variables);
      expect(JSON.parse(request.queryJson)).toBe(exchange.query);
      if (exchange.failure) {
        const { code, message } = exchange.failure;
        throw new SubgraphFailure(request.partenaire, code, message);
      }
      return exchange.response ?? {};
    };

    const result = await executeOperation(compileOperation({ apiSchema, document, plan }), {
      variables: hasVariables ? JSON.parse(text(situation, 'variables.json')) : {},
      fetch,
      context: null,
      signal: new AbortController().signal,
    });

    // As text: the order of keys counts, and `__proto__` is a key.
    const expected: unknown = JSON.parse(text(situation, 'expected.json'));
    expect(JSON.stringify(result, null, 2)).toBe(JSON.stringify(expected, null, 2));
    expect(exchanges, 'every expected call was made').toEqual([]);
    expect(Object.keys(Object.prototype), 'no prototype was touched').toEqual([]);
  });
});
