import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seancesDemonstration } from '@passerelle/demo-data';
import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../src/app.js';
import { type PasserelleDEssai, unePasserelle } from './une-passerelle.js';

const chef = unAgent('etat', 'chef-de-projet');
const service = { ...unAgent('etat', 'administrateur'), sujet: 'service-etat' };
const EN_TOUT = { timeout: 60_000, interval: 100 };

/** The data of a whole region: years of sessions, thousands of decisions, hundreds of fiches. */
let source: TestSubgraph;
let subgraph: TestSubgraph;
let passerelle: PasserelleDEssai;
let dossier: string;
/** Pages of decisions asked since the beginning. */
let pagesDeDecisions = 0;
/** After that many pages of decisions, the gateway answers no more. */
let panneApres = Number.POSITIVE_INFINITY;
const absente: string | null = null;

const MANQUE = (partenaire: string) => ({
  message: 'Ce partenaire est momentanément indisponible.',
  extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire },
});
const VIDE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The État's part is read in its own subgraph; the other houses' is short and invented here. */
async function repondre(demande: { query: string; variables: Record<string, unknown> }) {
  const { query, variables } = demande;
  const errors = absente === null ? [] : [MANQUE(absente)];
  if (query.includes('query ArreteDeSituation')) {
    const { data } = await source.query(
      service,
      '{ engagements { code libelle contributionEtat { versionPubliee { version avancement } } } }',
    );
    return { data, errors };
  }
  if (query.includes('query IndicateursDeLArrete')) {
    return {
      data: {
        territoire: {
          code: variables['region'],
          nom: 'Région',
          indicateursEtat: [],
          indicateursRegion: null,
          indicateursPoleEmploi: [],
        },
      },
      errors,
    };
  }
  if (query.includes('query DecisionsDeLArrete')) {
    if (pagesDeDecisions >= panneApres) throw new Error('the gateway is down');
    pagesDeDecisions += 1;
    return source.query(service, query, variables);
  }
  if (query.includes('fichesActionEtat')) return source.query(service, query, variables);
  return { data: { liste: absente === 'region' ? null : VIDE }, errors };
}

beforeAll(async () => {
  source = await startTestSubgraph({ partenaire: 'etat', createApp, config: { taille: 'region' } });
  passerelle = await unePasserelle(repondre);
  dossier = mkdtempSync(join(tmpdir(), 'passerelle-arrete-'));
  subgraph = await startTestSubgraph({
    partenaire: 'etat',
    createApp,
    config: { graphe: passerelle.graphe(dossier) },
  });
}, 180_000);

afterAll(async () => {
  await subgraph?.stop();
  await passerelle?.fermer();
  await source?.stop();
  rmSync(dossier, { recursive: true, force: true });
});

const TRAVAIL = `{ id etat etape rangEtape lus manquants raison { code }
  situation { id empreinte contenu manquants } }`;

async function arreter(input: object = {}) {
  const { data, errors } = await subgraph.query(
    chef,
    `mutation ($input: ArreterSituationInput!) {
       arreterSituation(input: $input) { travail ${TRAVAIL} refus { code } } }`,
    { input: { titre: 'Comité régional', ...input } },
  );
  expect(errors).toEqual([]);
  return data.arreterSituation;
}

async function lire(id: string) {
  const { data } = await subgraph.query(
    unAgent('region', 'charge-de-mission'),
    `query ($id: ID!) { travailSituation(id: $id) ${TRAVAIL} }`,
    { id },
  );
  return data.travailSituation;
}

const jusqua = (id: string, etat: string) =>
  vi.waitFor(async () => {
    const lu = await lire(id);
    expect(lu.etat).toBe(etat);
    return lu;
  }, EN_TOUT);

test('toute la région se réunit page à page, et le texte signé la contient entière', async () => {
  const { travail, refus } = await arreter({ cleIdempotence: 'arrete-region-1' });
  expect(refus).toBeNull();
  expect(travail).toMatchObject({ etat: 'EN_COURS', lus: 23, situation: null });
  // The same demand again is the same work; another one waits.
  expect((await arreter({ cleIdempotence: 'arrete-region-1' })).travail.id).toBe(travail.id);

  const { situation, lus } = await jusqua(travail.id, 'PRET');
  expect(createHash('sha256').update(situation.contenu).digest('hex')).toBe(situation.empreinte);
  const contenu = JSON.parse(situation.contenu);
  const decisions = seancesDemonstration('32', 'region').flatMap(
    (seance) => seance.decisions,
  ).length;
  expect(decisions).toBeGreaterThan(3500);
  expect(contenu.decisions).toHaveLength(decisions);
  expect(new Set(contenu.decisions.map(({ id }: { id: string }) => id)).size).toBe(decisions);
  expect(contenu.fiches.length).toBeGreaterThan(100);
  expect(lus).toBe(23 + contenu.decisions.length + contenu.fiches.length);
  expect(pagesDeDecisions).toBeGreaterThan(35);
});

test('une panne en chemin : l’arrêté échoue et le dit, puis reprend où il en était, jusqu’au même texte', async () => {
  const premier = await subgraph.query(
    chef,
    '{ situation(id: "situation-2023-12-15-1") { contenu } }',
  );
  pagesDeDecisions = 0;
  panneApres = 10;
  const { travail } = await arreter();
  expect((await arreter({ titre: 'Un autre' })).refus).toEqual({ code: 'ARRETE_EN_COURS' });
  const echoue = await jusqua(travail.id, 'ECHOUE');
  expect(echoue).toMatchObject({
    etape: 'Décisions',
    lus: 1023,
    raison: { code: 'SITUATION_ILLISIBLE' },
  });
  const { data } = await subgraph.query(chef, '{ travauxSituation { nodes { id etat } } }');
  expect(data.travauxSituation.nodes).toEqual([{ id: travail.id, etat: 'ECHOUE' }]);

  panneApres = Number.POSITIVE_INFINITY;
  const reprendre = `mutation ($id: ID!) { reprendreArreteSituation(input: { travail: $id }) {
    travail { etat } refus { code } } }`;
  const repris = await subgraph.query(chef, reprendre, { id: travail.id });
  expect(repris.data.reprendreArreteSituation).toEqual({
    travail: { etat: 'EN_COURS' },
    refus: null,
  });
  const { situation } = await jusqua(travail.id, 'PRET');
  // Nothing was asked twice, and what is reproducible is the same to the letter.
  expect(pagesDeDecisions).toBe(Math.ceil(JSON.parse(situation.contenu).decisions.length / 100));
  expect(situation.contenu).toBe(premier.data.situation.contenu);
  for (const [id, code] of [
    [travail.id, 'TRAVAIL_NON_REPRENABLE'],
    ['travail-999', 'TRAVAIL_INCONNU'],
    ['n’importe quoi', 'TRAVAIL_INCONNU'],
  ]) {
    const refuse = await subgraph.query(chef, reprendre, { id });
    expect(refuse.data.reprendreArreteSituation.refus).toEqual({ code });
  }
});

test('un service arrêté en chemin reprend seul à son retour', async () => {
  pagesDeDecisions = 0;
  panneApres = 5;
  const { travail } = await arreter();
  await vi.waitFor(async () => expect((await lire(travail.id)).lus).toBe(523), EN_TOUT);
  await subgraph.app.stop();
  panneApres = Number.POSITIVE_INFINITY;
  // As when the process died without a word: only its lease has to run out.
  await subgraph.database.sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
  await subgraph.database.sql(
    `UPDATE situation_travail SET reserve_jusqua = now() - interval '1 second'
     WHERE etat = 'EN_COURS'`,
  );
  const revenu = await createApp(
    {
      production: false,
      hote: '127.0.0.1',
      port: 0,
      region: '32',
      dossier: subgraph.dossier,
      databaseUrl: subgraph.database.url,
      portPostgres: 0,
      jwksPath: join(subgraph.dossier, 'jetons.json'),
      demonstration: true,
      taille: 'petite',
      niveauJournal: 'info',
      seuilMasquage: 11,
      poolSize: 5,
      statementTimeoutMs: 10_000,
      courriel: { smtpUrl: null, de: 'a@b.invalid', domaines: [], portail: 'http://p.invalid' },
      actes: {
        cle: join(subgraph.dossier, 'actes.privee.json'),
        cles: join(subgraph.dossier, 'actes.publiques.json'),
      },
      graphe: passerelle.graphe(dossier),
    },
    { info: () => undefined, warn: () => undefined, error: () => undefined },
  );
  try {
    await revenu.start();
    await revenu.ready();
    const numero = travail.id.replace('travail-', '');
    const fini = await vi.waitFor(async () => {
      const [lu] = await subgraph.database.sql<{ etat: string; situation: string | null }>(
        `SELECT etat, situation FROM situation_travail WHERE numero = ${numero}`,
      );
      expect(lu?.etat).toBe('PRET');
      return lu;
    }, EN_TOUT);
    expect(fini?.situation).toMatch(/^situation-2023-12-15-\d+$/);
    expect(pagesDeDecisions).toBeGreaterThan(35);
  } finally {
    await revenu.stop();
  }
});
