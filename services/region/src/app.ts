import {
  contributionsDemonstration,
  DATE_DEMONSTRATION,
  fichesDemonstration,
  formationsDemonstration,
  premieresMesures,
  protocoleDemonstration,
  seancesDemonstration,
} from '@passerelle/demo-data';
import {
  avenants,
  contributions,
  createSubgraph,
  dossier,
  fiches,
  indicateurs,
  jourCourant,
  lettre,
  participation,
  type Subgraph,
  type SubgraphConfig,
  type SubgraphLog,
  type SubgraphOptions,
  suivi,
  territoires,
  texteCommun,
  trouvailles,
} from '@passerelle/subgraph';
import { formation } from './formation/index.js';

/** The Région's subgraph; opens no port before `start`. */
export function createApp(
  config: SubgraphConfig,
  log: SubgraphLog,
  options: Pick<SubgraphOptions, 'onStatement'> = {},
): Promise<Subgraph> {
  const { demonstration, region, taille } = config;
  const jour = () => jourCourant(config);
  return createSubgraph({
    partenaire: 'region',
    config,
    log,
    ...options,
    features: [
      texteCommun('region', demonstration ? protocoleDemonstration() : null),
      avenants('region'),
      territoires('region', region),
      contributions('region', demonstration ? contributionsDemonstration('region') : null, jour),
      fiches('region', demonstration ? fichesDemonstration('region', region, taille) : null, jour),
      indicateurs('region', {
        premieres: () => premieresMesures('region', region, demonstration),
        demonstration,
        seuil: config.seuilMasquage,
        jour,
      }),
      participation('region', demonstration ? () => seancesDemonstration(region, taille) : null),
      formation(
        demonstration
          ? {
              arreteLe: DATE_DEMONSTRATION,
              formations: () => formationsDemonstration(region, taille),
            }
          : null,
      ),
      suivi('region', config.courriel.domaines, jour),
      trouvailles('region'),
      lettre('region', config),
      dossier('region', config),
    ],
  });
}
