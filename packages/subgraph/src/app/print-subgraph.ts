import type { Subgraph, SubgraphLog } from './create-subgraph.js';

const silent: SubgraphLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The SDL of a subgraph that is built and never started. */
export async function printSubgraph(
  create: (log: SubgraphLog) => Promise<Subgraph>,
): Promise<string> {
  return (await create(silent)).sdl;
}
