import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
