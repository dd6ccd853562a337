import type { OperationKind } from '@passerelle/planner';

/** A call that leaves for one partner. */
export interface SubgraphRequest {
  readonly partenaire: string;
  readonly operationKind: OperationKind;
  readonly operationName: string | null;
  /** Text of the operation. */
  readonly query: string;
  /** The same as a JSON string literal, encoded once: `{"query":${queryJson},"variables":…}`. */
  readonly queryJson: string;
  /** JSON text of the variables object. With `partenaire` and `query`, it is the sharing key. */
  readonly variables: string;
  readonly signal: AbortSignal;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A parsed GraphQL answer. It belongs to the execution it is given to, which adds other partners'
 * fields to its objects in place: a host that shares one call between several executions must
 * share the text and parse it for each, never hand out the same objects twice.
 */
export interface SubgraphResponse {
  readonly data?: unknown;
  readonly errors?: readonly SubgraphError[] | undefined;
}

/** The port through which requests leave. Throws `SubgraphFailure` when there is no answer. */
export type SubgraphFetch<C> = (request: SubgraphRequest, context: C) => Promise<SubgraphResponse>;

/** Opens a partner's stream. Leaving the iteration closes it; `SubgraphFailure` when it is lost. */
export type SubgraphSubscribe<C> = (
  request: SubgraphRequest,
  context: C,
) => Promise<AsyncIterable<SubgraphResponse>>;

/** A partner gave no usable answer: away, too slow, broken JSON, refused. */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';
  readonly partenaire: string;
  readonly code: string;

  constructor(partenaire: string, code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.partenaire = partenaire;
    this.code = code;
  }
}
