import { fileURLToPath } from 'node:url';
import { readSubgraphConfig, type SubgraphConfig } from '@passerelle/subgraph';

/** The only reader of the environment in this service. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): SubgraphConfig {
  return readSubgraphConfig(env, {
    partenaire: 'pole-emploi',
    portDefaut: 4103,
    dossierDefaut: fileURLToPath(new URL('../../../.passerelle', import.meta.url)),
  });
}
