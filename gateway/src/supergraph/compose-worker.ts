import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { apiSchemaOf, composeGraph, unavailableCoordinates } from '@passerelle/composition';
import type { CompositionAnswer, CompositionOrder } from './composer.js';

try {
  // Of this thread alone: the one that answers requests comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // The whole process runs lower still already.
}

/** Composes apart, so that nothing of it is felt by the requests: texts in, texts out. */
parentPort?.on('message', (order: CompositionOrder) => {
  parentPort?.postMessage(answerTo(order));
});

function answerTo({ id, sousGraphes, supergraphe, absents }: CompositionOrder): CompositionAnswer {
  try {
    const composed = composeGraph(sousGraphes, absents);
    if (!composed.ok) return { id, degraded: null };
    const { supergraphSdl } = composed;
    const unavailable = unavailableCoordinates({
      supergraphSdl: supergraphe,
      degradedSchema: apiSchemaOf(supergraphSdl),
      absents,
    });
    return { id, degraded: { supergraphSdl, unavailable } };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
