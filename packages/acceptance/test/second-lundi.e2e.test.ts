import {
  type AgentSession,
  axe,
  launchBrowser,
  type Platform,
  startPlatform,
} from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from './answer.js';
import { waitUntil } from './support/wait-until.js';
import { type OpenWorkbook, openWorkbook } from './support/workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CODES = Array.from({ length: 23 }, (_, rang) => `E${String(rang + 1).padStart(2, '0')}`);
const FAUTIVE = 'E05';

let platform: Platform;
let browser: Browser;
let region: AgentSession;
let etat: AgentSession;

beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
  region = await platform.openSession('region.charge-de-mission');
  etat = await platform.openSession('etat.chef-de-projet');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

/** Each agent has a browser of their own: no cookie, no storage, no channel in common. */
async function ouvrir(identifiant: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await platform.signIn(page, identifiant, '/protocole');
  await ligne(page, 'E23').waitFor();
  return page;
}

const ligne = (page: Page, code: string): Locator =>
  page
    .getByRole('table', { name: /^Engagements de l’enjeu/ })
    .getByRole('row', { name: new RegExp(`^${code} `) });

/** What the page shows of the Région, beside the État and Pôle emploi. */
const caseRegion = (page: Page, code: string): Locator =>
  ligne(page, code).getByRole('cell').nth(1);

const panneau = (page: Page): Locator =>
  page.getByRole('region', { name: 'Toutes les contributions de la Région à la fois' });

const bouton = (page: Page, nom: string): Locator =>
  panneau(page).getByRole('button', { name: nom, exact: true });

async function exporter(page: Page): Promise<OpenWorkbook> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bouton(page, 'Exporter mes contributions (XLSX)').click(),
  ]);
  return openWorkbook(download);
}

async function importer(page: Page, classeur: OpenWorkbook): Promise<Locator> {
  const buffer = await classeur.save();
  const [choix] = await Promise.all([
    page.waitForEvent('filechooser'),
    bouton(page, 'Importer un classeur').click(),
  ]);
  await choix.setFiles({ name: classeur.name, mimeType: XLSX, buffer });
  const apercu = panneau(page).getByRole('region', { name: `Aperçu de ${classeur.name}` });
  await apercu.waitFor();
  return apercu;
}

/** What the agent types in the 23 lines: values that no line had before. */
function remplir(classeur: OpenWorkbook, tour: string, base: number): void {
  CODES.forEach((code, rang) => {
    classeur.type(code, {
      'Avancement (0 à 100)': base + rang,
      Météo: 'appuis nécessaires',
      Commentaire: commentaireDe(tour, code),
      'Une fois publiée, lue par': 'Les partenaires',
    });
  });
}

/** What looks like a formula is a text here, as in the spreadsheet that it comes from. */
const commentaireDe = (tour: string, code: string): string =>
  `=${tour}, ${code} : « point d’étape »\nseconde ligne`;

async function avancer(page: Page, verbe: 'Valider' | 'Publier'): Promise<void> {
  const libelle = `${verbe} les 23`;
  await bouton(page, libelle).click();
  const dialogue = page.getByRole('alertdialog', { name: `${libelle} ?` });
  await dialogue.getByText(`${CODES.join(', ')}.`).waitFor();
  // A button that waits for a newer reading takes no press: whoever is in front of it presses again.
  await waitUntil(
    async () => {
      const reponse = dialogue.getByRole('button', { name: libelle, exact: true });
      if ((await reponse.count()) > 0) await reponse.click({ timeout: 2_000 }).catch(() => {});
      return dialogue.count();
    },
    (restants) => restants === 0,
    30_000,
  );
  // By text: roles are not seen for a moment behind a dialogue that closes.
  await page.getByText(libelle, { exact: true }).waitFor({ state: 'detached' });
}

const LECTURE =
  '{ engagements { code contributionRegion { version etat avancement meteo commentaire visibilite } } }';
const contributionLue = z
  .object({
    version: z.number(),
    etat: z.enum(['BROUILLON', 'VALIDEE', 'PUBLIEE']),
    avancement: z.number(),
    meteo: z.string(),
    commentaire: z.string().nullable(),
    visibilite: z.string(),
  })
  .nullable();
const lectureLue = z.object({
  engagements: z.array(z.object({ code: z.string(), contributionRegion: contributionLue })),
});
type Lues = z.infer<typeof lectureLue>['engagements'];

async function lire(agent: AgentSession): Promise<Lues> {
  const answer = await ask(agent, LECTURE);
  expect(answer.errors ?? []).toEqual([]);
  return lectureLue.parse(answer.data).engagements;
}

const sont = (etat: 'BROUILLON' | 'VALIDEE' | 'PUBLIEE', tour: string, base: number): unknown =>
  CODES.map((code, rang) => ({
    code,
    contributionRegion: expect.objectContaining({
      etat,
      avancement: base + rang,
      meteo: 'NUAGE',
      commentaire: commentaireDe(tour, code),
      visibilite: 'PARTENAIRES',
    }),
  }));

/** Records what the preview announced; how long it took, on this machine, for who reads the run. */
async function enregistrer(page: Page, apercu: Locator): Promise<string> {
  await apercu
    .getByRole('heading', { name: /: 23 contributions changent, 0 ligne inchangée$/ })
    .waitFor();
  const depuis = performance.now();
  await apercu.getByRole('button', { name: 'Enregistrer les 23 brouillons' }).click();
  await panneau(page).getByText('23 brouillons enregistrés.').waitFor();
  const duree = Math.round(performance.now() - depuis);
  await apercu.waitFor({ state: 'detached' });
  return `23 lignes enregistrées en ${duree} ms, du geste à l’écran`;
}

/** Two browsers, two rounds of 23 lines and three runs of axe, on machines of two cores. */
const TOUR_MS = 240_000;

describe('un classeur où une seule ligne change', () => {
  it('un import se refuse ou s’annule d’un geste, et le classeur revient tel qu’il était', async () => {
    const agent = await ouvrir('region.charge-de-mission');
    const avant = await lire(region);
    const classeur = await exporter(agent);
    const avancements = classeur.column('Avancement (0 à 100)');
    classeur.type('E01', { 'Avancement (0 à 100)': 77 });
    const refuse = await importer(agent, classeur);
    await refuse.getByRole('button', { name: 'Renoncer à cet import' }).click();
    await refuse.waitFor({ state: 'detached' });
    expect(await lire(region)).toEqual(avant);

    const apercu = await importer(agent, classeur);
    await apercu.getByRole('heading', { name: /: 1 contribution change/ }).waitFor();
    await apercu.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await panneau(agent).getByText('1 brouillon enregistré').waitFor();
    await bouton(agent, 'Annuler cet import').click();
    await panneau(agent)
      .getByText(/^Dernier import : 1 brouillon, .* annulé le /)
      .waitFor();
    expect(await lire(region)).toEqual(avant);
    const rendu = await exporter(agent);
    expect(rendu.column('Avancement (0 à 100)')).toEqual(avancements);
    await agent.context().close();
  });
});

describe('le second lundi : les 23 contributions de la Région par un seul classeur', () => {
  it(
    'une ligne fausse se nomme et ne change rien ; le bon classeur fait 23 brouillons, annulables, puis validés et publiés ensemble',
    async ({ annotate }) => {
      const [agent, lecteur] = [
        await ouvrir('region.charge-de-mission'),
        await ouvrir('etat.chef-de-projet'),
      ];
      const avant = await lire(region);
      const avantChezEtat = await lire(etat);
      // The workbook is offered to one's own house alone.
      expect(await panneau(lecteur).count()).toBe(0);

      const classeur = await exporter(agent);
      expect(classeur.name).toMatch(/^contributions-region-\d{4}-\d{2}-\d{2}\.xlsx$/);
      expect(classeur.column('Engagement')).toEqual(CODES);
      expect(classeur.column('Version lue')).toEqual(
        avant.map(({ contributionRegion }) => contributionRegion?.version ?? 0),
      );

      remplir(classeur, 'Premier tour', 51);
      classeur.type(FAUTIVE, { 'Avancement (0 à 100)': 140 });
      const refuse = await importer(agent, classeur);
      await refuse.getByText('1 erreur : rien ne peut être enregistré.').waitFor();
      const erreurs = refuse.getByRole('table', { name: 'Erreurs du classeur, ligne par ligne' });
      await erreurs
        .getByRole('row', { name: `Ligne ${classeur.rowOf(FAUTIVE)}, ${FAUTIVE}` })
        .getByText('L’avancement est un nombre entier de 0 à 100.')
        .waitFor();
      expect(await refuse.getByRole('button', { name: /^Enregistrer/ }).count()).toBe(0);
      await axe(agent);
      expect(await lire(region)).toEqual(avant);

      classeur.type(FAUTIVE, { 'Avancement (0 à 100)': 51 + CODES.indexOf(FAUTIVE) });
      const apercu = await importer(agent, classeur);
      const changement = apercu
        .getByRole('table', { name: 'Ce que le classeur change, avant et après' })
        .getByRole('row', { name: /^E05 / });
      await changement.getByText('55 %').waitFor();
      await changement.getByText('appuis nécessaires').waitFor();
      await axe(agent);
      // A preview writes nothing.
      expect(await lire(region)).toEqual(avant);
      await annotate(await enregistrer(agent, apercu));
      expect(await lire(region)).toEqual(sont('BROUILLON', 'Premier tour', 51));
      // A draft stays at home.
      expect(await lire(etat)).toEqual(avantChezEtat);

      await bouton(agent, 'Annuler cet import').click();
      await panneau(agent)
        .getByText(/^Dernier import : 23 brouillons.* annulé le /)
        .waitFor();
      expect(await lire(region)).toEqual(avant);
      await annotate(await enregistrer(agent, await importer(agent, classeur)));
      expect(await lire(region)).toEqual(sont('BROUILLON', 'Premier tour', 51));

      await avancer(agent, 'Valider');
      expect(await lire(region)).toEqual(sont('VALIDEE', 'Premier tour', 51));
      // Once they have moved on, an import is no longer undone as a whole: the page stops offering it.
      for (const texte of ['Annuler cet import', 'rien n’est encore lu hors de votre maison']) {
        await agent.getByText(texte).waitFor({ state: 'detached' });
      }
      expect(await lire(etat)).toEqual(avantChezEtat);

      await avancer(agent, 'Publier');
      expect(await lire(region)).toEqual(sont('PUBLIEE', 'Premier tour', 51));
      expect(await lire(etat)).toEqual(sont('PUBLIEE', 'Premier tour', 51));
      // Without a reload, in the other browser and on the agent's own page.
      for (const page of [lecteur, agent]) {
        for (const [rang, code] of CODES.entries()) {
          await caseRegion(page, code)
            .getByText(`${51 + rang} %`)
            .waitFor();
        }
      }
      await axe(agent);
      await agent.context().close();
      await lecteur.context().close();
    },
    TOUR_MS,
  );

  it(
    'l’État arrêté, la page le dit et la Région fait le même tour ; l’État de retour lit ce qu’elle a publié',
    async ({ annotate }) => {
      const agent = await ouvrir('region.charge-de-mission');
      await platform.stopPartner('etat');
      await agent.reload();
      await agent
        .getByText(/L’État ne répond pas/)
        .first()
        .waitFor();
      await ligne(agent, 'E23').getByText('ne répond pas').waitFor();

      const classeur = await exporter(agent);
      expect(classeur.column('Engagement')).toEqual(CODES);
      remplir(classeur, 'Sans l’État', 13);
      classeur.type(FAUTIVE, { Météo: 'brouillard' });
      const refuse = await importer(agent, classeur);
      await refuse
        .getByRole('row', { name: `Ligne ${classeur.rowOf(FAUTIVE)}, ${FAUTIVE}` })
        .getByText('La météo est l’une des quatre', { exact: false })
        .waitFor();
      classeur.type(FAUTIVE, { Météo: 'appuis nécessaires' });
      await annotate(await enregistrer(agent, await importer(agent, classeur)));
      await avancer(agent, 'Valider');
      await avancer(agent, 'Publier');
      for (const [rang, code] of CODES.entries()) {
        await caseRegion(agent, code)
          .getByText(`${13 + rang} %`)
          .waitFor();
        await ligne(agent, code).getByRole('cell').nth(0).getByText('ne répond pas').waitFor();
      }
      await axe(agent);
      // Another house reads it meanwhile: nothing of the Région's work waits for the État.
      const poleEmploi = await platform.openSession('pole-emploi.conseiller');
      expect(lectureLue.parse((await ask(poleEmploi, LECTURE)).data).engagements).toEqual(
        sont('PUBLIEE', 'Sans l’État', 13),
      );

      await platform.startPartner('etat');
      await platform.untilState('pret');
      const lecteur = await ouvrir('etat.chef-de-projet');
      for (const [rang, code] of CODES.entries()) {
        await caseRegion(lecteur, code)
          .getByText(`${13 + rang} %`)
          .waitFor();
      }
      expect(await lire(etat)).toEqual(sont('PUBLIEE', 'Sans l’État', 13));
      await agent
        .getByText(/L’État ne répond pas/)
        .first()
        .waitFor({ state: 'detached' });
      await agent.context().close();
      await lecteur.context().close();
    },
    TOUR_MS,
  );
});
