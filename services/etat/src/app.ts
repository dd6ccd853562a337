import {
  comitesDemonstration,
  contributionsDemonstration,
  fichesDemonstration,
  instancesDemonstration,
  organisationsConnues,
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
import { annuaire } from './annuaire/index.js';
import { avenant, PROPRIETAIRE_AVENANT } from './avenant/index.js';
import { contours } from './contours/index.js';
import { instance } from './instance/index.js';
import { memoire } from './memoire/index.js';
import { DECISIONS_ET_SEANCES, seance } from './seance/index.js';
import { situation } from './situation/index.js';

/** The État's subgraph; opens no port before `start`. */
export function createApp(
  config: SubgraphConfig,
  log: SubgraphLog,
  options: Pick<SubgraphOptions, 'onStatement'> = {},
): Promise<Subgraph> {
  const { demonstration, region, taille } = config;
  const jour = () => jourCourant(config);
  const seances = demonstration ? () => seancesDemonstration(region, taille) : null;
  return createSubgraph({
    partenaire: 'etat',
    config,
    log,
    ...options,
    features: [
      texteCommun('etat', demonstration ? protocoleDemonstration() : null),
      avenants('etat', PROPRIETAIRE_AVENANT),
      avenant({ demonstration, jour: () => jourCourant(config) }),
      territoires('etat', region),
      contributions('etat', demonstration ? contributionsDemonstration('etat') : null, jour),
      fiches('etat', demonstration ? fichesDemonstration('etat', region, taille) : null, jour),
      instance(
        jour,
        demonstration ? [...instancesDemonstration(region), ...comitesDemonstration(region)] : null,
      ),
      seance(jour, seances),
      participation('etat', seances, DECISIONS_ET_SEANCES),
      suivi('etat', config.courriel.domaines, jour),
      trouvailles('etat'),
      indicateurs('etat', {
        premieres: () => premieresMesures('etat', region, demonstration),
        demonstration,
        seuil: config.seuilMasquage,
        jour,
      }),
      memoire(demonstration),
      contours(),
      situation({ demonstration, region, jourCourant: jour }),
      annuaire(demonstration ? organisationsConnues(region) : null, jour),
      lettre('etat', config),
      dossier('etat', config),
    ],
  });
}
