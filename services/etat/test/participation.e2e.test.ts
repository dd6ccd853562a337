import type { Identite } from '@passerelle/identity';
import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

const PREVUE = 'spel-596:2024-01-10';
const TENUE = 'spel-592:2023-12-07';
const EMPREINTE = 'c'.repeat(64);

let subgraph: TestSubgraph;
const chef = unAgent('etat', 'chef-de-projet');
const delegue = unAgent('etat', 'delegue-recteur');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

async function refusDe(identite: Identite, nom: string, input: object, type: string) {
  const { data, errors } = await subgraph.query(
    identite,
    `mutation ($input: ${type}!) { acte: ${nom}(input: $input) { refus { code } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data.acte.refus?.code ?? null;
}

const accorder = (identite: Identite, seance: string, empreinte = EMPREINTE) =>
  refusDe(identite, 'accorderOrdreDuJourEtat', { seance, empreinte }, 'AccordSeanceEtatInput');
const validerReleve = (identite: Identite, seance: string) =>
  refusDe(identite, 'validerReleveEtat', { seance, empreinte: EMPREINTE }, 'AccordSeanceEtatInput');
const valider = (identite: Identite, decision: string, empreinte: string) =>
  refusDe(identite, 'validerDecisionEtat', { decision, empreinte }, 'ValiderDecisionEtatInput');

async function decisions(): Promise<{ id: string; sujets: string[]; empreinte: string }[]> {
  const { data } = await subgraph.query(
    chef,
    `{ decisions(statut: EN_ATTENTE, first: 100) { nodes { id sujets empreinte } } }`,
  );
  return data.decisions.nodes;
}

const duRecteur = ({ sujets }: { sujets: readonly string[] }): boolean =>
  sujets.some((sujet) => /^(ORIENTATION|FORMATION_INITIALE|APPRENTISSAGE)$/.test(sujet));

test('une séance ou une décision que l’État ne tient pas n’existe pas', async () => {
  expect(await accorder(chef, 'spel-596:2023-12-24')).toBe('SEANCE_INCONNUE');
  expect(await valider(chef, 'spel-596:2023-11-20:99', EMPREINTE)).toBe('DECISION_INCONNUE');
});

test('l’ordre du jour se décide avant la séance, le relevé après', async () => {
  expect(await accorder(chef, TENUE)).toBe('ORDRE_DU_JOUR_PASSE');
  expect(await validerReleve(chef, PREVUE)).toBe('RELEVE_A_VENIR');
  expect(await accorder(chef, 'spel-596:2023-11-20')).toBe('SEANCE_FIGEE');
});

test('ligne 28 : le délégué du recteur valide à son titre, sur ses sujets seulement', async () => {
  const all = await decisions();
  const sienne = all.find(duRecteur);
  const autre = all.find((one) => !duRecteur(one));
  if (!sienne || !autre) throw new Error('la démonstration n’a pas les deux sortes de décisions');

  expect(await valider(delegue, autre.id, autre.empreinte)).toBe('HORS_SUJET');
  expect(await valider(delegue, sienne.id, sienne.empreinte)).toBeNull();
  const { data } = await subgraph.query(
    chef,
    `query ($id: ID!) { decision(id: $id) { validations { titre perimee }
       validationRecteurEtat { titre auteur } } }`,
    { id: sienne.id },
  );
  expect(data.decision.validationRecteurEtat).toMatchObject({ titre: 'RECTEUR' });
  expect(data.decision.validations).toContainEqual({ titre: 'RECTEUR', perimee: false });
});

test('l’accord du recteur sur un ordre du jour n’est pas celui de l’État', async () => {
  const lire = async () => {
    const { data } = await subgraph.query(
      chef,
      `query ($id: ID!) { seance(id: $id) { empreinteOrdreDuJour accordsOrdreDuJour { titre }
         participationEtat { accordOrdreDuJour { le } accordRecteur { titre } } } }`,
      { id: PREVUE },
    );
    return data.seance;
  };
  const { empreinteOrdreDuJour, accordsOrdreDuJour: avant } = await lire();
  expect(await accorder(delegue, PREVUE, empreinteOrdreDuJour)).toBeNull();
  const { accordsOrdreDuJour: apres, participationEtat } = await lire();
  expect(participationEtat.accordRecteur).toEqual({ titre: 'RECTEUR' });
  // The newest first.
  expect(apres).toEqual([{ titre: 'RECTEUR' }, ...avant]);
});

test('ligne 3 : un sous-préfet ne valide rien hors de son arrondissement', async () => {
  const sousPrefet = unAgent('etat', 'sous-prefet', {
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
  });
  const ailleurs = (await decisions()).find(({ id }) => !id.startsWith('spel-596'));
  if (!ailleurs) throw new Error('pas de décision ailleurs');
  expect(await valider(sousPrefet, ailleurs.id, ailleurs.empreinte)).toBe('HORS_TERRITOIRE');
  expect(await accorder(sousPrefet, PREVUE)).toBeNull();
});
