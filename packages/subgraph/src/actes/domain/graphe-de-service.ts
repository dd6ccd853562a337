/**
 * The common graph, asked by this service in its house's name. It reads what partners may read and
 * never acts: its identity has no right to.
 */
export interface GrapheDeService {
  /**
   * One query through the gateway.
   *
   * @returns what the graph answered, errors included: a partner away is an answer
   * @throws GrapheInjoignable without an answer (gateway or identity provider away, identity refused)
   */
  demander(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<ReponseDuGraphe>;
  /**
   * The events of a subscription, until the gateway ends it or `signal` is aborted. The first value
   * is null: the stream is open, nothing that happens from now on is missed.
   *
   * @throws GrapheInjoignable when it cannot be opened, or was cut
   */
  suivre(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): AsyncIterable<ReponseDuGraphe | null>;
}

export interface ReponseDuGraphe {
  /** As it came: the caller parses it. */
  readonly data: unknown;
  readonly erreurs: readonly ErreurDuGraphe[];
}

export interface ErreurDuGraphe {
  readonly code: string;
  /** In French, as the graph says it. */
  readonly message: string;
  /** The partner concerned, if there is one. */
  readonly partenaire: string | null;
}

/** No answer at all: try again later. */
export class GrapheInjoignable extends Error {
  readonly code = 'GRAPHE_INJOIGNABLE';

  /** @param raison - in French, without a full stop */
  constructor(
    readonly raison: string,
    options?: ErrorOptions,
  ) {
    super(`Le graphe commun n’a pas répondu : ${raison}.`, options);
    this.name = 'GrapheInjoignable';
  }
}
