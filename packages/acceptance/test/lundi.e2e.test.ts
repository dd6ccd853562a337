import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AgentSession,
  axe,
  launchBrowser,
  type Platform,
  startPlatform,
} from '@passerelle/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from './answer.js';
import { waitUntil } from './support/wait-until.js';

const DEADLINE_MS = 30_000;
const SEANCE = 'spel-596:2023-12-15';
const ENTREES = 'region:entrees-prf:REGION:32:2022';

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

async function ouvrir(identifiant: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await platform.signIn(page, identifiant);
  await page.locator('h1').waitFor();
  return page;
}

describe('lundi matin', () => {
  it('un sous-préfet trouve ses séances de la semaine, leur dossier à un geste, et ce qui l’attend', async () => {
    const page = await ouvrir('etat.sous-prefet-valenciennes');
    const seances = page.getByRole('region', { name: 'Mes séances cette semaine' });
    const dossier = seances.getByRole('link', { name: /^Ouvrir le dossier/ }).first();
    await dossier.waitFor();
    expect(await dossier.getAttribute('href')).toMatch(
      /^\/seances\/spel-596:\d{4}-\d{2}-\d{2}[a-z]?\/dossier$/,
    );
    const attente = page.getByRole('region', { name: 'Ce qui vous attend' });
    await attente.getByRole('heading', { name: 'Contributions de votre maison' }).waitFor();
    await attente.getByRole('heading', { name: 'Sans mouvement depuis 30 jours' }).waitFor();
    await page
      .getByRole('region', { name: 'Ce qui a bougé' })
      .getByRole('listitem')
      .first()
      .waitFor();
    await page.getByText('Chiffres qui ont changé').waitFor();
    await axe(page);
    await page.context().close();
  });

  it('ce que publie une maison se dit, dans une autre, à qui suit l’engagement, et à lui seul', async () => {
    const suiveur = await platform.openSession('pole-emploi.conseiller');
    const indifferent = await platform.openSession('pole-emploi.charge-relations-entreprises');
    const auteur = await platform.openSession('region.charge-de-mission');
    const suivi = await ask(
      suiveur,
      `mutation { suivrePoleEmploi(input: { genre: ENGAGEMENT, cle: "E18" }) { refus { code } } }`,
    );
    expect(suivi.errors).toBeUndefined();
    for (const acte of [
      `modifierContributionRegion(input: {
         engagement: "E18", avancement: 42, meteo: SOLEIL, visibilite: PARTENAIRES })`,
      'validerContributionRegion(input: { engagement: "E18" })',
      'publierContributionRegion(input: { engagement: "E18" })',
    ]) {
      const answer = await ask(auteur, `mutation { r: ${acte} { refus { code } } }`);
      expect(answer.data).toEqual({ r: { refus: null } });
    }
    const recues = await waitUntil(
      () => notificationsDe(suiveur),
      (vues) => vues.length > 0,
      DEADLINE_MS,
    );
    expect(recues).toMatchObject([
      { titre: 'La Région a publié sa contribution à E18.', chemin: '/protocole/E18' },
    ]);
    expect(await notificationsDe(indifferent)).toEqual([]);
  });

  it('ligne 54 : un autre chiffre proposé par Pôle emploi attend la Région lundi, s’ouvre à sa place, et sa réponse revient à qui propose', async () => {
    const proposant = await platform.openSession('pole-emploi.directeur-territorial');
    const proposee = await ask(
      proposant,
      `mutation { r: proposerMesurePoleEmploi(input: { valeur: "${ENTREES}", proposee: 70000,
         motif: "Les entrées de tous les financeurs sont comptées.",
         methode: "Décompte des entrées déclarées." }) { refus { code } } }`,
    );
    expect(proposee.data).toEqual({ r: { refus: null } });
    const region = await platform.openSession('region.charge-de-mission');
    const chemin = '/indicateurs/region/entrees-prf?territoire=region:32#valeur-2022';
    const dites = await waitUntil(
      () => notificationsDe(region, 'Region'),
      (vues) => vues.some((vue) => vue.chemin === chemin),
      DEADLINE_MS,
    );
    expect(dites).toContainEqual({
      titre: expect.stringMatching(/^Pôle emploi propose une autre valeur d’un chiffre : « /),
      chemin,
    });
    // The State, whose figure it is not, is not called upon.
    const etat = await platform.openSession('etat.chef-de-projet');
    expect((await notificationsDe(etat, 'Etat')).filter((vue) => vue.chemin === chemin)).toEqual(
      [],
    );
    expect(await laLettreDe(region, 'Region')).toContain(`${platform.portail}${chemin}`);

    const page = await ouvrir('region.charge-de-mission');
    await page.goto(platform.portail);
    const attente = page.getByRole('region', { name: 'Ce qui vous attend' });
    await attente.getByRole('heading', { name: 'Contre-propositions à vos chiffres' }).waitFor();
    await attente.locator(`a[href="${chemin}"]`).click();
    const lieu = page.locator('[id="valeur-2022"]');
    await lieu.getByRole('button', { name: 'Répondre à Pôle emploi' }).click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Réponse').selectOption('RETENUE');
    await dialogue.getByLabel('Motif').fill('Le périmètre tous financeurs est celui du protocole.');
    await axe(page);
    await dialogue.getByRole('button', { name: 'Répondre' }).click();
    await lieu.getByText('Retenue par').waitFor();
    expect(await lieu.getByRole('button', { name: 'Répondre à Pôle emploi' }).count()).toBe(0);
    await page.context().close();

    await waitUntil(
      () => notificationsDe(proposant),
      (vues) =>
        vues.some(({ titre }) => titre.startsWith('La Région retient une contre-proposition')),
      DEADLINE_MS,
    );
    const relue = await ask(
      region,
      '{ attente: contrePropositionsRecuesRegion { nodes { id } } toutes: contrePropositionsRecuesRegion(enAttente: false) { nodes { maison reponse { issue } } } }',
    );
    expect(relue.data).toEqual({
      attente: { nodes: [] },
      toutes: { nodes: [{ maison: 'POLE_EMPLOI', reponse: { issue: 'RETENUE' } }] },
    });
    const encore = await ask(
      region,
      `mutation { r: repondreContrePropositionRegion(input: { valeur: "${ENTREES}",
         maison: POLE_EMPLOI, version: 1, issue: ECARTEE, motif: "Une autre réponse encore." }) {
         refus { code } } }`,
    );
    expect(encore.data).toEqual({ r: { refus: { code: 'DEJA_REPONDUE' } } });
  });

  it('un dossier part par courriel à qui siège, avec son lien et le dossier joint, une fois par heure', async () => {
    const agent = await platform.openSession('etat.sous-prefet-valenciennes');
    const envoyer = (destinataires: string, cle: string) =>
      ask(
        agent,
        `mutation { r: envoyerDossierEtat(input: { seance: "${SEANCE}",
           destinataires: ${destinataires}, cleIdempotence: "${cle}" }) { recuPar refus { code } } }`,
      );
    expect((await envoyer('MOI', 'dossier-0001')).data).toEqual({
      r: { recuPar: [], refus: { code: 'ENVOI_SANS_ADRESSE' } },
    });
    await ask(
      agent,
      `mutation { reglerLettreEtat(input: {
         lettre: false, courriel: "dossier@passerelle.invalid" }) { refus { code } } }`,
    );
    const parti = await envoyer('MEMBRES', 'dossier-0002');
    expect(parti.data).toMatchObject({
      r: { recuPar: [expect.stringContaining('sous-préfet')], refus: null },
    });
    // The same send again did it once; another one waits.
    expect((await envoyer('MEMBRES', 'dossier-0002')).data).toEqual(parti.data);
    expect((await envoyer('MOI', 'dossier-0003')).data).toEqual({
      r: { recuPar: [], refus: { code: 'ENVOI_TROP_RAPPROCHE' } },
    });
    const dossier = join(platform.dossier, 'courriels');
    const messages = readdirSync(dossier).filter(
      (nom) =>
        nom.endsWith('.eml') &&
        readFileSync(join(dossier, nom), 'utf8').includes('dossier@passerelle.invalid'),
    );
    expect(messages).toHaveLength(1);
    const debut = (messages[0] ?? '').replace(/\.eml$/, '');
    const lien = `${platform.portail}/seances/${SEANCE}/dossier`;
    expect(readFileSync(join(dossier, `${debut}.txt`), 'utf8')).toContain(lien);
    const jointe = readFileSync(
      join(dossier, `${debut}-dossier-${SEANCE.replace(':', '-')}.html`),
      'utf8',
    );
    for (const texte of ['Ordre du jour', 'Décisions en retard', 'Chiffres du territoire', lien]) {
      expect(jointe).toContain(texte);
    }
    // Functions at most: neither an address nor a person.
    expect(jointe).not.toMatch(/@|Dominique|Fictif|<img|<script/);
    const nulle = await ask(
      agent,
      `mutation { r: envoyerDossierEtat(input: { seance: "spel-596:1999-01-01",
         destinataires: MOI }) { recuPar refus { code } } }`,
    );
    expect(nulle.data).toEqual({ r: { recuPar: [], refus: { code: 'SEANCE_INCONNUE' } } });
  });

  it('sa lettre dit la même chose par courriel, lue par le graphe, avec des liens qui ouvrent la chose même', async () => {
    const agent = await platform.openSession('etat.sous-prefet-valenciennes');
    await ask(
      agent,
      `mutation { reglerLettreEtat(input: {
         lettre: true, courriel: "etat.sous-prefet-valenciennes@passerelle.invalid" }) {
         refus { code } } }`,
    );
    const partie = await ask(
      agent,
      'mutation { r: recevoirMaLettreEtat(input: {}) { adresse refus { code } } }',
    );
    expect(partie.data).toEqual({
      r: { adresse: 'etat.sous-prefet-valenciennes@passerelle.invalid', refus: null },
    });
    const dossier = join(platform.dossier, 'courriels');
    const eml = readdirSync(dossier).find(
      (fichier) =>
        fichier.endsWith('.eml') &&
        readFileSync(join(dossier, fichier), 'utf8').includes(
          'etat.sous-prefet-valenciennes@passerelle.invalid',
        ),
    );
    const lettre = readFileSync(join(dossier, (eml ?? '').replace(/eml$/, 'txt')), 'utf8');
    expect(lettre).not.toContain('n’a pas pu être lue');
    for (const titre of [
      'VOS SÉANCES CETTE SEMAINE',
      'DÉCISIONS À VALIDER',
      'DÉCISIONS DE VOTRE MAISON EN RETARD',
      'VOS CONTRIBUTIONS',
      'CE QUE VOUS SUIVEZ',
      'CE QUI A BOUGÉ DEPUIS UNE SEMAINE',
      'LES CHIFFRES DE VOTRE TERRITOIRE',
    ]) {
      expect(lettre).toContain(titre);
    }
    // Functions, never a person: the account's own name is nowhere.
    expect(lettre).not.toMatch(/Dominique|Fictif/);
    const liens = [...lettre.matchAll(/https?:\/\/\S+/g)].map(([lien]) => lien);
    expect(liens.length).toBeGreaterThan(3);
    for (const lien of liens) expect(lien.startsWith(`${platform.portail}/`), lien).toBe(true);

    const page = await ouvrir('etat.sous-prefet-valenciennes');
    const engagement = liens.find((lien) => lien.includes('/protocole/E')) ?? '';
    await page.goto(engagement);
    await page.getByRole('heading', { level: 1, name: new RegExp(engagement.slice(-3)) }).waitFor();
    await page.context().close();
  });
});

describe('une seule recherche', () => {
  it('« / » y mène, les trois maisons répondent, une maison absente est nommée', async () => {
    const page = await ouvrir('region.charge-de-mission');
    await page.locator('h1').click();
    await page.keyboard.press('/');
    const champ = page.getByRole('combobox', { name: 'Chercher dans les trois maisons' });
    await page.keyboard.type('valenciennes');
    expect(await champ.inputValue()).toBe('valenciennes');
    for (const genre of ['Territoires', 'Séances', 'Décisions']) {
      await page.getByRole('group', { name: genre }).waitFor();
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/territoires\//);

    await platform.stopPartner('etat');
    await champ.fill('soudage');
    await page.getByRole('group', { name: 'Métiers' }).waitFor();
    await page
      .getByText('L’État ne répond pas : ce que cette maison tient', { exact: false })
      .waitFor();
    // The signed text and the territories are held by each house: they are still found.
    await champ.fill('E07');
    await page.getByRole('option', { name: /^E07/ }).waitFor();
    await platform.startPartner('etat');
    await platform.untilState('pret');
    await page.context().close();
  });
});

describe('un seul portail', () => {
  it('ligne 60 : une maison arrêtée, une seule connexion ouvre encore tout le reste, et le bandeau la nomme', async () => {
    const page = await ouvrir('etat.chef-de-projet');
    await platform.stopPartner('region');
    await page.reload();
    await page
      .getByText(/La Région ne répond pas/)
      .first()
      .waitFor();
    for (const [chemin, contenu] of [
      ['/protocole', 'E07'],
      ['/tensions', 'Métiers en tension'],
      ['/instances', 'SPEL'],
      ['/territoires/arrondissement/596', 'Valenciennes'],
    ] as const) {
      await page.goto(`${platform.portail}${chemin}`);
      await page.locator('main').getByText(contenu, { exact: false }).first().waitFor();
      await page
        .getByText(/La Région ne répond pas/)
        .first()
        .waitFor();
    }
    // The missing house's own page says so, in its place, and asks for no other sign-in.
    await page.goto(`${platform.portail}/formations`);
    await page.getByRole('heading', { level: 1, name: 'Formations' }).waitFor();
    await page
      .locator('main')
      .getByText('La Région ne répond pas', { exact: false })
      .first()
      .waitFor();
    await platform.startPartner('region');
    await platform.untilState('pret');
    await page
      .getByText(/La Région ne répond pas/)
      .first()
      .waitFor({ state: 'detached' });
    await page.context().close();
  });
});

const notificationsSchema = z.object({
  r: z.object({ nodes: z.array(z.object({ titre: z.string(), chemin: z.string() })) }),
});

async function notificationsDe(
  agent: AgentSession,
  suffixe = 'PoleEmploi',
): Promise<readonly { titre: string; chemin: string }[]> {
  const { data } = await ask(agent, `{ r: notifications${suffixe} { nodes { titre chemin } } }`);
  return notificationsSchema.parse(data).r.nodes;
}

/** The letter of an agent, asked for at once and read where the house's service wrote it. */
async function laLettreDe(agent: AgentSession, suffixe: string): Promise<string> {
  const courriel = `lettre-${suffixe.toLowerCase()}@passerelle.invalid`;
  await ask(
    agent,
    `mutation { reglerLettre${suffixe}(input: { lettre: true, courriel: "${courriel}" }) {
       refus { code } } }`,
  );
  await ask(agent, `mutation { recevoirMaLettre${suffixe}(input: {}) { refus { code } } }`);
  const dossier = join(platform.dossier, 'courriels');
  // On a busy machine the letter may leave after the answer's own deadline.
  const sienne = await waitUntil(
    () =>
      (existsSync(dossier) ? readdirSync(dossier) : []).find(
        (nom) =>
          nom.endsWith('.eml') && readFileSync(join(dossier, nom), 'utf8').includes(courriel),
      ) ?? '',
    (nom) => nom !== '',
    DEADLINE_MS,
  );
  return readFileSync(join(dossier, sienne.replace(/eml$/, 'txt')), 'utf8');
}
