import type { Identite } from '@passerelle/identity';
import type { RequestReads } from './request-reads.js';

/**
 * What every resolver receives: who asks, and the reads made in that name.
 * An alias and not an interface: graphql-sse wants a context that can be indexed.
 */
export type RequestContext = {
  readonly identite: Identite;
  readonly reads: RequestReads;
};
