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

const AUTEUR = 'region.charge-de-mission';
const VALIDEUR = 'region.responsable-de-service';

/** Presses the button of an act, then the one that confirms it. */
async function accomplir(page: Page, bouton: string, confirmation = bouton): Promise<void> {
  await page.getByRole('button', { name: bouton, exact: true }).click();
  const dialogue = page.getByRole('alertdialog');
  await dialogue.getByRole('button', { name: confirmation, exact: true }).click();
  await dialogue.waitFor({ state: 'detached' });
  // Once done, the act makes no more sense: its button is gone.
  await page.getByRole('button', { name: bouton, exact: true }).waitFor({ state: 'detached' });
}

/** Somebody else of the house validates what is in progress there; its author publishes it. */
async function validerEtPublier(page: Page, adresse: string): Promise<void> {
  const valideur = await chez(VALIDEUR, adresse);
  await accomplir(valideur, 'Valider', 'Valider la fiche');
  await valideur.context().close();
  await page.reload();
  await accomplir(page, 'Publier pour les partenaires');
}

describe('une fiche action, de son ouverture à sa suite', () => {
  let adresse = '';

  it('s’ouvre depuis l’engagement ; ses étapes se rangent au clavier', async () => {
    const page = await chez(AUTEUR, '/protocole/E07');
    const fiches = carte(page, 'Fiches action : Région');
    await fiches.getByRole('button', { name: 'Ouvrir une fiche' }).click();
    const formulaire = page.getByRole('form', { name: 'Nouvelle fiche action' });
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await formulaire.getByText('Donnez un titre à la fiche.').waitFor();
    await formulaire.getByLabel('Titre').fill(TITRE);
    await formulaire.getByLabel('Fin (facultatif)').fill('2023-11-30');
    await formulaire.getByLabel(/^Action expérimentale/).check();
    for (const [rang, titre] of ['Trois entreprises volontaires', 'Réunion de départ'].entries()) {
      await formulaire.getByRole('button', { name: 'Ajouter une étape' }).click();
      await formulaire.getByLabel(`Étape ${rang + 1}`, { exact: true }).fill(titre);
    }
    await formulaire.getByRole('button', { name: 'Monter : étape 2' }).focus();
    await page.keyboard.press('Enter');
    const premiere = formulaire.getByLabel('Étape 1', { exact: true });
    await expect.poll(() => premiere.inputValue()).toBe('Réunion de départ');
    // At the top, it can only go back down: that is where the focus waits.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Descendre : étape 1');
    await formulaire.getByRole('button', { name: 'Ajouter une ligne de budget' }).click();
    await formulaire.getByLabel('Montant en euros').fill('12 000');
    await formulaire.getByLabel('Source').fill('Crédits d’essai');
    await formulaire.getByLabel(/^Année/).fill('2023');
    await garder(page, 'fiche-formulaire');
    await axe(page);
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await fiches.getByRole('link', { name: TITRE, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: TITRE }).waitFor();
    adresse = new URL(page.url()).pathname;
    expect(adresse).toMatch(/^\/fiches\/region\/fiche-\d+$/);
    await page.context().close();
  });

  it('son auteur ne la valide pas ; un autre la renvoie avec un motif, puis la valide ; elle se publie', async () => {
    const page = await chez(AUTEUR, adresse);
    await page.getByText('une autre personne de votre maison le valide').waitFor();
    expect(await page.getByRole('button', { name: 'Valider', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Publier/ }).count()).toBe(0);

    // What awaits a validation is on the home page of who may give it.
    const valideur = await chez(VALIDEUR, '/');
    await valideur.getByRole('link', { name: `Valider la fiche « ${TITRE} »` }).click();
    await valideur.getByRole('heading', { level: 1, name: TITRE }).waitFor();
    await valideur.getByRole('button', { name: 'Renvoyer à la rédaction' }).click();
    await valideur
      .getByRole('textbox', { name: 'Ce qui est à reprendre' })
      .fill('L’échéance de la réunion manque.');
    await valideur.getByRole('button', { name: 'Renvoyer à la rédaction' }).click();
    await valideur.getByText('Renvoyée à la rédaction par').waitFor();
    await valideur.context().close();

    await page.reload();
    await page.getByText('L’échéance de la réunion manque.').waitFor();
    await axe(page);
    await garder(page, 'fiche-renvoyee');
    await page.getByRole('button', { name: 'Modifier', exact: true }).click();
    const formulaire = page.getByRole('form', { name: /^Modifier la fiche/ });
    const prevue = formulaire.getByLabel(/^Prévue le/).first();
    await prevue.fill('2023-12-01');
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await formulaire.getByText('Cette étape est prévue en dehors des dates de la fiche.').waitFor();
    await prevue.fill('2023-10-02');
    await formulaire.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await formulaire.waitFor({ state: 'detached' });
    await carte(page, 'Étapes').getByText('en retard', { exact: true }).waitFor();
    await validerEtPublier(page, adresse);
    await page.getByText('Validée par', { exact: true }).waitFor();
    await page.context().close();
  });

  it('son historique dit qui a fait quoi, et compare deux versions', async () => {
    const page = await chez(AUTEUR, adresse);
    await page.getByRole('button', { name: 'Lire les versions de la fiche' }).click();
    const historique = carte(page, 'Historique');
    await historique
      .getByText(/Renvoyée à la rédaction .* L’échéance de la réunion manque\./)
      .waitFor();
    await historique.getByText(/^Validée .* responsable de service/).waitFor();
    const etapes = page
      .getByRole('region', { name: 'Comparer deux versions' })
      .getByRole('row', { name: /^Étapes/ });
    await etapes.getByText(/^Réunion de départ, prévue le 2 octobre 2023$/).waitFor();
    await axe(page);
    await garder(page, 'fiche-historique');
    await page.context().close();

    // What the house said to itself stays there.
    const ailleurs = await chez('etat.chef-de-projet', adresse);
    await ailleurs.getByRole('button', { name: 'Lire les versions de la fiche' }).click();
    await carte(ailleurs, 'Historique')
      .getByText(/^Publiée /)
      .waitFor();
    expect(await ailleurs.getByText('L’échéance de la réunion manque.').count()).toBe(0);
    await ailleurs.context().close();
  });

  it('ligne 61 : publiée, elle a sa variante ailleurs, avec ses propres chiffres', async () => {
    const page = await chez(AUTEUR, adresse);
    await page.getByRole('button', { name: 'Ouvrir une variante ailleurs' }).click();
    const variante = page.getByRole('form', { name: 'Nouvelle fiche action' });
    await variante.getByLabel('Titre').fill(`${TITRE}, à Lens`);
    await variante.getByLabel('Montant en euros').fill('3 000');
    await variante.getByRole('combobox', { name: 'Territoire' }).fill('Lens');
    await page.getByRole('option', { name: /^Lens/ }).filter({ hasText: 'arrondissement' }).click();
    await variante.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    const ligne = page
      .getByRole('table', { name: 'Variantes par territoire' })
      .getByRole('row', { name: /^Lens/ });
    await ligne.getByRole('link', { name: `${TITRE}, à Lens` }).waitFor();
    await ligne.getByText(/^3.000$/).waitFor();
    await garder(page, 'fiche-publiee');
    await page.context().close();
  });

  it('deux personnes l’écrivent : la seconde voit les deux versions, champ par champ, et choisit', async () => {
    const page = await chez(AUTEUR, adresse);
    const collegue = await chez(VALIDEUR, adresse);
    const ecrire = async (une: Page, objet: string): Promise<Locator> => {
      await une.getByRole('button', { name: 'Modifier', exact: true }).click();
      const formulaire = une.getByRole('form', { name: /^Modifier la fiche/ });
      await formulaire.getByLabel(/^Objet/).fill(objet);
      return formulaire;
    };
    const premier = await ecrire(page, 'Des contrats courts, pour commencer.');
    const second = await ecrire(collegue, 'Des contrats courts, partout.');
    await premier.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await premier.waitFor({ state: 'detached' });
    await second.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await collegue.getByText('Cette fiche a changé pendant que vous écriviez.').waitFor();
    const objet = collegue.getByRole('row', { name: /^Objet/ });
    await objet.getByText('Des contrats courts, pour commencer.').waitFor();
    await objet.getByText('Des contrats courts, partout.').waitFor();
    await axe(collegue);
    await garder(collegue, 'fiche-conflit');
    await collegue.getByRole('button', { name: 'Garder la version enregistrée' }).click();
    await collegue.context().close();
    await validerEtPublier(page, adresse);
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

  it('l’État observe, corrige son observation ; la Région y répond ; l’État la retire, elle reste marquée', async () => {
    const page = await chez('etat.chef-de-projet', adresse);
    await page
      .getByRole('textbox', { name: 'Votre observation' })
      .fill('Deux CFA du bassin sont prêts.');
    await page.getByRole('button', { name: 'Enregistrer l’observation' }).click();
    const observations = carte(page, 'Observations des autres maisons');
    await observations.getByText('Deux CFA du bassin sont prêts.').waitFor();
    await page.getByRole('button', { name: /^Corriger : Deux CFA/ }).click();
    await page
      .getByRole('textbox', { name: 'Nouveau texte de votre observation' })
      .fill('Trois CFA du bassin sont prêts.');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await observations.getByText('Trois CFA du bassin sont prêts.').waitFor();
    await observations.getByText('Lire le texte d’avant la correction').waitFor();
    await axe(page);

    const region = await chez(AUTEUR, adresse);
    await region.getByRole('button', { name: /^Répondre : Trois CFA/ }).click();
    await region.getByRole('textbox', { name: 'Votre réponse' }).fill('Ils commencent en janvier.');
    await region.getByRole('button', { name: 'Enregistrer la réponse' }).click();
    await carte(region, 'Observations des autres maisons')
      .getByText('Ils commencent en janvier.')
      .waitFor();
    await axe(region);
    await garder(region, 'fiche-observee');
    await region.context().close();

    await page.reload();
    await observations.getByText('Ils commencent en janvier.').waitFor();
    await page.getByRole('button', { name: /^Retirer : Trois CFA/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Retirer l’observation' })
      .click();
    await observations.getByText('retirée', { exact: true }).waitFor();
    await observations.getByText('Lire l’observation retirée').waitFor();
    await garder(page, 'fiche-observation-retiree');
    await page.context().close();
  });

  it('ligne 30 : le secrétariat enregistre l’avis d’un partenaire social, qui ne fait que lire', async () => {
    const page = await chez('etat.chef-de-projet', adresse);
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

  it('ligne 12 : évaluée puis généralisée, elle mène à la fiche qui la prolonge en 2024, et le lien se lit des deux côtés', async () => {
    const page = await chez(AUTEUR, adresse);
    // Without its evaluation there is nothing to conclude.
    await page.getByRole('button', { name: 'Évaluer', exact: true }).waitFor();
    const conclure = page.getByRole('button', { name: 'Conclure l’expérimentation' });
    expect(await conclure.count()).toBe(0);
    await page.getByRole('button', { name: 'Évaluer', exact: true }).click();
    await page
      .getByRole('textbox', { name: 'Ce que l’expérimentation a montré' })
      .fill('Trois contrats signés sur trois.');
    await page.getByRole('button', { name: 'Enregistrer l’évaluation' }).click();
    await conclure.click();
    await page.getByLabel('Elle continue dans').waitFor();
    await page.getByLabel(/^Arrêtée/).check();
    expect(await page.getByLabel('Elle continue dans').count()).toBe(0);
    await page.getByLabel(/^Généralisée/).check();
    await page.getByRole('textbox', { name: 'Motif' }).fill('Chaque entreprise recommence.');
    await axe(page);
    await garder(page, 'fiche-conclure');
    await conclure.click();
    await page.getByText('L’expérimentation est conclue').waitFor();
    await validerEtPublier(page, adresse);
    const trajectoire = carte(page, 'Trajectoire 2024');
    await carte(page, 'Expérimentation').getByText('En 2024 : généralisée').waitFor();
    await trajectoire.getByRole('link', { name: TITRE }).click();
    await trajectoire.getByText('Expérimentation :').waitFor();
    await trajectoire.getByText(/évaluée le .*, généralisée$/).waitFor();
    const suite = new URL(page.url()).pathname;
    expect(suite).not.toBe(adresse);
    await validerEtPublier(page, suite);
    await page.context().close();

    const ailleurs = await chez('etat.chef-de-projet', adresse);
    await carte(ailleurs, 'Trajectoire 2024').getByRole('link', { name: TITRE }).click();
    await carte(ailleurs, 'Trajectoire 2024').getByText('Expérimentation :').waitFor();
    await axe(ailleurs);
    await garder(ailleurs, 'fiche-suite');
    await ailleurs.context().close();
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
