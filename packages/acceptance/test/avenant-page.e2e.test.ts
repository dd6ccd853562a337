import { launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from './support/wait-until.js';

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

async function ouvrir(identifiant: string, chemin: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await platform.signIn(page, identifiant, chemin);
  return page;
}

test('ligne 5 : la page du protocole dit qui a rédigé le projet, et avec l’appui de qui', async () => {
  const page = await ouvrir('region.conseiller-regional', '/protocole');
  await page.getByText('Auteurs du projet').waitFor();
  const texte = await page.locator('.s-projet').textContent();
  expect(texte).toMatch(/Auteurs du projet\s*État et Région\s*Appui opérationnel\s*Pôle emploi/);
});

test('ligne 4 : un avenant se rédige et se propose à l’écran, une autre maison le valide au sien', async () => {
  const etat = await ouvrir('etat.chef-de-projet', '/protocole/texte');
  await etat.getByRole('heading', { name: 'Trois originaux, version par version' }).waitFor();
  await etat.getByText('identiques', { exact: true }).waitFor();
  await etat.getByLabel('Objet').fill('Préciser l’engagement E01');
  await etat.getByRole('button', { name: 'Ouvrir l’avenant' }).click();
  await etat.getByLabel('Libellé nouveau').fill('Partager chaque année le diagnostic des besoins');
  await etat.getByRole('button', { name: 'Enregistrer ce changement' }).click();
  await etat.getByRole('rowheader', { name: 'E01, Libellé' }).waitFor();
  await etat.getByRole('button', { name: 'Proposer aux trois maisons' }).click();
  await etat.getByText('en attente de la validation de la Région').waitFor();

  const region = await ouvrir('region.charge-de-mission', '/protocole/texte');
  await region
    .getByRole('cell', { name: 'Partager chaque année le diagnostic des besoins' })
    .waitFor();
  // The proposal reaches the Région within seconds: until then its house says so, and one tries again.
  await waitUntil(
    async () => {
      const valider = region.getByRole('button', { name: 'Valider au nom de la Région' });
      if (await valider.isVisible()) {
        await valider.click();
        await region
          .getByRole('alertdialog')
          .getByRole('button', { name: 'Valider au nom de la Région' })
          .click();
        await region.getByRole('alertdialog').waitFor({ state: 'detached' });
      }
      return region.getByText(/Validé au nom de la Région le/).isVisible();
    },
    (valide) => valide,
    30_000,
  );
});
