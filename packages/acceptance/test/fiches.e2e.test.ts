import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { axe, launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TITRE = 'Alternance courte, essai du mois';

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

/** Somebody's own browser on a page of the portal. */
async function chez(compte: string, chemin: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await platform.signIn(page, compte, chemin);
  await page.locator('h1').waitFor();
  return page;
}

async function garder(page: Page, nom: string): Promise<void> {
  const folder = process.env['CAPTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${nom}.png`), fullPage: true });
}

const carte = (page: Page, nom: string): Locator =>
  page.getByRole('region', { name: nom, exact: true });

/** Publishes what is in progress, from the sheet. */
async function publier(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publier pour les partenaires' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Publier pour les partenaires' })
    .click();
  await page
    .getByRole('button', { name: 'Publier pour les partenaires' })
    .first()
    .waitFor({ state: 'detached' });
}

describe('une fiche action, de son ouverture à sa suite', () => {
  let adresse = '';

  it('ligne 61 : s’ouvre depuis l’engagement, se publie, et a sa variante ailleurs', async () => {
    const page = await chez('region.charge-de-mission', '/protocole/E07');
    const fiches = carte(page, 'Fiches action : Région');
    await fiches.getByRole('button', { name: 'Ouvrir une fiche' }).click();
    const formulaire = page.getByRole('form', { name: 'Nouvelle fiche action' });
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await formulaire.getByText('Donnez un titre à la fiche.').waitFor();
    await formulaire.getByLabel('Titre').fill(TITRE);
    await formulaire.getByLabel('Fin (facultatif)').fill('2023-11-30');
    await formulaire.getByLabel(/^Action expérimentale/).check();
    await formulaire.getByRole('button', { name: 'Ajouter une étape' }).click();
    await formulaire.getByLabel('Étape 1', { exact: true }).fill('Trois entreprises volontaires');
    await formulaire.getByRole('button', { name: 'Ajouter une ligne de budget' }).click();
    await formulaire.getByLabel('Montant en euros').fill('12 000');
    await formulaire.getByLabel('Source').fill('Crédits d’essai');
    await garder(page, 'fiche-formulaire');
    await axe(page);
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await fiches.getByRole('link', { name: TITRE, exact: true }).click();

    await page.getByRole('heading', { level: 1, name: TITRE }).waitFor();
    adresse = new URL(page.url()).pathname;
    expect(adresse).toMatch(/^\/fiches\/region\/fiche-\d+$/);
    await publier(page);
    await page.getByRole('button', { name: 'Ouvrir une variante ailleurs' }).click();
    const variante = page.getByRole('form', { name: 'Nouvelle fiche action' });
    await variante.getByLabel('Titre').fill(`${TITRE}, à Lens`);
    await variante.getByRole('combobox', { name: 'Territoire' }).fill('Lens');
    await page.getByRole('option', { name: /^Lens/ }).filter({ hasText: 'arrondissement' }).click();
    await variante.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await carte(page, 'Variantes par territoire')
      .getByRole('link', { name: `${TITRE}, à Lens` })
      .waitFor();
    await garder(page, 'fiche-publiee');
    await page.context().close();
  });

  it('ligne 11 : finie sans évaluation, elle se voit en retard et se liste', async () => {
    const page = await chez('etat.chef-de-projet', '/fiches?retard=oui&maison=region');
    const ligne = page.getByRole('row', { name: new RegExp(TITRE) });
    await ligne.getByText('évaluation en retard').waitFor();
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await axe(page);
    }
    await garder(page, 'fiches-en-retard');
    await page.context().close();
  });

  it('ligne 30 : l’État observe et enregistre l’avis d’un partenaire social, qui ne fait que lire', async () => {
    const page = await chez('etat.chef-de-projet', adresse);
    await page
      .getByRole('textbox', { name: 'Votre observation' })
      .fill('Trois CFA du bassin sont prêts.');
    await page.getByRole('button', { name: 'Enregistrer l’observation' }).click();
    const observations = carte(page, 'Observations des autres maisons');
    await observations.getByText('Trois CFA du bassin sont prêts.').waitFor();
    const avis = page.getByRole('form', { name: 'Avis d’un partenaire social' });
    await avis.getByLabel('Organisation').fill('Organisation d’essai');
    await avis.getByLabel('Réservé').check();
    await avis.getByRole('button', { name: 'Enregistrer l’avis' }).click();
    await carte(page, 'Avis des partenaires sociaux').getByText('Organisation d’essai').waitFor();
    await axe(page);
    await garder(page, 'fiche-etat');
    await page.context().close();

    const lecteur = await chez('partenaire-social', adresse);
    const lus = carte(lecteur, 'Avis des partenaires sociaux');
    await lus.getByText('réservé', { exact: true }).waitFor();
    expect(await lecteur.getByText('Ce que votre maison peut faire').count()).toBe(0);
    expect(await lecteur.locator('main form').count()).toBe(0);
    await lecteur.context().close();
  });

  it('ligne 12 : évaluée puis généralisée, elle mène à la fiche qui la prolonge en 2024', async () => {
    const page = await chez('region.charge-de-mission', adresse);
    await page.getByRole('button', { name: 'Évaluer' }).click();
    await page
      .getByRole('textbox', { name: 'Ce que l’expérimentation a montré' })
      .fill('Trois contrats signés sur trois.');
    await page.getByRole('button', { name: 'Enregistrer l’évaluation' }).click();
    await page.getByRole('button', { name: 'Conclure l’expérimentation' }).click();
    await page.getByRole('textbox', { name: 'Motif' }).fill('Chaque entreprise recommence.');
    await page.getByRole('button', { name: 'Conclure l’expérimentation' }).click();
    await page.getByText('L’expérimentation est conclue').waitFor();
    await publier(page);
    const experimentation = carte(page, 'Expérimentation');
    await experimentation.getByText('En 2024 : généralisée').waitFor();
    await experimentation.getByRole('link', { name: TITRE }).click();
    await page.getByText('Prolonge', { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).not.toBe(adresse);
    await page.context().close();
  });
});

describe('sans Pôle emploi', () => {
  it('les fiches des deux autres se lisent, la sienne est dite absente, puis revient seule', async () => {
    const page = await chez('region.charge-de-mission', '/fiches');
    await page.getByRole('heading', { name: 'Pôle emploi' }).waitFor();
    await platform.stopPartner('pole-emploi');
    await page.goto(`${platform.portail}/fiches`);
    await page.getByText('Pôle emploi ne répond pas').first().waitFor();
    await page
      .getByRole('link', { name: /alternance/i })
      .first()
      .waitFor();
    await platform.startPartner('pole-emploi');
    await page.getByText('Pôle emploi ne répond pas').first().waitFor({ state: 'detached' });
    await page.context().close();
  });
});
