import { type Failure, failureOf } from './failures.js';
import type { Run } from './run.js';
import { SubgraphFailure, type SubgraphRequest, type SubgraphResponse } from './subgraph-fetch.js';

/** Asks a partner. What prevents an answer becomes a Failure; nothing is thrown. */
export async function ask(
  run: Run,
  request: Omit<SubgraphRequest, 'signal'>,
): Promise<SubgraphResponse | { readonly failure: Failure }> {
  try {
    return await run.call(request);
  } catch (error) {
    return { failure: run.failures.add(failureFrom(error, request.partenaire)) };
  }
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
