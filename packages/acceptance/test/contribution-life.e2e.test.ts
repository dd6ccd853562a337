import { randomUUID } from 'node:crypto';
import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askWithToken, codesOf } from './answer.js';

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

/** Each agent has a browser of their own: no cookie, no storage, no channel in common. */
async function openE07(identifiant: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await platform.signIn(page, identifiant, '/protocole/E07');
  await card(page, 'Région').getByText('Avancement').first().waitFor();
  return page;
}

const card = (page: Page, maison: string): Locator =>
  page.getByRole('region', { name: maison, exact: true });

const LECTURE = `{ engagement(code: "E07") {
  contributionEtat { version avancement } contributionRegion { commentaire avancement etat }
} }`;

async function writeDraft(page: Page, commentaire: string, avancement: string): Promise<void> {
  await card(page, 'Région').getByRole('button', { name: 'Préparer une mise à jour' }).click();
  await page.getByLabel('Avancement', { exact: true }).fill(avancement);
  await page.getByLabel('Commentaire (facultatif)').fill(commentaire);
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await card(page, 'Région')
    .getByRole('region', { name: 'Brouillon' })
    .getByText(commentaire)
    .waitFor();
}

describe('la contribution de la Région à E07', () => {
  it('reste à la maison en brouillon, puis paraît chez Pôle emploi sans recharger, et dans l’historique', async () => {
    const commentaire = `Convention signée, ${randomUUID()}`;
    const region = await openE07('region.charge-de-mission');
    const poleEmploi = await openE07('pole-emploi.conseiller');
    const colleague = await platform.openSession('region.conseiller-regional');
    const partner = await platform.openSession('pole-emploi.directeur-territorial');
    const integrator = await platform.integratorToken();
    let loads = 0;
    poleEmploi.on('load', () => {
      loads += 1;
    });

    await writeDraft(region, commentaire, '72');
    // Its own house sees it; nobody else, on screen or in the graph.
    expect(JSON.stringify((await ask(colleague, LECTURE)).data)).toContain(commentaire);
    expect(JSON.stringify((await ask(partner, LECTURE)).data)).not.toContain(commentaire);
    const outside = await askWithToken(platform, integrator, { query: LECTURE });
    expect(JSON.stringify(outside.data)).not.toContain(commentaire);
    await expectAbsent(poleEmploi, commentaire);

    await card(region, 'Région').getByRole('button', { name: 'Valider', exact: true }).click();
    await card(region, 'Région').getByRole('region', { name: 'Version validée' }).waitFor();
    expect(JSON.stringify((await ask(partner, LECTURE)).data)).not.toContain(commentaire);
    await expectAbsent(poleEmploi, commentaire);

    await card(region, 'Région')
      .getByRole('button', { name: /^Publier/ })
      .click();
    await region
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Publier/ })
      .click();
    await card(region, 'Région').getByText('72 %').waitFor();

    await card(poleEmploi, 'Région').getByText(commentaire).waitFor();
    await card(poleEmploi, 'Région').getByText('72 %').waitFor();
    expect(loads).toBe(0);

    await card(poleEmploi, 'Région')
      .getByRole('button', { name: /^Historique/ })
      .click();
    await poleEmploi.getByRole('dialog').getByText(commentaire).waitFor();

    // What one module published shows on the shell's page of the other browser.
    await poleEmploi.keyboard.press('Escape');
    await poleEmploi.getByRole('link', { name: 'Protocole' }).first().click();
    await poleEmploi.getByRole('row', { name: /E07/ }).getByText('72 %').waitFor();
    expect(loads).toBe(0);
  });

  it('n’offre pas d’écrire chez un autre, ni sur la page, ni par le graphe, ni au port du sous-graphe', async () => {
    const region = await openE07('region.charge-de-mission');
    for (const maison of ['État', 'Pôle emploi']) {
      const buttons = await card(region, maison).getByRole('button').allTextContents();
      expect(buttons.filter((text) => !text.startsWith('Historique'))).toEqual([]);
    }

    const session = await platform.openSession('region.charge-de-mission');
    const before = await ask(session, LECTURE);
    const mutation = `mutation { modifierContributionEtat(input: { engagement: "E07", avancement: 1, meteo: ORAGE }) {
      contribution { version } refus { code } } }`;
    const refused = await ask(session, mutation);
    expect(codesOf(refused)).toEqual(['ACCES_REFUSE']);

    const direct = await fetch(`${platform.partenaires.etat}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session.cookie },
      body: JSON.stringify({ query: mutation }),
    });
    expect(direct.status).toBe(401);
    expect((await ask(session, LECTURE)).data).toEqual(before.data);
  });

  it('garde ce qui est tapé quand la session expire, et l’enregistre après une nouvelle connexion', async () => {
    const commentaire = `Saisi avant l’expiration, ${randomUUID()}`;
    const page = await openE07('region.charge-de-mission');
    const button = card(page, 'Région').getByRole('button', { name: /Préparer une mise à jour/ });
    await button.click();
    await page.getByLabel('Commentaire (facultatif)').fill(commentaire);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByText('Votre session a expiré').first().waitFor();
    expect(await page.getByLabel('Commentaire (facultatif)').inputValue()).toBe(commentaire);

    const other = await page.context().newPage();
    await platform.signIn(other, 'region.charge-de-mission');
    await other.close();
    await page.reload();
    await card(page, 'Région').getByRole('button', { name: 'Reprendre ma saisie' }).click();
    const form = page.getByLabel('Commentaire (facultatif)');
    expect(await form.inputValue()).toBe(commentaire);
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await card(page, 'Région')
      .getByRole('region', { name: 'Brouillon' })
      .getByText(commentaire)
      .waitFor();
  });
});

/** Long enough for an event to arrive if one had been sent: what is published takes far less. */
async function expectAbsent(page: Page, text: string): Promise<void> {
  await page.waitForTimeout(1_000);
  expect(await page.getByText(text).count()).toBe(0);
}
