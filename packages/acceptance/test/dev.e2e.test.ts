import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { freePort, launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Answer, askWithToken, codesOf } from './answer.js';
import { type Artefact, ajouterUnChamp, montrerLeChamp, unArtefact } from './support/artefact.js';
import { propre } from './support/run-program.js';
import { waitUntil } from './support/wait-until.js';

// Installs and builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 600_000 });

const QUESTION = '{ formations(first: 1) { nodes { numeroOffre nombreMetiers lieu { nom } } } }';

let platform: Platform;
let artefact: Artefact;
let browser: Browser;
let essai: ChildProcess;
let port: number;
let dit = '';

beforeAll(async () => {
  platform = await startPlatform();
  artefact = await unArtefact('region');
  for (const mots of [['install', '--prefer-offline'], ['build']]) {
    const { sortie, stdout, stderr } = await artefact.pnpm(...mots);
    if (sortie !== 0) throw new Error(`${stdout}\n${stderr}`);
  }
  browser = await launchBrowser();
  port = await freePort();
  essai = spawn(
    join(artefact.dossier, 'node_modules/.bin/passerelle'),
    ['dev', 'region', '--port', String(port), '--plateforme', platform.dossier],
    {
      cwd: artefact.dossier,
      env: {
        ...propre(),
        PASSERELLE_REGISTRE: platform.registre,
        TAILLE_DEMONSTRATION: 'petite',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const flux of [essai.stdout, essai.stderr]) {
    flux?.setEncoding('utf8').on('data', (texte: string) => {
      dit += texte;
    });
  }
  await waitUntil(
    () => dit,
    (texte) => texte.includes('Ctrl-C pour finir') || essai.exitCode !== null,
    120_000,
  );
});

afterAll(async () => {
  if (essai?.exitCode === null) {
    const parti = new Promise((resolve) => essai.once('exit', resolve));
    essai.kill('SIGINT');
    await parti;
  }
  await browser?.close();
  await platform?.stop();
  if (artefact === undefined) return;
  await removeEmbeddedPostgres(join(artefact.dossier, '.passerelle/essai/region'));
  artefact.supprimer();
});

const demander = async (graphql: string): Promise<Answer> =>
  askWithToken({ graphql }, await platform.integratorToken(), { query: QUESTION });

test('un champ écrit sur ce poste répond dans le graphe de l’essai, et nulle part ailleurs', async () => {
  expect(dit).toContain('De ce poste : le service de region et son module.');
  ajouterUnChamp(artefact);
  const essaye = await waitUntil(
    () => demander(`http://127.0.0.1:${port}/graphql`),
    (reponse) => (reponse.errors ?? []).length === 0 && reponse.data != null,
  );
  expect(essaye.data).toEqual({
    formations: {
      nodes: [
        {
          numeroOffre: expect.any(String),
          nombreMetiers: expect.any(Number),
          // Territories are the State's: its deployed service answers the trial.
          lieu: { nom: expect.any(String) },
        },
      ],
    },
  });
  // Asked again: its first token makes it discover the provider, on a machine that may be busy.
  await waitUntil(
    async () => codesOf(await demander(platform.graphql)),
    (codes) => codes.includes('CHAMP_INCONNU'),
  );
});

test('le module de ce poste remplace le déployé dans ce navigateur, et la page le dit', async () => {
  montrerLeChamp(artefact);
  const adresse = /http:\/\/\S+\/portail\/surcharges\S+/.exec(dit)?.[0] ?? '';
  const page = await browser.newPage();
  // The session of the deployed portal is worth here too: cookies ignore ports.
  await platform.signIn(page, 'region.charge-de-mission');
  await page.goto(adresse);
  await page.getByRole('button', { name: 'Servir ce module depuis mon poste' }).click();
  await page.goto(`http://127.0.0.1:${port}/formations`);
  await page.getByText(/servi depuis votre poste/).waitFor({ timeout: 30_000 });
  await page
    .getByText(/\d+ métiers préparés/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.close();
});

test('Ctrl-C finit tout : ni passerelle, ni service, ni base', async () => {
  const service = /Service {2}(http:\S+)/.exec(dit)?.[1] ?? '';
  expect((await fetch(`${service}/sante/vivant`)).ok).toBe(true);
  const fini = new Promise((resolve) => essai.once('exit', resolve));
  essai.kill('SIGINT');
  expect(await fini).toBe(0);
  for (const adresse of [service, `http://127.0.0.1:${port}`]) {
    await expect(fetch(`${adresse}/sante/vivant`)).rejects.toThrow();
  }
  expect(
    existsSync(`${artefact.dossier}/.passerelle/essai/region/data/postgres/postmaster.pid`),
  ).toBe(false);
});
