import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 300_000 });

const PATIENCE = { timeout: 120_000, interval: 2_000 };
const MODULE = resolve(import.meta.dirname, '../../../frontends/region/dist');
/** As a browser reports it after a while: every mount failed. */
const RAPPORT = { montages: 10, erreurs: 10, genres: { TypeError: 10 } };

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

/** The module of the checkout, whose entry fails as soon as it is mounted. */
function lotEnPanne(): { chemin: string; contenu: string }[] {
  const lire = (chemin: string): string => readFileSync(join(MODULE, chemin), 'utf8');
  const { entree, integrite, ...reste } = z
    .looseObject({ entree: z.string(), integrite: z.record(z.string(), z.string()) })
    .parse(JSON.parse(lire('manifest.json')));
  const code = `${lire(entree).replace(/export\s*\{[^}]*\}\s*;?\s*$/, '')}
const panne = async () => { throw new TypeError('panne'); };
const rien = async () => {};
export { rien as bootstrap, panne as mount, rien as unmount };`;
  const empreinte = `sha384-${createHash('sha384').update(code).digest('base64')}`;
  const manifeste = { ...reste, entree, integrite: { ...integrite, [entree]: empreinte } };
  const changes = new Map([
    [entree, code],
    ['manifest.json', JSON.stringify(manifeste)],
  ]);
  return readdirSync(MODULE, { recursive: true, encoding: 'utf8' })
    .filter((chemin) => statSync(join(MODULE, chemin)).isFile() && !/\.(br|gz)$/.test(chemin))
    .map((chemin) => ({
      chemin,
      contenu: Buffer.from(changes.get(chemin) ?? readFileSync(join(MODULE, chemin))).toString(
        'base64',
      ),
    }));
}

async function ouvrir(identifiant: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await platform.signIn(page, identifiant, '/formations');
  return page;
}

const versionDe = async (page: Page): Promise<number> => {
  const response = await page.request.get(new URL('/portail/version', platform.portail).href);
  return z.object({ modules: z.looseObject({ region: z.number() }) }).parse(await response.json())
    .modules.region;
};

it('un module qui échoue chez les agents est retiré de lui-même, et la page revient', async () => {
  const une = await ouvrir('region.charge-de-mission');
  await une.getByRole('table').waitFor({ timeout: 90_000 });
  const bonne = await versionDe(une);

  const publication = await fetch(`${platform.registre}/v1/modules`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${platform.jetons.region.module}`,
    },
    body: JSON.stringify({ canal: 'production', fichiers: lotEnPanne() }),
  });
  const resultat: unknown = await publication.json();
  expect(resultat).toMatchObject({ publie: true });
  await vi.waitFor(async () => expect(await versionDe(une)).not.toBe(bonne), PATIENCE);
  const mauvaise = await versionDe(une);

  const autre = await ouvrir('region.conseiller-regional');
  await une.reload();
  for (const page of [une, autre]) {
    await page.getByText('Le module de la Région n’a pas pu être chargé').waitFor();
    // The rest of the portal goes on.
    await page.getByRole('link', { name: 'Protocole' }).first().waitFor();
  }
  const module = { partenaire: 'region', revision: mauvaise, ...RAPPORT };
  await vi.waitFor(async () => {
    for (const page of [une, autre]) {
      await page.evaluate(
        (modules) =>
          fetch('/portail/incidents', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ modules }),
          }).then(() => null),
        [module],
      );
    }
    expect(await versionDe(une)).toBe(bonne);
  }, PATIENCE);
  await une.reload();
  await une.getByRole('table').waitFor({ timeout: 90_000 });

  const journal = await fetch(
    `${platform.registre}/v1/journal?canal=production&evenement=RETOUR_AUTOMATIQUE`,
    { headers: { authorization: `Bearer ${platform.jetons.region.administration}` } },
  );
  expect(await journal.json()).toMatchObject({
    entrees: [{ editeur: 'region', resume: expect.stringContaining('TypeError') }],
  });
});
