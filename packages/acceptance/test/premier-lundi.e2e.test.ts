import { randomUUID } from 'node:crypto';
import { axe, launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentAtWork, emptyRequiredFields, fieldsAsked, openAgent } from './support/monday.js';

/** The session of the demonstration's day: its agenda holds points of two houses, not agreed yet. */
const SEANCE = 'spel-596:2023-12-15';
const MAX_CLICKS = 10;
const LONG_MS = 240_000;

const SOUS_PREFET = 'etat.sous-prefet-valenciennes';
const CONSEILLER = 'region.conseiller-regional';
const DIRECTEUR = 'pole-emploi.directeur-territorial';

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

/** What a house's module shows its own agents first. */
const toDo = (agent: AgentAtWork) => agent.card('Ce que votre maison a à faire');

async function propose(agent: AgentAtWork, titre: string): Promise<void> {
  await toDo(agent).getByLabel('Point à ajouter à l’ordre du jour').fill(titre);
  await agent.click(toDo(agent).getByRole('button', { name: 'Proposer ce point' }));
  await agent.card('Ordre du jour').getByText(titre).waitFor();
}

async function agree(agent: AgentAtWork): Promise<void> {
  await agent.click(toDo(agent).getByRole('button', { name: 'Approuver cet ordre du jour' }));
}

/** Nothing is typed: the members are known, one did not come. */
async function noteAttendance(agent: AgentAtWork): Promise<void> {
  await agent.click(agent.page.getByRole('button', { name: 'Noter les présences' }));
  const form = agent.page.getByRole('form', { name: 'Présences' });
  expect(await emptyRequiredFields(form)).toEqual([]);
  await agent.click(form.getByRole('checkbox', { name: /^Présent : / }).last());
  await agent.click(form.getByRole('button', { name: 'Enregistrer les présences' }));
  await agent.page.getByRole('button', { name: 'Corriger les présences' }).waitFor();
}

/** Its text is all that is typed: who, until when and on what come from the agenda. */
async function decide(
  agent: AgentAtWork,
  decision: { point: string; texte: string; responsable: string },
): Promise<void> {
  const numero = await agent.page.locator('.s-decisions > li').count();
  await agent.click(agent.page.getByRole('button', { name: 'Enregistrer une décision' }));
  const form = agent.page.getByRole('form', { name: 'Nouvelle décision' });
  await form.getByLabel('Sur quel point').selectOption({ label: decision.point });
  expect(await form.getByLabel('Responsable').inputValue()).toBe(decision.responsable);
  expect(await emptyRequiredFields(form)).toHaveLength(1);
  await form.getByLabel('Ce qui est décidé').fill(decision.texte);
  expect(await emptyRequiredFields(form)).toEqual([]);
  await agent.click(form.getByRole('button', { name: /^Échéance / }).first());
  expect(await form.getByLabel('Échéance', { exact: false }).first().inputValue()).toMatch(
    /^20\d{2}-\d{2}-\d{2}$/,
  );
  await agent.click(form.getByRole('button', { name: 'Enregistrer la décision' }));
  await form.waitFor({ state: 'detached' });
  await agent.page.locator('.s-decisions > li').nth(numero).getByText(decision.texte).waitFor();
}

async function validateAll(agent: AgentAtWork, nombre: number): Promise<void> {
  await agent.click(toDo(agent).getByRole('button', { name: `Valider les ${nombre} décisions` }));
  await toDo(agent)
    .getByRole('heading', { name: /^Valider (une|\d+) décisions?$/ })
    .waitFor({ state: 'detached' });
}

async function adopted(agent: AgentAtWork, nombre: number): Promise<void> {
  await agent
    .card('Décisions')
    .getByText('adoptée', { exact: true })
    .nth(nombre - 1)
    .waitFor();
}

/** The portal writes the first text by itself: it says who came and what was decided. */
async function writeMinutes(agent: AgentAtWork, textes: readonly string[]): Promise<void> {
  await agent.click(agent.page.getByRole('button', { name: 'Écrire le relevé' }));
  const form = agent.page.getByRole('form', { name: 'Relevé' });
  const texte = await form.getByLabel('Texte du relevé').inputValue();
  for (const decision of textes) expect(texte).toContain(decision);
  expect(texte).toContain('Présents : Sous-préfet');
  await agent.click(form.getByRole('button', { name: 'Enregistrer le relevé' }));
  await form.waitFor({ state: 'detached' });
}

async function validateMinutes(agent: AgentAtWork): Promise<void> {
  await agent.click(toDo(agent).getByRole('button', { name: 'Valider ce relevé' }));
}

async function closed(agent: AgentAtWork): Promise<void> {
  await agent.card('Relevé').getByText('figé', { exact: true }).waitFor();
  await agent.page.locator('header').getByText('close', { exact: true }).waitFor();
}

async function followUp(agent: AgentAtWork, texte: string): Promise<void> {
  await agent.click(
    toDo(agent)
      .getByRole('button', { name: /^Dire la suite/ })
      .first(),
  );
  await toDo(agent)
    .getByLabel(/^Ce qui a été fait/)
    .fill(texte);
  await agent.click(toDo(agent).getByRole('button', { name: 'Enregistrer la suite' }));
  await toDo(agent)
    .getByRole('button', { name: /^Mettre à jour la suite/ })
    .first()
    .waitFor();
  await toDo(agent).getByText(texte).first().waitFor();
}

describe('premier lundi : un SPEL à Valenciennes', () => {
  it('préparé, tenu et clos par le sous-préfet, co-validé par le conseiller régional, suivi par Pôle emploi', {
    timeout: LONG_MS,
  }, async () => {
    const etat = await openAgent(platform, browser, SOUS_PREFET);
    await etat.click(etat.page.getByRole('link', { name: /^Ouvrir le dossier/ }).first());
    await etat.page.getByRole('heading', { level: 1, name: /^Dossier : .*Valenciennes/ }).waitFor();
    await etat
      .card('Chiffres de l’arrondissement')
      .getByText(/Arrêté au/)
      .first()
      .waitFor();
    await etat.card('Décisions en retard').getByRole('listitem').first().waitFor();
    await etat.card(/^Relevé de la séance du/).waitFor();
    expect(etat.clicks(), 'de l’accueil au dossier prêt').toBeLessThanOrEqual(MAX_CLICKS);
    expect(await fieldsAsked(etat.page), 'le dossier ne demande rien').toBe(0);
    await axe(etat.page);

    await etat.click(etat.page.getByRole('link', { name: 'Ouvrir la séance' }).first());
    await etat.page.waitForURL(`**/seances/${SEANCE}`);
    const point = `Recrutements à Onnaing ${randomUUID().slice(0, 8)}`;
    await propose(etat, point);
    await axe(etat.page);

    const region = await openAgent(platform, browser, CONSEILLER, `/seances/${SEANCE}`);
    await region.card('Ordre du jour').getByText(point).waitFor();
    await agree(etat);
    await agree(region);
    await etat.card('Ordre du jour').getByText('arrêté', { exact: true }).waitFor();

    await noteAttendance(etat);
    const decisions = [
      {
        point: 'Places de formation ouvertes au premier trimestre 2024',
        texte: 'Ouvrir quinze places de soudage en février.',
        responsable: 'REGION',
      },
      {
        point: 'Demandeurs d’emploi et métiers en tension de l’arrondissement',
        texte: 'Présenter les offres de la zone aux demandeurs d’emploi.',
        responsable: 'POLE_EMPLOI',
      },
      { point, texte: 'Réunir les employeurs de la zone en janvier.', responsable: 'ETAT' },
    ];
    for (const decision of decisions) await decide(etat, decision);

    await validateAll(etat, 3);
    await validateAll(region, 3);
    await adopted(etat, 3);
    await adopted(region, 3);

    await writeMinutes(
      etat,
      decisions.map(({ texte }) => texte),
    );
    await validateMinutes(etat);
    await validateMinutes(region);
    await closed(etat);
    await closed(region);

    const poleEmploi = await openAgent(platform, browser, DIRECTEUR, `/seances/${SEANCE}`);
    const suite = `Forum prévu le 18 janvier, ${randomUUID().slice(0, 8)}`;
    await followUp(poleEmploi, suite);
    await axe(poleEmploi.page);
    await etat.card('Décisions').getByText(suite).waitFor();

    for (const agent of [etat, region, poleEmploi]) await agent.close();
  });

  it('Pôle emploi arrêté : son absence est dite, tout le reste se fait, sa suite vient à son retour', {
    timeout: LONG_MS,
  }, async () => {
    await platform.stopPartner('pole-emploi');
    const etat = await openAgent(platform, browser, SOUS_PREFET, '/seances');
    await etat.click(etat.page.getByRole('button', { name: 'Prévoir une séance' }));
    const form = etat.page.getByRole('form', { name: 'Nouvelle séance' });
    await form.getByLabel('Jour').waitFor();
    expect(await emptyRequiredFields(form)).toEqual([]);
    await form.getByLabel('Jour').fill('2024-01-05');
    await etat.click(form.getByRole('button', { name: 'Prévoir cette séance' }));
    await etat.page.waitForURL('**/seances/*2024-01-05');
    const adresse = new URL(etat.page.url()).pathname;

    await etat.click(etat.page.getByRole('link', { name: 'Dossier', exact: true }));
    const chiffres = etat.card('Chiffres de l’arrondissement');
    await chiffres.getByText(/^Pôle emploi ne répond pas/).waitFor();
    await chiffres
      .getByText(/Arrêté au/)
      .first()
      .waitFor();
    await etat.click(etat.page.getByRole('link', { name: 'Ouvrir la séance' }).first());

    const point = `Forum de l’emploi ${randomUUID().slice(0, 8)}`;
    await propose(etat, point);
    const region = await openAgent(platform, browser, CONSEILLER, adresse);
    await region.card('Ordre du jour').getByText(point).waitFor();
    await agree(etat);
    await agree(region);
    await noteAttendance(etat);
    const textes = ['Réserver la salle.', 'Prévenir les employeurs.', 'Publier l’affiche.'];
    for (const texte of textes) await decide(etat, { point, texte, responsable: 'ETAT' });
    await validateAll(etat, 3);
    await validateAll(region, 3);
    await adopted(etat, 3);
    await etat
      .card('Décisions')
      .getByText(/Pôle emploi ne répond pas/)
      .first()
      .waitFor();
    await writeMinutes(etat, textes);
    await validateMinutes(etat);
    await validateMinutes(region);
    await closed(etat);

    await platform.startPartner('pole-emploi');
    await platform.untilState('pret');
    await etat
      .card('Décisions')
      .getByText(/Pôle emploi ne répond pas/)
      .first()
      .waitFor({ state: 'detached' });
    const poleEmploi = await openAgent(platform, browser, DIRECTEUR, adresse);
    await poleEmploi.click(
      toDo(poleEmploi).getByRole('button', { name: /^Dire ce que votre maison fait/ }),
    );
    const suite = `Relais fait auprès des agences, ${randomUUID().slice(0, 8)}`;
    await followUp(poleEmploi, suite);
    await etat.card('Décisions').getByText(suite).waitFor();

    for (const agent of [etat, region, poleEmploi]) await agent.close();
  });
});
