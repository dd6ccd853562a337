import {
  startTestSubgraph,
  type TestSubgraph,
  unAgent,
  unIntegrateur,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const lecteur = unAgent('etat', 'sous-prefet');
const chef = unAgent('etat', 'chef-de-projet');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

const CITER = `mutation ($input: CiterDansEngagementInput!) {
  citerDansEngagement(input: $input) {
    engagement { code referencesEtat { version principes { numero libelle } documents { id } } }
    refus { code message }
  }
}`;

test('ligne 14 : le registre des textes porte leurs dates et leurs liens, et un engagement les cite', async () => {
  const { data, errors } = await subgraph.query(
    unIntegrateur(),
    `{ documentsReference { id titre nature lien dates { enonce source { intitule } } } }`,
  );
  expect(errors).toEqual([]);
  const rapport = data.documentsReference.find(
    ({ id }: { id: string }) => id === 'rapport-france-travail',
  );
  expect(rapport.lien).toMatch(/^https:/);
  // The sources do not agree on the day: all are there.
  expect(rapport.dates.length).toBeGreaterThan(1);

  const cite = await subgraph.query(chef, CITER, {
    input: {
      engagement: 'E07',
      principes: [3, 1, 1],
      chantiers: [5],
      documents: ['rapport-france-travail'],
    },
  });
  expect(cite.errors).toEqual([]);
  expect(cite.data.citerDansEngagement).toEqual({
    engagement: {
      code: 'E07',
      referencesEtat: {
        version: 2,
        principes: [
          { numero: 1, libelle: expect.any(String) },
          { numero: 3, libelle: expect.any(String) },
        ],
        documents: [{ id: 'rapport-france-travail' }],
      },
    },
    refus: null,
  });
});

test('ligne 15 : dix principes, les libellés 4 à 10 vides jusqu’à ce qu’on les fournisse', async () => {
  const lus = await subgraph.query(lecteur, '{ principes { numero libelle source { intitule } } }');
  expect(lus.data.principes.map(({ numero }: { numero: number }) => numero)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  for (const { numero, libelle, source } of lus.data.principes) {
    expect(libelle === null).toBe(numero > 3);
    expect(source === null).toBe(numero > 3);
  }
  const fourni = await subgraph.query(
    chef,
    `mutation { completerPrincipe(input: { numero: 4, libelle: "Libellé publié", source: "Rapport, page 12" }) {
       principe { numero libelle source { intitule } } refus { code } } }`,
  );
  expect(fourni.errors).toEqual([]);
  expect(fourni.data.completerPrincipe).toEqual({
    principe: { numero: 4, libelle: 'Libellé publié', source: { intitule: 'Rapport, page 12' } },
    refus: null,
  });
});

test('ligne 16 : huit chantiers avec leur source, et chaque engagement dit auxquels il répond', async () => {
  subgraph.forgetStatements();
  const { data, errors } = await subgraph.query(
    lecteur,
    `{ chantiers { numero libelle source { intitule } }
       engagements { code referencesEtat { chantiers { numero } demonstration } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.chantiers).toHaveLength(8);
  expect(data.chantiers.every(({ libelle }: { libelle: string | null }) => libelle)).toBe(true);
  expect(data.engagements).toHaveLength(23);
  for (const { referencesEtat } of data.engagements) {
    expect(referencesEtat.chantiers.length).toBeGreaterThan(0);
  }
  // One reading for all, whatever their number.
  expect(subgraph.statements.filter((name) => name === 'textes-numerotes')).toHaveLength(1);
  expect(subgraph.statements.filter((name) => name === 'references-engagement')).toHaveLength(1);
});

test('ligne 23 : la frise va de 2016 à aujourd’hui, chaque étape avec ses sources', async () => {
  const { data } = await subgraph.query(
    unIntegrateur(),
    '{ frise { id le precision titre partenaires sources { intitule } } }',
  );
  const ids = data.frise.map(({ id }: { id: string }) => id);
  for (const id of ['spel-2016', 'prochemploi-2016', 'prochorientation-2020', 'protocole-2023']) {
    expect(ids).toContain(id);
  }
  const dates = data.frise.map(({ le }: { le: string }) => le);
  expect(dates).toEqual(dates.toSorted());
  for (const { sources } of data.frise) expect(sources.length).toBeGreaterThan(0);
});

test('ligne 63 : la page du communiqué redonne sa date, son lieu et son contact', async () => {
  const { data } = await subgraph.query(
    unIntegrateur(),
    '{ communiques { le lieu titre telephone courriel adresse citations { auteur texte } } }',
  );
  expect(data.communiques).toEqual([
    expect.objectContaining({
      le: '2023-06-09',
      lieu: 'Lille',
      telephone: '03 20 30 52 50',
      courriel: 'pref-communication@nord.gouv.fr',
      adresse: expect.stringContaining('59 039 LILLE'),
      citations: [expect.anything(), expect.anything(), expect.anything()],
    }),
  ]);
});

test('deux sources qui divergent sont montrées toutes les deux', async () => {
  const { data } = await subgraph.query(
    lecteur,
    '{ divergences { id enonces { enonce source { intitule } } traitement } }',
  );
  expect(data.divergences.length).toBeGreaterThanOrEqual(6);
  for (const { enonces, traitement } of data.divergences) {
    expect(new Set(enonces.map(({ enonce }: { enonce: string }) => enonce)).size).toBeGreaterThan(
      1,
    );
    expect(traitement).not.toBe('');
  }
});

test('ce qui n’existe pas n’est pas cité, et une version dépassée est refusée', async () => {
  const code = async (input: object): Promise<string | undefined> => {
    const { data } = await subgraph.query(chef, CITER, {
      input: { engagement: 'E01', principes: [], chantiers: [], documents: [], ...input },
    });
    return data.citerDansEngagement.refus?.code;
  };
  expect(await code({ engagement: 'E99' })).toBe('ENGAGEMENT_INCONNU');
  expect(await code({ principes: [11] })).toBe('REFERENCE_INCONNUE');
  expect(await code({ chantiers: [0] })).toBe('REFERENCE_INCONNUE');
  expect(await code({ documents: ['inconnu'] })).toBe('REFERENCE_INCONNUE');
  expect(await code({ versionAttendue: 0 })).toBe('VERSION_DEPASSEE');
});

test('seul le secrétariat du SPER tient la mémoire', async () => {
  const input = { engagement: 'E01', principes: [1], chantiers: [], documents: [] };
  for (const identite of [lecteur, unAgent('region', 'charge-de-mission'), unIntegrateur()]) {
    const { errors } = await subgraph.query(identite, CITER, { input });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['ACCES_REFUSE']);
  }
});

test('la recherche du portail trouve une étape de la frise et un texte, à leur place dans la page', async () => {
  const chercher = async (texte: string) => {
    const { data, errors } = await subgraph.query(
      lecteur,
      `query ($texte: String!) { rechercherEtat(texte: $texte, first: 5) {
         genre titre chemin } }`,
      { texte },
    );
    expect(errors).toEqual([]);
    return data.rechercherEtat;
  };
  expect(await chercher('lancement spel douai')).toEqual([
    { genre: 'JALON', titre: 'Lancement des 26 SPEL à Douai', chemin: '/frise#etape-spel-2016' },
  ]);
  const textes = await chercher('transformation autonomie dignite');
  expect(textes).toContainEqual(
    expect.objectContaining({ genre: 'DOCUMENT', chemin: '/textes#texte-rapport-france-travail' }),
  );
  expect(await chercher('paupiette')).toEqual([]);
});
