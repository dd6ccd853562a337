import { type Client, createRequest, gql, type OperationResult } from '@urql/core';
import { expect, test, vi } from 'vitest';
import { pipe, subscribe } from 'wonka';
import { clientDe } from './au-nom-de.js';
import { creerClient } from './client.js';
import { recommencer } from './recommencer.js';

const LIRE = gql`
  query LireE07 {
    engagement(code: "E07") {
      code
      libelle
    }
  }
`;
const DEMANDE = createRequest(LIRE, {});

// Long enough for a busy machine; a test that passes never waits that long.
vi.setConfig({ testTimeout: 30_000 });
const attendre = (vrai: () => boolean): Promise<boolean> =>
  vi.waitUntil(vrai, { timeout: 30_000, interval: 5 });

const reponse = (libelle: string): unknown => ({
  data: { engagement: { __typename: 'Engagement', code: 'E07', libelle } },
});

interface Demande {
  abandonnee: () => boolean;
  repondre: (corps: unknown) => void;
  echouer: () => void;
}

/** A graph that answers each question when the test says so, whatever the order. */
function grapheQuiAttend() {
  const demandes: Demande[] = [];
  const base = creerClient({
    url: 'http://portail.test/graphql',
    fetch: async (_entree, options) => {
      const { promise, resolve, reject } = Promise.withResolvers<Response>();
      demandes.push({
        abandonnee: () => options?.signal?.aborted ?? false,
        repondre: (corps) => resolve(Response.json(corps)),
        echouer: () => reject(new TypeError('failed to fetch')),
      });
      return promise;
    },
  });
  return { base, demandes };
}

/** What a page does: reads, then reads again as `useLecture` does. */
function page(client: Client) {
  const montre: { libelle: unknown; encore: boolean; erreur: boolean }[] = [];
  const lire = (requestPolicy: 'cache-and-network' | 'network-only') =>
    client.executeQuery(DEMANDE, { requestPolicy });
  const noter = ({ data, stale, error }: OperationResult): void => {
    montre.push({ libelle: data?.engagement?.libelle, encore: stale, erreur: Boolean(error) });
  };
  pipe(lire('cache-and-network'), subscribe(noter));
  return {
    montre,
    relancer: (): void => {
      if (recommencer(client, DEMANDE.key)) return;
      pipe(
        lire('network-only'),
        subscribe(() => undefined),
      );
    },
  };
}

test('une lecture relancée pendant qu’une autre est en route commence après l’acte', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(base);
  await attendre(() => demandes.length === 1);
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[0]?.repondre(reponse('avant l’acte'));
  demandes[1]?.repondre(reponse('après l’acte'));
  await attendre(() => montre.length > 0);
  // One answer, one image: what was read before is never shown.
  expect(montre).toEqual([{ libelle: 'après l’acte', encore: false, erreur: false }]);
  expect(demandes[0]?.abandonnee()).toBe(true);
});

test('la réponse d’avant l’acte, arrivée la dernière, ne remplace pas celle d’après', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(base);
  await attendre(() => demandes.length === 1);
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[1]?.repondre(reponse('après l’acte'));
  await attendre(() => montre.length > 0);
  demandes[0]?.repondre(reponse('avant l’acte'));
  const { data } = await base.query(LIRE, {}, { requestPolicy: 'cache-only' }).toPromise();
  expect(data.engagement.libelle).toBe('après l’acte');
  expect(montre.filter(({ libelle }) => libelle !== 'après l’acte')).toEqual([]);
});

test('ce que lit un module se relance comme ce que lit le portail', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(clientDe(base, { partenaire: 'region', revision: 4 }));
  await attendre(() => demandes.length === 1);
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[1]?.repondre(reponse('après l’acte'));
  await attendre(() => montre.length > 0);
  expect(montre).toEqual([{ libelle: 'après l’acte', encore: false, erreur: false }]);
});

test('relancer sans cesse n’affame personne : la deuxième lecture arrive, une troisième la suit', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(base);
  await attendre(() => demandes.length === 1);
  relancer();
  relancer();
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[1]?.repondre(reponse('après un acte'));
  await attendre(() => demandes.length === 3);
  // Still being read, hence no flash of an idle page.
  expect(montre).toEqual([{ libelle: 'après un acte', encore: true, erreur: false }]);
  demandes[2]?.repondre(reponse('après trois actes'));
  await attendre(() => montre.length === 2);
  expect(montre[1]).toEqual({ libelle: 'après trois actes', encore: false, erreur: false });
  expect(demandes).toHaveLength(3);
});

test('l’échec de la lecture relancée se dit, celui de la lecture abandonnée se tait', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(base);
  await attendre(() => demandes.length === 1);
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[0]?.echouer();
  demandes[1]?.echouer();
  await attendre(() => montre.length > 0);
  expect(montre).toEqual([{ libelle: undefined, encore: false, erreur: true }]);
});

test('une fois la réponse là, relancer lit de nouveau', async () => {
  const { base, demandes } = grapheQuiAttend();
  const { montre, relancer } = page(base);
  await attendre(() => demandes.length === 1);
  demandes[0]?.repondre(reponse('premier'));
  await attendre(() => montre.length === 1);
  expect(recommencer(base, DEMANDE.key)).toBe(false);
  relancer();
  await attendre(() => demandes.length === 2);
  demandes[1]?.repondre(reponse('second'));
  await attendre(() => montre.at(-1)?.libelle === 'second');
  expect(montre.at(-1)?.encore).toBe(false);
});
