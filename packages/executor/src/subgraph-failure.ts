import { type Failure, failureOf } from './failures.js';
import { isObject } from './json.js';
import type { Run } from './run.js';
import {
  type SubgraphError,
  SubgraphFailure,
  type SubgraphRequest,
  type SubgraphResponse,
} from './subgraph-fetch.js';

/** Asks a partner. What prevents an answer becomes a Failure; nothing is thrown. */
export async function ask(
  run: Run,
  request: Omit<SubgraphRequest, 'signal'>,
): Promise<SubgraphResponse | { readonly failure: Failure }> {
  try {
    return claimed(await run.call(request));
  } catch (error) {
    return { failure: run.failures.add(failureFrom(error, request.partenaire)) };
  }
}

const claims = new WeakSet<object>();

/**
 * Answers are added to in place. A host that hands out the same objects twice, in spite of the
 * port's contract, pays with a copy rather than mix two executions.
 */
function claimed(response: SubgraphResponse): SubgraphResponse {
  const { data } = response;
  if (!isObject(data)) return response;
  if (claims.has(data)) return { ...response, data: structuredClone(data) };
  claims.add(data);
  return response;
}

/** Errors of an answer, none when they are not a list. */
export function errorsOf(response: SubgraphResponse): readonly SubgraphError[] {
  const errors: unknown = response.errors;
  return Array.isArray(errors) ? (response.errors ?? []) : [];
}

export function failureFrom(error: unknown, partenaire: string): Failure {
  if (error instanceof SubgraphFailure) {
    return failureOf(
      { message: error.message, extensions: { code: error.code } },
      error.partenaire,
      null,
    );
  }
  return failureOf(
    {
      message: "L'appel au partenaire n'a pas pu être fait.",
      extensions: { code: 'ERREUR_INTERNE' },
    },
    partenaire,
    null,
  );
}

export function invalidAnswer(partenaire: string): Failure {
  return failureOf(
    {
      message: "La réponse du partenaire n'est pas lisible.",
      extensions: { code: 'REPONSE_INVALIDE' },
    },
    partenaire,
    null,
  );
}
