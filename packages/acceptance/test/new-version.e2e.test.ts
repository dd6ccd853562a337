import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 300_000 });

const PATIENCE = { timeout: 90_000 };
const MODULE = resolve(import.meta.dirname, '../../../frontends/region/dist');
const SAISIE = 'Texte en cours, à ne pas perdre';
const BANDEAU = 'Une nouvelle version du portail est disponible.';

let platform: Platform;
let browser: Browser;

beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** The module of the checkout, told apart by its version alone. */
function lot(version: string): { chemin: string; contenu: string }[] {
  const chemins = readdirSync(MODULE, { recursive: true, encoding: 'utf8' }).filter(
    (chemin) => statSync(join(MODULE, chemin)).isFile() && !/\.(br|gz)$/.test(chemin),
  );
  return chemins.map((chemin) => {
    const contenu = readFileSync(join(MODULE, chemin));
    if (chemin !== 'manifest.json') return { chemin, contenu: contenu.toString('base64') };
    const manifeste: object = JSON.parse(contenu.toString('utf8'));
    const autre = JSON.stringify({ ...manifeste, version });
    return { chemin, contenu: Buffer.from(autre).toString('base64') };
  });
}

async function publier(version: string, cible: object | null = null): Promise<number> {
  const response = await fetch(`${platform.registre}/v1/modules`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${platform.jetons.region.module}`,
    },
    body: JSON.stringify({ canal: 'production', fichiers: lot(version), cible }),
  });
  const resultat: unknown = await response.json();
  return z.looseObject({ publie: z.literal(true), revision: z.number() }).parse(resultat).revision;
}

const revisionDe = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const texte = document.getElementById('passerelle-registre')?.textContent ?? '';
    const { modules }: { modules: { partenaire: string; revision: number }[] } = JSON.parse(texte);
    return modules.find(({ partenaire }) => partenaire === 'region')?.revision ?? 0;
  });

/** Comes back to the tab now and then, as whoever works in several does. */
async function jusquAuBandeau(page: Page): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      expect(await page.getByText(BANDEAU).isVisible()).toBe(true);
    },
    { ...PATIENCE, interval: 1_000 },
  );
}

/** How many times the page was loaded whole since. */
function chargements(page: Page): () => number {
  let nombre = 0;
  page.on('load', () => {
    nombre += 1;
  });
  return () => nombre;
}

async function connecter(identifiant: string, retour: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await platform.signIn(page, identifiant, retour);
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  return [context, page];
}

it('les pages nomment leurs documents par leur empreinte, et disent quel module les demande', async () => {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  const demandes: Request[] = [];
  const statuts: number[] = [];
  page.on('request', (demande) => {
    if (demande.url() === platform.graphql) demandes.push(demande);
  });
  page.on('response', (reponse) => {
    if (reponse.url() === platform.graphql) statuts.push(reponse.status());
  });
  await platform.signIn(page, 'region.charge-de-mission', '/formations');
  await page.getByRole('table').waitFor(PATIENCE);
  const revision = await revisionDe(page);
  const textes = demandes.filter((demande) => demande.postDataJSON().query !== undefined);
  expect(textes.map((demande) => demande.postData())).toEqual([]);
  expect(new Set(statuts)).toEqual(new Set([200]));
  const clients = demandes.map((demande) => {
    const entetes = demande.headers();
    return `${entetes['x-passerelle-client']} ${entetes['x-passerelle-version']}`;
  });
  expect(clients).toContain(`module-region ${revision}`);
  expect(clients.some((client) => /^portail \d+$/.test(client))).toBe(true);
  await context.close();
});

it('une nouvelle version se propose, ne recharge rien qui s’écrit, et les onglets d’avant marchent', async () => {
  const [, ecrit] = await connecter('region.charge-de-mission', '/protocole/E07');
  const [lecture, lit] = await connecter('region.conseiller-regional', '/formations');
  const avant = await revisionDe(lit);
  const carte = ecrit.getByRole('region', { name: 'Région', exact: true });
  await carte.getByRole('button', { name: 'Préparer une mise à jour' }).click();
  await ecrit.getByLabel('Commentaire (facultatif)').fill(SAISIE);

  const revision = await publier('0.1.0-suivante');
  expect(revision).toBeGreaterThan(avant);
  await jusquAuBandeau(ecrit);
  await jusquAuBandeau(lit);

  // Whoever writes goes from page to page as before, and finds the text again.
  const rechargements = chargements(ecrit);
  await ecrit.getByRole('link', { name: 'Territoires' }).first().click();
  await ecrit.getByRole('heading', { level: 1, name: 'Territoires' }).waitFor(PATIENCE);
  expect(rechargements()).toBe(0);
  expect(await revisionDe(ecrit)).toBe(avant);
  await ecrit.goBack();
  await carte.getByRole('button', { name: 'Reprendre ma saisie' }).click(PATIENCE);
  expect(await ecrit.getByLabel('Commentaire (facultatif)').inputValue()).toBe(SAISIE);

  // A tab of before still loads the files of its own version.
  const manifeste = new URL(`/modules/region/${avant}/manifest.json`, platform.portail);
  const { entree } = z
    .looseObject({ entree: z.string() })
    .parse(await (await lecture.request.get(manifeste.href)).json());
  const ancien = new URL(`/modules/region/${avant}/${entree}`, platform.portail);
  expect((await lecture.request.get(ancien.href)).status()).toBe(200);

  // Whoever only reads gets it at the next change of page.
  await lit.getByRole('link', { name: 'Protocole' }).first().click();
  await vi.waitFor(async () => expect(await revisionDe(lit)).toBe(revision), PATIENCE);
  expect(await lit.getByText(BANDEAU).isVisible()).toBe(false);
});

it('un essai ne va qu’aux agents qu’il vise', async () => {
  const [, vise] = await connecter('region.charge-de-mission', '/formations');
  const [, autre] = await connecter('region.conseiller-regional', '/formations');
  const avant = await revisionDe(autre);
  const revision = await publier('0.1.0-essai', { roles: ['charge-de-mission'] });
  await jusquAuBandeau(vise);
  await vise.getByRole('button', { name: 'Actualiser' }).click();
  await vi.waitFor(async () => expect(await revisionDe(vise)).toBe(revision), PATIENCE);
  await autre.reload();
  await autre.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  expect(await revisionDe(autre)).toBe(avant);
});
