import { join } from 'node:path';
import { type EmbeddedPostgres, ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askWithToken, codesOf } from './answer.js';
import {
  type Artefact,
  ajouterUnChamp,
  montrerLeChamp,
  type ServiceDeLArtefact,
  unArtefact,
} from './support/artefact.js';

// Installs and builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const OTHERS = ['gateway', 'etat', 'pole-emploi', 'region', 'registre', 'identite'];
const QUESTION = '{ formations(first: 1) { nodes { nombreMetiers } } }';

let platform: Platform;
let artefact: Artefact;
let browser: Browser;
let base: EmbeddedPostgres | undefined;
let service: ServiceDeLArtefact | undefined;

beforeAll(async () => {
  // What is tested is the change of graph, not how long a busy machine takes to answer.
  platform = await startPlatform({
    env: { DELAI_PARTENAIRE_MS: '60000', DELAI_REQUETE_MS: '90000' },
  });
  artefact = await unArtefact('region');
  browser = await launchBrowser();
  await pnpm('install', '--prefer-offline');
});
afterAll(async () => {
  await service?.arreter();
  await base?.stop();
  await browser?.close();
  await platform?.stop();
  artefact?.supprimer();
});

async function pnpm(...mots: string[]): Promise<void> {
  const { sortie, stdout, stderr } = await artefact.pnpm(...mots);
  if (sortie !== 0) throw new Error(`pnpm ${mots.join(' ')}\n${stdout}\n${stderr}`);
}

async function passerelle(genre: 'schema' | 'module', ...mots: string[]): Promise<string> {
  const { sortie, stdout, stderr } = await artefact.passerelle(mots, {
    PASSERELLE_REGISTRE: platform.registre,
    PASSERELLE_JETON: platform.jetons.region[genre],
  });
  if (sortie !== 0) throw new Error(`passerelle ${mots.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Asks without a pause, while it acts, what everyone could ask before: every answer must be whole. */
async function whileAsked(token: string, act: () => Promise<unknown>): Promise<void> {
  const query = '{ formations(first: 2) { nodes { numeroOffre lieu { nom } } } enjeux { numero } }';
  const failed: unknown[] = [];
  let asked = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver || asked === 0) {
      const answer = await askWithToken(platform, token, { query });
      asked += 1;
      if (answer.status !== 200 || answer.errors !== undefined) failed.push(answer);
    }
  })();
  await act().finally(() => {
    isOver = true;
  });
  await asking;
  expect(failed).toEqual([]);
}

test('la Région met en service un champ et le module qui s’en sert ; personne d’autre ne redémarre', async () => {
  const pids = OTHERS.map((nom) => platform.pidOf(nom));
  const token = await platform.integratorToken();
  const before = await askWithToken(platform, token, { query: QUESTION });
  expect(codesOf(before)).toEqual(['CHAMP_INCONNU']);
  const page = await browser.newPage();
  await platform.signIn(page, 'region.charge-de-mission', '/formations');
  await page.getByRole('table').first().waitFor();

  // In its own repository: the field, then the process that serves it, then the graph.
  ajouterUnChamp(artefact);
  await pnpm('build');
  await pnpm('print-schema');
  base = await ensureEmbeddedPostgres({ dossier: platform.dossier, port: 0, bases: ['region'] });
  service = await artefact.demarrerService({
    DATABASE_URL_REGION: base.url('region'),
    JETONS_INTERNES_JWKS: join(platform.dossier, 'secrets/jetons-internes.publiques.json'),
    // On the same data: what it signs must be what the other houses expect of the Région.
    ACTES_CLE: join(platform.dossier, 'secrets/actes-region.privee.json'),
    ACTES_CLES: join(platform.dossier, 'secrets/actes.publiques.json'),
    TAILLE_DEMONSTRATION: 'petite',
  });
  const schema = ['services/region/schema.graphql', '--url', `${service.adresse}/graphql`];
  await passerelle('schema', 'verifier', 'schema', ...schema);
  await whileAsked(token, () => passerelle('schema', 'publier', 'schema', ...schema, '--attendre'));
  const after = await askWithToken(platform, token, { query: QUESTION });
  expect(after).toMatchObject({
    data: { formations: { nodes: [{ nombreMetiers: expect.any(Number) }] } },
  });

  // Then the module, built against the graph that is deployed now.
  await passerelle('module', 'graphe', '--sortie', 'frontends/region/graphe.graphql');
  montrerLeChamp(artefact);
  await pnpm('build');
  await whileAsked(token, () =>
    passerelle('module', 'publier', 'module', 'frontends/region/dist', '--attendre'),
  );
  await page.goto(`${platform.portail}/formations`);
  await page
    .getByText(/\d+ métiers préparés/)
    .first()
    .waitFor();
  await page.close();

  expect(OTHERS.map((nom) => platform.pidOf(nom))).toEqual(pids);
});

test('revenir remet l’ancien graphe et l’ancien module, par une commande chacun', async () => {
  // The module first: it asks the field that goes.
  const motif = ['--motif', 'essai', '--attendre'];
  await passerelle('module', 'revenir', '--genre', 'module', ...motif);
  await passerelle('schema', 'revenir', '--genre', 'schema', ...motif);
  const token = await platform.integratorToken();
  const answer = await askWithToken(platform, token, { query: QUESTION });
  expect(codesOf(answer)).toEqual(['CHAMP_INCONNU']);
});
