import type { Partenaire } from '@passerelle/portal-ui';
import { PARTENAIRES } from '@passerelle/portal-ui';
import {
  MouvementsEtatDocument,
  MouvementsPoleEmploiDocument,
  MouvementsRegionDocument,
  type MouvementsRegionSubscription,
} from '../generated/graphql.js';
import { signalerPartenaires } from '../partenaires/etat-partenaires.js';
import { suivreFlux } from './flux.js';
import { mener } from './meneur.js';
import { signalerMouvement, surMouvement } from './mouvements.js';
import { attendreOuRetour, ouvrirFlux } from './ouvrir-flux.js';

const DOCUMENTS = {
  etat: MouvementsEtatDocument,
  region: MouvementsRegionDocument,
  'pole-emploi': MouvementsPoleEmploiDocument,
} as const;

let demarre = false;

/**
 * Opens the live streams of the browser, one per house, in one of its tabs. A subscription has one
 * root field, hence three streams; a house that is away does not silence the two others.
 */
export function demarrerDirect(): void {
  if (demarre || typeof navigator === 'undefined') return;
  demarre = true;
  surMouvement((mouvement) => {
    if (mouvement.nature !== 'absence') return;
    signalerPartenaires([{ partenaire: mouvement.partenaire, disponible: false }]);
  });
  const verrous: LockManager | undefined = Reflect.get(navigator, 'locks');
  mener(verrous, 'passerelle-direct', async (signal) => {
    await Promise.all(PARTENAIRES.map((partenaire) => suivrePartenaire(partenaire, signal)));
  });
}

function suivrePartenaire(partenaire: Partenaire, signal: AbortSignal): Promise<void> {
  return suivreFlux<MouvementsRegionSubscription['mouvement']>(
    {
      recevoir(contribution) {
        // A draft was abandoned and nothing is left to show: who had it on screen reads again.
        if (!contribution) {
          signalerMouvement({ nature: 'reprise', partenaire });
          return;
        }
        signalerMouvement({
          nature: 'contribution',
          partenaire,
          engagement: contribution.engagement.code,
          etat: contribution.etat,
        });
      },
      reprise: () => signalerMouvement({ nature: 'reprise', partenaire }),
      attendre: (delaiMs, arret) => attendreOuRetour(partenaire, delaiMs, arret),
      hasard: Math.random,
      ouvrir: (ecoute) =>
        ouvrirFlux(
          {
            document: DOCUMENTS[partenaire],
            variables: {},
            partenaire,
            illisible: () => signalerMouvement({ nature: 'reprise', partenaire }),
          },
          ecoute,
        ),
    },
    signal,
  );
}
