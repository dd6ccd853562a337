import type { Partenaire } from '@passerelle/portal-ui';
import { PARTENAIRES } from '@passerelle/portal-ui';
import { stringifyDocument } from '@urql/core';
import { createClient } from 'graphql-sse';
import {
  MouvementsEtatDocument,
  MouvementsPoleEmploiDocument,
  MouvementsRegionDocument,
  type MouvementsRegionSubscription,
} from '../generated/graphql.js';
import { entetesDe } from '../graphe/au-nom-de.js';
import { fetchDuGraphe } from '../graphe/fetch-persiste.js';
import {
  lireAvis,
  signalerPartenaires,
  surRetourPartenaire,
} from '../partenaires/etat-partenaires.js';
import { type Ecoute, suivreFlux } from './flux.js';
import { mener } from './meneur.js';
import { signalerMouvement, surMouvement } from './mouvements.js';

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
      ouvrir: (ecoute) => ouvrirFlux(partenaire, ecoute),
    },
    signal,
  );
}

// A house that is away is told by an event right after the connection: only a stream that lasts
// is one.
const DELAI_ETABLIE_MS = 1_000;

async function ouvrirFlux(
  partenaire: Partenaire,
  { recevoir, etablie, signal }: Ecoute<MouvementsRegionSubscription['mouvement']>,
): Promise<void> {
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  const flux = createClient({
    url: '/graphql',
    credentials: 'same-origin',
    fetchFn: fetchDuGraphe,
    headers: entetesDe(null),
    retryAttempts: 0,
    on: {
      connected: () => {
        minuterie = setTimeout(etablie, DELAI_ETABLIE_MS);
      },
    },
  });
  const fermer = (): void => flux.dispose();
  signal.addEventListener('abort', fermer, { once: true });
  try {
    const evenements = flux.iterate<MouvementsRegionSubscription>({
      query: stringifyDocument(DOCUMENTS[partenaire]),
    });
    for await (const { data, errors, extensions } of evenements) {
      signalerPartenaires(lireAvis(Reflect.get(extensions ?? {}, 'partenaires')));
      if (errors?.some((e) => e.extensions?.['code'] === 'PARTENAIRE_INDISPONIBLE')) {
        signalerMouvement({ nature: 'absence', partenaire });
        return;
      }
      if (data && !errors) recevoir(data.mouvement);
    }
  } finally {
    clearTimeout(minuterie);
    signal.removeEventListener('abort', fermer);
    flux.dispose();
  }
}

/** The delay, cut short when the partner is known to be back. */
function attendreOuRetour(
  partenaire: Partenaire,
  delaiMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const finir = (): void => {
      clearTimeout(minuterie);
      arreter();
      signal.removeEventListener('abort', finir);
      resolve();
    };
    const minuterie = setTimeout(finir, delaiMs);
    const arreter = surRetourPartenaire((revenu) => {
      if (revenu === partenaire) finir();
    });
    signal.addEventListener('abort', finir, { once: true });
  });
}
