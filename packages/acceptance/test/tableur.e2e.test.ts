import { readFile } from 'node:fs/promises';
import { ecrireXlsx, lireXlsx, type ValeurLue } from '@passerelle/portal-files';
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

const PARTIE = 'Toutes les contributions de la Région à la fois';

async function ouvrir(identifiant: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await platform.signIn(page, identifiant, '/protocole');
  await page.getByRole('heading', { name: PARTIE }).waitFor();
  return page;
}

/** The workbook as the browser saves it: titles, then 23 lines. */
async function exporter(page: Page): Promise<readonly (readonly ValeurLue[])[]> {
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter mes contributions (XLSX)' }).click(),
  ]);
  expect(fichier.suggestedFilename()).toMatch(/^contributions-region-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [feuille] = await lireXlsx(
    new Blob([new Uint8Array(await readFile(await fichier.path()))]),
  );
  return feuille?.lignes ?? [];
}

async function importer(
  page: Page,
  lignes: readonly (readonly ValeurLue[])[],
  name: string,
): Promise<void> {
  const [titres = [], ...reste] = lignes;
  const classeur = await ecrireXlsx([
    {
      nom: 'Contributions',
      colonnes: titres.map((titre) => ({ titre: String(titre) })),
      lignes: reste,
    },
  ]);
  const buffer = Buffer.from(await classeur.arrayBuffer());
  await page
    .getByLabel('Classeur de contributions à importer')
    .setInputFiles({ name, mimeType: classeur.type, buffer });
  await page.getByRole('region', { name: `Aperçu de ${name}` }).waitFor();
}

test('un chargé de mission met à jour ses 23 contributions au tableur, les valide et les publie', async () => {
  const page = await ouvrir('region.charge-de-mission');
  const colonne = (titre: string) => lignes[0]?.indexOf(titre) ?? -1;
  const lignes = await exporter(page);
  expect(lignes).toHaveLength(24);
  const [avancement, meteo, commentaire] = [
    colonne('Avancement (0 à 100)'),
    colonne('Météo'),
    colonne('Commentaire'),
  ];
  const remplir = (valeur: (rang: number) => ValeurLue): ValeurLue[][] =>
    lignes.map((ligne, rang) =>
      rang === 0
        ? [...ligne]
        : ligne.map((cellule, index) => {
            if (index === avancement) return valeur(rang);
            if (index === meteo) return 'à surveiller';
            return index === commentaire ? `=Point du lundi, ligne ${rang}` : cellule;
          }),
    );

  // A wrong line stops everything, and is said at its line.
  await importer(
    page,
    remplir((rang) => (rang === 7 ? 140 : 30 + rang)),
    'faux.xlsx',
  );
  const erreurs = page.getByRole('table', { name: 'Erreurs du classeur, ligne par ligne' });
  await erreurs.getByText('Ligne 8, E07').waitFor();
  expect(await page.getByRole('button', { name: /^Enregistrer les/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Renoncer à cet import' }).click();

  await importer(
    page,
    remplir((rang) => 30 + rang),
    'lundi.xlsx',
  );
  await page.getByText('lundi.xlsx : 23 contributions changent').waitFor();
  await page.getByRole('button', { name: 'Enregistrer les 23 brouillons' }).click();
  await page.getByText('23 brouillons enregistrés.').waitFor();

  for (const verbe of ['Valider', 'Publier']) {
    await page.getByRole('button', { name: `${verbe} les 23` }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: `${verbe} les 23` })
      .click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  }
  const autre = await platform.openSession('pole-emploi.conseiller');
  const lues = await waitUntil(
    async () => {
      const { body } = await autre.graphql(
        '{ engagements { contributionRegion { avancement commentaire visibilite etat } } }',
      );
      return JSON.stringify(body);
    },
    (texte) => texte.includes('"avancement":53'),
    30_000,
  );
  expect(lues).toContain('=Point du lundi, ligne 1');
});

test('un import s’annule d’un geste tant que personne n’a travaillé dessus', async () => {
  const page = await ouvrir('region.charge-de-mission');
  const lignes = await exporter(page);
  const avancement = lignes[0]?.indexOf('Avancement (0 à 100)') ?? -1;
  await importer(
    page,
    lignes.map((ligne, rang) =>
      ligne.map((cellule, index) => (rang === 1 && index === avancement ? 77 : cellule)),
    ),
    'une-ligne.xlsx',
  );
  await page.getByText('une-ligne.xlsx : 1 contribution change').waitFor();
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
  await page.getByText('1 brouillon enregistré').waitFor();
  await page.getByRole('button', { name: 'Annuler cet import' }).click();
  await page.getByText(/Dernier import : 1 brouillon, .* annulé le/).waitFor();
  expect(await exporter(page)).toEqual(lignes);
});
