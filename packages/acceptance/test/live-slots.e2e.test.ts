import { randomUUID } from 'node:crypto';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentAtWork, openAgent } from './support/monday.js';

const NOMS: Readonly<Record<Partenaire, string>> = {
  etat: 'État',
  region: 'Région',
  'pole-emploi': 'Pôle emploi',
};

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

const card = (page: Page, maison: string): Locator =>
  page.getByRole('region', { name: maison, exact: true });

describe.each(PARTENAIRES)('sans %s', (absent) => {
  it('la page d’un engagement le nomme à sa place, garde les deux autres, et se remplit sans recharger', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const page = await context.newPage();
    await platform.signIn(page, 'partenaire-social', '/protocole/E07');
    for (const partenaire of PARTENAIRES) {
      await card(page, NOMS[partenaire])
        .getByText(/^Avancement/)
        .first()
        .waitFor();
    }
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });

    await platform.stopPartner(absent);
    await page
      .getByRole('button', { name: 'Réessayer' })
      .or(page.getByText(/ne répond pas/))
      .first()
      .waitFor();
    await page.goto(`${platform.portail}/protocole/E07`);
    loads = 0;
    await page.getByRole('heading', { level: 1, name: /^E07/ }).waitFor();
    await card(page, NOMS[absent])
      .getByText(/ne répond pas|n’a pas pu être lue|indisponible/)
      .first()
      .waitFor();
    for (const present of PARTENAIRES.filter((one) => one !== absent)) {
      await card(page, NOMS[present])
        .getByText(/^Avancement/)
        .first()
        .waitFor();
    }

    await platform.startPartner(absent);
    await card(page, NOMS[absent])
      .getByText(/^Avancement/)
      .first()
      .waitFor();
    expect(loads).toBe(0);
    await context.close();
  });

  it('la fiche d’un territoire aussi', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const page = await context.newPage();
    await platform.stopPartner(absent);
    await platform.signIn(page, 'partenaire-social', '/territoires/arrondissement/596');
    await page.getByRole('heading', { level: 1, name: /Valenciennes/ }).waitFor();
    await card(page, NOMS[absent])
      .getByText(/ne répond pas|n’a pas pu|indisponible/)
      .first()
      .waitFor();
    await platform.startPartner(absent);
    await card(page, NOMS[absent])
      .getByText(/ne répond pas|n’a pas pu|indisponible/)
      .first()
      .waitFor({ state: 'detached' });
    await context.close();
  });
});

/** To come on the demonstration's day, with items of two houses. */
const SEANCE = '/seances/spel-596:2023-12-15';

/** What a page asks by itself from time to time is kept from it: only the stream can tell. */
async function withoutAsking({ page }: AgentAtWork): Promise<void> {
  await page.addInitScript(() => {
    const start = window.setTimeout.bind(window);
    Reflect.set(window, 'setTimeout', (run: () => void, delay = 0, ...rest: unknown[]) =>
      delay >= 2_000 ? 0 : start(run, delay, ...rest),
    );
  });
}

const points = (agent: AgentAtWork): Locator => agent.card('Ordre du jour').locator('li');

/** Moves the first item to the end; gives what the other house has to see first. */
async function moveFirstPoint(agent: AgentAtWork): Promise<string> {
  const descendre = agent.page.getByRole('button', { name: /^Descendre / });
  const suivant = await descendre.nth(1).getAttribute('aria-label');
  await descendre.first().click();
  return suivant?.replace('Descendre ', '') ?? '';
}

describe('une séance ouverte dans deux maisons', () => {
  it('chacune voit aussitôt ce que l’autre y change, une seule fois, et garde ce qu’elle écrit', async () => {
    const etat = await openAgent(platform, browser, 'etat.sous-prefet-valenciennes', SEANCE);
    const region = await openAgent(platform, browser, 'region.conseiller-regional');
    await withoutAsking(region);
    const flux = region.page.waitForResponse(
      (reponse) =>
        reponse.headers()['content-type']?.startsWith('text/event-stream') === true &&
        reponse.request().postData()?.includes('spel-596:2023-12-15') === true,
    );
    await region.page.goto(`${platform.portail}${SEANCE}`);
    const saisie = region.page.getByLabel('Point à ajouter à l’ordre du jour');
    await saisie.fill('Une phrase en');
    await flux;
    for (const _ of [1, 2]) {
      const titre = await moveFirstPoint(etat);
      await points(region).first().getByText(titre).waitFor();
    }
    await saisie.press('End');
    await region.page.keyboard.type(' cours');
    expect(await saisie.inputValue()).toBe('Une phrase en cours');
    const titre = `Point de l’État ${randomUUID().slice(0, 8)}`;
    await etat.page.getByLabel('Point à ajouter à l’ordre du jour').fill(titre);
    await etat.page.getByRole('button', { name: 'Proposer ce point' }).click();
    await points(region).getByText(titre).waitFor();
    expect(await points(region).getByText(titre).count()).toBe(1);
    expect(await saisie.inputValue()).toBe('Une phrase en cours');
    expect(await saisie.evaluate((champ) => champ === document.activeElement)).toBe(true);
    await etat.close();
    await region.close();
  });

  it('l’État absent, la page garde sa dernière lecture et ses actes attendent ; à son retour elle reprend', async () => {
    const etat = await openAgent(platform, browser, 'etat.sous-prefet-valenciennes', SEANCE);
    await points(etat).first().waitFor();
    const avant = await points(etat).allTextContents();
    await platform.stopPartner('etat');
    await etat.page.getByText(/^L’État, qui tient cette séance, ne répond pas/).waitFor();
    expect(await points(etat).allTextContents()).toEqual(avant);
    expect(await etat.page.getByRole('button', { name: 'Noter les présences' }).isDisabled()).toBe(
      true,
    );
    await platform.startPartner('etat');
    await etat.page
      .getByText(/^L’État, qui tient cette séance, ne répond pas/)
      .waitFor({ state: 'detached' });
    const region = await openAgent(platform, browser, 'region.conseiller-regional', SEANCE);
    await points(region).first().waitFor();
    const titre = await moveFirstPoint(etat);
    await points(region).first().getByText(titre).waitFor();
    await etat.close();
    await region.close();
  });
});
