import { createBreather } from '../supergraph/breathe.js';
import type { ServedGraph } from '../supergraph/graph-holder.js';
import type { OperationText } from './operation-store.js';

/** An open subscription, as seen by what replaces graphs. */
export interface LiveStream {
  readonly texte: OperationText;
  /** Looks at the operation again on a new graph: it goes on there, or ends with the reason. */
  move(served: ServedGraph): Promise<void>;
}

/** The subscriptions open now. */
export interface LiveStreams {
  /** @returns forgets it */
  add(stream: LiveStream): () => void;
  /** Each operation once. */
  operations(): readonly OperationText[];
  move(served: ServedGraph): Promise<void>;
}

export function createLiveStreams(): LiveStreams {
  const streams = new Set<LiveStream>();
  return {
    add(stream) {
      streams.add(stream);
      return () => void streams.delete(stream);
    },
    operations() {
      const texts = new Map<string, OperationText>();
      for (const { texte } of streams) texts.set(`${texte.operationName}\0${texte.query}`, texte);
      return [...texts.values()];
    },
    async move(served) {
      const breathe = createBreather();
      for (const stream of streams) {
        await stream.move(served);
        await breathe();
      }
    },
  };
}
