import { randomFillSync } from 'node:crypto';
import { SubgraphFailure } from '@passerelle/executor';
import type { Identite } from '@passerelle/identity';
import { ERREURS } from './errors.js';
import { createPartnerReport, type PartnerReport } from './partners/partner-report.js';
import type { Depreciation } from './supergraph/deprecations.js';
import type { PartnerAddresses } from './transport/partner-address.js';

/** What one request carries through planning, execution and transport. */
export interface RequestContext {
  /** Quoted to support; the first characters of the trace id, so that traces are found by it. */
  readonly reference: string;
  readonly traceparent: string;
  /** Null only where the gateway runs without authentication. */
  readonly identite: Identite | null;
  /** Equal for two requests only if a partner may give both the same answer. */
  readonly cleIdentite: string;
  readonly rapport: PartnerReport;
  /** Of the graph that this request began with; a stream that moves to another graph has its. */
  adresses: PartnerAddresses;
  /** To tell in the next answer. */
  depreciations: readonly Depreciation[];
}

export interface RequestMarks {
  reference: string;
  traceparent: string;
}

const pool = Buffer.alloc(24 * 128);
let offset = pool.length;

/** W3C trace context; random bytes are drawn for many requests at once. */
export function newRequestMarks(): RequestMarks {
  if (offset === pool.length) {
    randomFillSync(pool);
    offset = 0;
  }
  const traceId = pool.toString('hex', offset, offset + 16);
  const spanId = pool.toString('hex', offset + 16, offset + 24);
  offset += 24;
  return { reference: traceId.slice(0, 12), traceparent: `00-${traceId}-${spanId}-01` };
}

export function createRequestContext(
  marks: RequestMarks,
  { identite, cleIdentite }: Pick<RequestContext, 'identite' | 'cleIdentite'>,
  adresses: PartnerAddresses,
  depreciations: readonly Depreciation[],
): RequestContext {
  return {
    ...marks,
    identite,
    cleIdentite,
    rapport: createPartnerReport(),
    adresses,
    depreciations,
  };
}

/**
 * The time given to a call, or to the whole request, is over. As reason of a signal, it is
 * what the executor writes where an answer is missing.
 */
export class DelaiEcoule extends SubgraphFailure {
  constructor(partenaire = '') {
    super(partenaire, 'DELAI_DEPASSE', ERREURS.DELAI_DEPASSE.message);
  }
}

/** The client closed its connection: nobody will read the answer. */
export class ClientParti extends Error {
  override readonly name = 'ClientParti';
}
