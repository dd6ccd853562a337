import {
  startTestSubgraph,
  type TestSubgraph,
  unAgent,
  unIntegrateur,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
const lecteur = unAgent('region', 'conseiller-regional');

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

test('ligne 2 : la séance du 8 juin 2023 a trois signataires et une personne présente', async () => {
  const { data, errors } = await subgraph.query(
    unIntegrateur(),
    `{ seances(du: "2023-06-08", au: "2023-06-08") { nodes { id lieu demonstration source
         instance { id type } presences { fonction partenaire present signataire } } } }`,
  );
  expect(errors).toEqual([]);
  const [seance, ...autres] = data.seances.nodes;
  expect(autres).toEqual([]);
  expect(seance).toMatchObject({
    id: 'sper-32:2023-06-08',
    lieu: 'Polytech Lille, Villeneuve-d’Ascq',
    demonstration: false,
    instance: { id: 'sper-32', type: 'SPER' },
  });
  expect(seance.source).toContain('Communiqué');
  expect(seance.presences).toHaveLength(4);
  const signataires = seance.presences.filter((one: { signataire: boolean }) => one.signataire);
  expect(signataires.map((one: { partenaire: string }) => one.partenaire)).toEqual([
    'ETAT',
    'REGION',
    'POLE_EMPLOI',
  ]);
});

test('ligne 29 : le haut-commissaire était présent et n’est pas parmi les signataires', async () => {
  const { data } = await subgraph.query(
    lecteur,
    `{ seance(id: "sper-32:2023-06-08") { presences { fonction present signataire } } }`,
  );
  const commissaire = data.seance.presences.find((one: { fonction: string }) =>
    one.fonction.startsWith('Haut-commissaire'),
  );
  expect(commissaire).toMatchObject({ present: true, signataire: false });
});

test('ligne 13 : chaque jour montre les noms et les instances de ce jour', async () => {
  const { data, errors } = await subgraph.query(
    lecteur,
    `{ instance(id: "spel-596") {
         avant: nomLe(le: "2023-12-15") apres: nomLe(le: "2024-07-01") aujourdhui: nomLe
         regleAvant: regle(le: "2023-12-15") regleApres: regle(le: "2024-07-01")
         typeAvant: typeLe(le: "2024-06-17") typeApres: typeLe(le: "2024-06-18")
         membresAvant: membresLe(le: "2023-12-31") { organisation partenaire }
         membresApres: membresLe(le: "2024-01-01") { organisation partenaire }
         successeur { id predecesseur { id } } apresElle: auJour(le: "2024-07-01") { id }
         avantElle: auJour(le: "2010-01-01") { id } }
       en2023: instances(first: 100) { nodes { type } }
       en2024: instances(le: "2024-07-01", first: 100) { nodes { type } } }`,
  );
  expect(errors).toEqual([]);
  const { instance } = data;
  expect(instance.avant).toMatch(/^Service public de l’emploi local/);
  expect(instance.aujourdhui).toBe(instance.avant);
  expect(instance.apres).toMatch(/^Comité local pour l’emploi/);
  expect(instance).toMatchObject({
    regleAvant: 'VALIDATIONS',
    regleApres: 'VOTE',
    typeAvant: 'SPEL',
    typeApres: 'CLE',
    successeur: { id: 'cle-596', predecesseur: { id: 'spel-596' } },
    apresElle: { id: 'cle-596' },
    avantElle: null,
  });
  const operateur = (membres: { organisation: string; partenaire: string }[]) =>
    membres.filter(({ partenaire }) => partenaire === 'POLE_EMPLOI').map((one) => one.organisation);
  expect(operateur(instance.membresAvant)).toEqual(['Pôle emploi Valenciennes']);
  expect(operateur(instance.membresApres)).toEqual(['France Travail Valenciennes']);
  const types = (nodes: { type: string }[]) => [...new Set(nodes.map(({ type }) => type))];
  expect(types(data.en2023.nodes)).toEqual(['SPER', 'SPEL']);
  expect(types(data.en2024.nodes)).toEqual(['CORE', 'CDE', 'CLE']);
  expect(data.en2024.nodes).toHaveLength(1 + 5 + 26);
});

test('ligne 62 : les instances d’après la loi existent aux trois mailles, chacune avec ses copilotes', async () => {
  const { data, errors } = await subgraph.query(
    lecteur,
    `{ instances(le: "2024-07-01", first: 100) { nodes { type territoire { maille }
         copilotesLe(le: "2024-07-01") { fonction } membresLe(le: "2024-07-01") { voix } } } }`,
  );
  expect(errors).toEqual([]);
  const mailles = new Map<string, number>();
  for (const { type, territoire, copilotesLe, membresLe } of data.instances.nodes) {
    const cle = `${type} ${territoire.maille}`;
    mailles.set(cle, (mailles.get(cle) ?? 0) + 1);
    expect(copilotesLe).toHaveLength(2);
    expect(membresLe.some(({ voix }: { voix: boolean }) => voix)).toBe(true);
    // At most 29, 27 and 8 seats by the decree.
    const limite = { CORE: 29, CDE: 27, CLE: 8 }[type as 'CORE' | 'CDE' | 'CLE'];
    expect(membresLe.length).toBeLessThanOrEqual(limite);
  }
  expect(Object.fromEntries(mailles)).toEqual({
    'CORE REGION': 1,
    'CDE DEPARTEMENT': 5,
    'CLE ARRONDISSEMENT': 26,
  });
});

test('la prochaine séance de Valenciennes attend que son ordre du jour soit arrêté', async () => {
  const { data, errors } = await subgraph.query(
    lecteur,
    `{ instance(id: "spel-596") { prochaineSeance { id statut ordreDuJourArrete
         points { titre partenaire rang } accordsOrdreDuJour { titre } quorum { membres }
         releve { texte } presences { present }
         precedente { statut ordreDuJourArrete releve { figeLe validations { titre } }
           decisions { nodes { id statut enRetard engagement { code } validationsRequises
             validations { titre perimee } } } } } } }`,
  );
  expect(errors).toEqual([]);
  const seance = data.instance.prochaineSeance;
  expect(seance).toMatchObject({
    id: 'spel-596:2023-12-15',
    statut: 'PREVUE',
    ordreDuJourArrete: false,
    accordsOrdreDuJour: [],
    quorum: null,
    releve: null,
  });
  expect(seance.points.map((one: { partenaire: string }) => one.partenaire)).toEqual([
    'REGION',
    'POLE_EMPLOI',
  ]);
  expect(seance.presences.some((one: { present: boolean }) => one.present)).toBe(false);
  expect(seance.precedente).toMatchObject({ statut: 'CLOSE', ordreDuJourArrete: true });
  expect(seance.precedente.releve.validations).toHaveLength(2);
  expect(
    seance.precedente.decisions.nodes.map((one: { statut: string; enRetard: boolean }) => [
      one.statut,
      one.enRetard,
    ]),
  ).toEqual([
    ['ADOPTEE', true],
    ['ADOPTEE', true],
    ['EN_ATTENTE', false],
  ]);
});

test('les décisions se filtrent et se tournent page à page, sans perte ni répétition', async () => {
  const lues: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await subgraph.query(
      lecteur,
      `query ($after: String) { decisions(territoire: { code: "59", maille: DEPARTEMENT },
         first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    lues.push(...data.decisions.nodes.map(({ id }: { id: string }) => id));
    after = data.decisions.pageInfo.hasNextPage ? data.decisions.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(lues).size).toBe(lues.length);
  expect(lues.every((id) => id.startsWith('spel-59'))).toBe(true);
  const rows = await subgraph.query(
    lecteur,
    `{ enRetard: decisions(enRetardLe: "2023-12-15", territoire: { code: "596", maille: ARRONDISSEMENT })
         { nodes { id echeance enRetard(le: "2023-12-15") } }
       attend: decisions(attend: REGION, first: 100) { nodes { statut validations { titre perimee } } }
       trouvees: decisions(recherche: "soudeurs") { nodes { texte } }
       engagement(code: "E06") { decisionsEtat(first: 100) { nodes { engagement { code } sujets
         validationsRequises } } } }`,
  );
  expect(rows.errors).toEqual([]);
  expect(rows.data.enRetard.nodes.length).toBeGreaterThanOrEqual(2);
  expect(rows.data.enRetard.nodes.every((one: { enRetard: boolean }) => one.enRetard)).toBe(true);
  expect(rows.data.attend.nodes).not.toEqual([]);
  for (const { statut, validations } of rows.data.attend.nodes) {
    expect(statut).toBe('EN_ATTENTE');
    expect(validations.map((one: { titre: string }) => one.titre)).not.toContain('REGION');
  }
  for (const { texte } of rows.data.trouvees.nodes) expect(texte).toContain('soudeurs');
  expect(rows.data.engagement.decisionsEtat.nodes).not.toEqual([]);
  for (const one of rows.data.engagement.decisionsEtat.nodes) {
    expect(one).toMatchObject({
      engagement: { code: 'E06' },
      validationsRequises: ['ETAT', 'REGION', 'RECTEUR'],
    });
  }
});

test('hors des maisons, seules les séances publiques et leurs décisions adoptées se lisent', async () => {
  const { data, errors } = await subgraph.query(
    unIntegrateur(),
    `{ seances(first: 100) { nodes { publique instance { type } points { titre } } }
       decisions(first: 100) { nodes { statut seance { publique } validations { titre } } }
       instance(id: "spel-596") { prochaineSeance { id } }
       seance(id: "spel-596:2023-12-15") { id } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ instance: { prochaineSeance: null }, seance: null });
  expect(data.seances.nodes.length).toBeGreaterThanOrEqual(3);
  for (const { publique, instance, points } of data.seances.nodes) {
    expect({ publique, type: instance.type }).toEqual({ publique: true, type: 'SPER' });
    expect(points).not.toEqual([]);
  }
  expect(data.decisions.nodes).not.toEqual([]);
  for (const { statut, seance, validations } of data.decisions.nodes) {
    expect({ statut, publique: seance.publique }).toEqual({ statut: 'ADOPTEE', publique: true });
    expect(validations.length).toBeGreaterThanOrEqual(2);
  }
});

test('une page de séances avec tout ce qu’elles portent : une instruction SQL par genre', async () => {
  subgraph.forgetStatements();
  const { errors } = await subgraph.query(
    lecteur,
    `{ seances(first: 50) { nodes { instance { nom regle } points { titre } ordreDuJourArrete
         releve { validations { titre } } decisions(first: 5) { nodes { validations { titre } } } } } }`,
  );
  expect(errors).toEqual([]);
  expect([...subgraph.statements].sort()).toEqual([
    'decisions-par-seance',
    'decisions-validations',
    'instances-par-id',
    'seances-accords',
    'seances-liste',
    'seances-points',
    'seances-releves',
  ]);
});

test('la recherche du portail trouve les séances d’un lieu et les décisions par leurs mots', async () => {
  const chercher = async (texte: string) => {
    const { data, errors } = await subgraph.query(
      lecteur,
      `query ($texte: String!) { rechercherEtat(texte: $texte, first: 5) {
         genre titre sousTitre chemin } }`,
      { texte },
    );
    expect(errors).toEqual([]);
    return data.rechercherEtat;
  };
  expect(await chercher('valenciennes')).toContainEqual(
    expect.objectContaining({ genre: 'SEANCE', chemin: '/seances/spel-596:2023-12-15' }),
  );
  const decisions = (await chercher('soudeurs recrutements')).filter(
    ({ genre }: { genre: string }) => genre === 'DECISION',
  );
  expect(decisions).not.toEqual([]);
  for (const { titre, chemin } of decisions) {
    expect(titre).toContain('soudeurs');
    expect(chemin).toMatch(/^\/seances\/spel-\d+:\d{4}-\d{2}-\d{2}#decision-\d+$/);
  }
});
