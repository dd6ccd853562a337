import {
  contributionsDemonstration,
  fichesDemonstration,
  premieresMesures,
  protocoleDemonstration,
  seancesDemonstration,
  tensionsDemonstration,
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
import { metier } from './metier/index.js';
import { tension } from './tension/index.js';

/** Pôle emploi's subgraph; opens no port before `start`. */
export function createApp(
  config: SubgraphConfig,
  log: SubgraphLog,
  options: Pick<SubgraphOptions, 'onStatement'> = {},
): Promise<Subgraph> {
  const { demonstration, region, taille } = config;
  const jour = () => jourCourant(config);
  return createSubgraph({
    partenaire: 'pole-emploi',
    config,
    log,
    ...options,
    features: [
      texteCommun('pole-emploi', demonstration ? protocoleDemonstration() : null),
      avenants('pole-emploi'),
      territoires('pole-emploi', region),
      contributions(
        'pole-emploi',
        demonstration ? contributionsDemonstration('pole-emploi') : null,
        jour,
      ),
      fiches(
        'pole-emploi',
        demonstration ? fichesDemonstration('pole-emploi', region, taille) : null,
        jour,
      ),
      indicateurs('pole-emploi', {
        premieres: () => premieresMesures('pole-emploi', region, demonstration),
        demonstration,
        seuil: config.seuilMasquage,
        jour,
      }),
      participation(
        'pole-emploi',
        demonstration ? () => seancesDemonstration(region, taille) : null,
      ),
      metier(),
      tension(demonstration ? () => tensionsDemonstration(region, taille) : null),
      suivi('pole-emploi', config.courriel.domaines, jour),
      trouvailles('pole-emploi'),
      lettre('pole-emploi', config),
      dossier('pole-emploi', config),
    ],
  });
}
