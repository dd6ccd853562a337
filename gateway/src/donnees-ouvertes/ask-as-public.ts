import { type Identite, SCOPE_LIRE_PUBLIC } from '@passerelle/identity';
import { GatewayError } from '../errors.js';
import { type RunPorts, runOperation } from '../operation/run-operation.js';
import { createRequestContext, newRequestMarks } from '../request-context.js';
import type { GraphHolder } from '../supergraph/graph-holder.js';

/** Who reads open data: nobody in particular, who sees what is public and nothing else. */
const PUBLIC: Identite = {
  sujet: 'public',
  nature: 'integrateur',
  fonction: 'lecteur public',
  organisation: 'public',
  partenaire: null,
  roles: ['integrateur'],
  scopes: [SCOPE_LIRE_PUBLIC],
  territoire: null,
  finalite: null,
  amr: [],
};
const CLE = JSON.stringify(PUBLIC);

export interface PublicAnswer {
  readonly data: unknown;
  /** Partners whose part is missing. */
  readonly manquants: readonly string[];
}

export type AskAsPublic = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<PublicAnswer>;

/** @throws GatewayError GRAPHE_INDISPONIBLE, or what refuses the whole operation */
export function createAskAsPublic(graph: GraphHolder, run: RunPorts): AskAsPublic {
  return async (document, variables, signal) => {
    const served = graph.current();
    if (served === null) throw new GatewayError('GRAPHE_INDISPONIBLE');
    const operation = served.operations.prepare(document, undefined);
    const who = { identite: PUBLIC, cleIdentite: CLE };
    const context = createRequestContext(newRequestMarks(), who, served.graph.addresses, []);
    const { data } = await runOperation(
      { ...run, ...served },
      { operation, variables, context, signal },
    );
    return {
      data,
      manquants: context.rapport
        .lines()
        .filter(({ statut }) => statut !== 'ok')
        .map(({ partenaire }) => partenaire),
    };
  };
}
