import {
  contributionsDemonstration,
  instancesDemonstration,
  protocoleDemonstration,
} from '@passerelle/demo-data';
import {
  contributions,
  createSubgraph,
  type Subgraph,
  type SubgraphConfig,
  type SubgraphLog,
  type SubgraphOptions,
  territoires,
  texteCommun,
} from '@passerelle/subgraph';
import { instance } from './instance/index.js';

/** The État's subgraph; opens no port before `start`. */
export function createApp(
  config: SubgraphConfig,
  log: SubgraphLog,
  options: Pick<SubgraphOptions, 'onStatement'> = {},
): Promise<Subgraph> {
  const { demonstration, region } = config;
  return createSubgraph({
    partenaire: 'etat',
    config,
    log,
    ...options,
    features: [
      texteCommun('etat', demonstration ? protocoleDemonstration() : null),
      territoires('etat', region),
      contributions('etat', demonstration ? contributionsDemonstration('etat') : null),
      instance(demonstration ? instancesDemonstration(region) : null),
    ],
  });
}
