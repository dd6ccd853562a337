import type { Partenaire } from '@passerelle/portal-ui';
import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { createClient } from 'graphql-sse';
import { entetesDe } from '../graphe/au-nom-de.js';
import { fetchDuGraphe } from '../graphe/fetch-persiste.js';
import {
  lireAvis,
  signalerPartenaires,
  surRetourPartenaire,
} from '../partenaires/etat-partenaires.js';
import type { Ecoute } from './flux.js';
import { signalerMouvement } from './mouvements.js';

// A house that is away is told by an event right after the connection: only a stream that lasts
// is one.
const DELAI_ETABLIE_MS = 1_000;

/** A subscription whose root field is read under the alias `mouvement`. */
export interface Abonnement<Evenement, Variables extends Record<string, unknown>> {
  document: TypedDocumentNode<{ mouvement: Evenement }, Variables>;
  variables: Variables;
  /** The house that answers it. */
  partenaire: Partenaire;
  /** An event came that could not be read: something moved all the same. */
  illisible: () => void;
}

/** Opens a subscription of the gateway (GraphQL over SSE) and ends with it. */
export async function ouvrirFlux<Evenement, Variables extends Record<string, unknown>>(
  { document, variables, partenaire, illisible }: Abonnement<Evenement, Variables>,
  { recevoir, etablie, signal }: Ecoute<Evenement>,
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
    const evenements = flux.iterate<{ mouvement: Evenement }>({
      query: stringifyDocument(document),
      variables,
    });
    for await (const { data, errors, extensions } of evenements) {
      signalerPartenaires(lireAvis(Reflect.get(extensions ?? {}, 'partenaires')));
      if (errors?.some((e) => e.extensions?.['code'] === 'PARTENAIRE_INDISPONIBLE')) {
        signalerMouvement({ nature: 'absence', partenaire });
        return;
      }
      if (data && !errors) recevoir(data.mouvement);
      else illisible();
    }
  } finally {
    clearTimeout(minuterie);
    signal.removeEventListener('abort', fermer);
    flux.dispose();
  }
}

/** The delay, cut short when the partner is known to be back. */
export function attendreOuRetour(
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
