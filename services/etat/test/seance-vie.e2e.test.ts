import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.js';
import { unActeRecu } from './acte-recu.js';

const VALENCIENNES = { code: '596', maille: 'ARRONDISSEMENT' } as const;
const sousPrefet = unAgent('etat', 'sous-prefet', { territoire: VALENCIENNES });
const chef = unAgent('etat', 'chef-de-projet');
const recteur = unAgent('etat', 'delegue-recteur');

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

const CHAMPS = `id statut version jour empreinteOrdreDuJour ordreDuJourArrete
  points { id titre partenaire rang } presences { fonction organisation partenaire present }
  releve { texte version empreinte figeLe validations { titre } }`;

async function acte(
  nom: string,
  input: object,
  selection: string,
  identite = sousPrefet,
  // biome-ignore lint/suspicious/noExplicitAny: what a test finds is compared, never trusted
): Promise<any> {
  const type = `${nom[0]?.toUpperCase()}${nom.slice(1)}Input`;
  const { data, errors } = await subgraph.query(
    identite,
    `mutation ($input: ${TYPES[nom] ?? type}!) { ${nom}(input: $input) {
       ${selection} refus { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[nom];
}
const TYPES: Readonly<Record<string, string>> = {
  annulerSeance: 'ActeSeanceInput',
  annulerDecision: 'ActeDecisionInput',
};
const surSeance = (nom: string, input: object, identite = sousPrefet) =>
  acte(nom, input, `seance { ${CHAMPS} }`, identite);
const surDecision = (nom: string, input: object, identite = sousPrefet) =>
  acte(
    nom,
    input,
    `decision { id numero statut version texte empreinte avancement adopteeLe validationsRequises
       validations { titre perimee } vote { pour contre voixPreponderante } }`,
    identite,
  );

async function lire(id: string) {
  const { data, errors } = await subgraph.query(chef, `{ seance(id: "${id}") { ${CHAMPS} } }`);
  expect(errors).toEqual([]);
  return data.seance;
}

/** A session of Valenciennes that was created and held, with everybody there. */
async function uneSeanceTenue(jour: string, instance = 'spel-596', identite = chef) {
  const { seance } = await surSeance('creerSeance', { instance, jour }, identite);
  const presences = seance.presences.map(
    ({ fonction, organisation }: { fonction: string; organisation: string }) => ({
      fonction,
      organisation,
      present: true,
    }),
  );
  const tenue = await surSeance('noterPresences', { seance: seance.id, presences }, identite);
  expect(tenue).toMatchObject({ refus: null, seance: { statut: 'TENUE' } });
  return tenue.seance;
}

describe('ligne 1', () => {
  test('ligne 1 : d’une séance créée à une séance close, en moins de dix actes, décision ADOPTEE par l’État et la Région', async () => {
    let actes = 0;
    const compte = <Result>(fait: Promise<Result>) => {
      actes += 1;
      return fait;
    };
    const { seance } = await compte(
      surSeance('creerSeance', { instance: 'spel-596', jour: '2024-02-05', lieu: 'Valenciennes' }),
    );
    expect(seance).toMatchObject({ id: 'spel-596:2024-02-05', statut: 'PREVUE', points: [] });
    const tenue = await compte(
      surSeance('noterPresences', {
        seance: seance.id,
        presences: seance.presences
          .slice(0, 4)
          .map(({ fonction, organisation }: { fonction: string; organisation: string }) => ({
            fonction,
            organisation,
          })),
      }),
    );
    expect(tenue.seance.statut).toBe('TENUE');
    const { decision } = await compte(
      surDecision('enregistrerDecision', {
        seance: seance.id,
        texte: 'Réunir les employeurs de la logistique',
        responsable: 'POLE_EMPLOI',
        sujets: ['ENTREPRISES'],
        engagement: 'E09',
        echeance: '2024-03-01',
      }),
    );
    expect(decision).toMatchObject({
      id: 'spel-596:2024-02-05:1',
      statut: 'EN_ATTENTE',
      validationsRequises: ['ETAT', 'REGION'],
    });
    const { seance: ecrite } = await compte(
      surSeance('ecrireReleve', { seance: seance.id, texte: 'Une décision a été prise.' }),
    );
    const { empreinte } = ecrite.releve;

    await compte(valider(decision));
    const attend = await lireDecision(decision.id);
    expect(attend).toMatchObject({ statut: 'EN_ATTENTE', adopteeLe: null });
    await unActeRecu(subgraph, 'region', 'DECISION_VALIDEE', decision.id, {
      titre: 'REGION',
      empreinte: decision.empreinte,
    });
    expect(await lireDecision(decision.id)).toMatchObject({
      statut: 'ADOPTEE',
      validations: [{ titre: 'ETAT' }, { titre: 'REGION' }],
    });

    await compte(validerReleve(seance.id, empreinte));
    expect(await lire(seance.id)).toMatchObject({ statut: 'TENUE', releve: { figeLe: null } });
    await unActeRecu(subgraph, 'region', 'RELEVE_VALIDE', seance.id, { empreinte });
    const close = await lire(seance.id);
    expect(close.statut).toBe('CLOSE');
    expect(close.releve.figeLe).not.toBeNull();
    expect(actes).toBeLessThan(10);

    // Frozen: nothing moves any more.
    const fige = await surSeance('ecrireReleve', { seance: seance.id, texte: 'Autre chose' });
    expect(fige.refus.code).toBe('SEANCE_CLOSE');
    const refuse = await surDecision('modifierDecision', { decision: decision.id, texte: 'Non' });
    expect(refuse.refus.code).toBe('SEANCE_CLOSE');
    expect((await lire(seance.id)).releve.texte).toBe('Une décision a été prise.');
  });
});

async function lireDecision(id: string) {
  const { data } = await subgraph.query(
    chef,
    `{ decision(id: "${id}") { statut texte version empreinte avancement adopteeLe
         validations { titre perimee } } }`,
  );
  return data.decision;
}

async function valider(
  decision: { id: string; empreinte: string },
  identite = sousPrefet,
  titre?: string,
) {
  const { data, errors } = await subgraph.query(
    identite,
    `mutation ($input: ValiderDecisionEtatInput!) { validerDecisionEtat(input: $input) {
       refus { code } } }`,
    { input: { decision: decision.id, empreinte: decision.empreinte, ...(titre && { titre }) } },
  );
  expect(errors).toEqual([]);
  return data.validerDecisionEtat.refus;
}

async function validerReleve(seance: string, empreinte: string) {
  const { data, errors } = await subgraph.query(
    sousPrefet,
    `mutation ($input: AccordSeanceEtatInput!) { validerReleveEtat(input: $input) { refus { code } } }`,
    { input: { seance, empreinte } },
  );
  expect(errors).toEqual([]);
  expect(data.validerReleveEtat.refus).toBeNull();
}

describe('ligne 3', () => {
  test.each([
    ['creerSeance', { instance: 'spel-601', jour: '2024-02-06' }],
    ['modifierSeance', { seance: 'SEANCE', lieu: 'Ailleurs' }],
    ['annulerSeance', { seance: 'SEANCE' }],
    ['ordonnerPoints', { seance: 'SEANCE', points: [] }],
    ['noterPresences', { seance: 'SEANCE', presences: [{ fonction: 'a', organisation: 'b' }] }],
    ['ecrireReleve', { seance: 'SEANCE', texte: 'a' }],
  ])(
    'ligne 3 : un sous-préfet n’écrit pas dans un autre arrondissement (%s)',
    async (nom, input) => {
      const ailleurs = await ailleursPrevue();
      const avant = await lire(ailleurs);
      const fait = await surSeance(
        nom,
        JSON.parse(JSON.stringify(input).replace('SEANCE', ailleurs)),
      );
      expect(fait.refus).toMatchObject({ code: 'HORS_TERRITOIRE' });
      expect(await lire(ailleurs)).toEqual(avant);
    },
  );

  test.each([
    [
      'enregistrerDecision',
      { seance: 'SEANCE', texte: 'a', responsable: 'ETAT', sujets: ['AUTRE'] },
    ],
    ['modifierDecision', { decision: 'DECISION', texte: 'a' }],
    ['annulerDecision', { decision: 'DECISION' }],
    ['voterDecision', { decision: 'DECISION', pour: 1, contre: 0 }],
  ])('ligne 3 : ni sur une décision d’un autre arrondissement (%s)', async (nom, input) => {
    const { data } = await subgraph.query(
      chef,
      `{ decisions(territoire: { code: "601", maille: ARRONDISSEMENT }, first: 1) {
           nodes { id seance { id } } } }`,
    );
    const [decision] = data.decisions.nodes;
    const texte = JSON.stringify(input)
      .replace('SEANCE', decision.seance.id)
      .replace('DECISION', decision.id);
    const fait = await surDecision(nom, JSON.parse(texte));
    expect(fait.refus).toMatchObject({ code: 'HORS_TERRITOIRE' });
  });

  test('ligne 3 : les 26 instances locales de 2023, une par arrondissement', async () => {
    const { data } = await subgraph.query(
      chef,
      '{ instances(type: SPEL, first: 100) { nodes { territoire { code maille } } } }',
    );
    const codes = data.instances.nodes.map(
      (one: { territoire: { code: string } }) => one.territoire.code,
    );
    expect(codes).toHaveLength(26);
    expect(new Set(codes).size).toBe(26);
  });

  test('un chef de projet écrit dans toute la région, un sous-préfet sans territoire nulle part', async () => {
    const { refus } = await surSeance(
      'creerSeance',
      { instance: 'spel-601', jour: '2024-02-07' },
      chef,
    );
    expect(refus).toBeNull();
    const perdu = await surSeance(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-02-08' },
      unAgent('etat', 'sous-prefet'),
    );
    expect(perdu.refus.code).toBe('HORS_TERRITOIRE');
  });

  test('qui n’a pas le droit de tenir une séance est refusé par son propriétaire même', async () => {
    for (const identite of [
      recteur,
      unAgent('etat', 'dpo'),
      unAgent('region', 'charge-de-mission'),
    ]) {
      const { errors } = await subgraph.query(
        identite,
        `mutation { creerSeance(input: { instance: "spel-596", jour: "2024-02-09" }) { refus { code } } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'ACCES_REFUSE' } }]);
    }
  });
});

async function ailleursPrevue(): Promise<string> {
  const { data } = await subgraph.query(
    chef,
    '{ instance(id: "spel-601") { prochaineSeance { id } } }',
  );
  return data.instance.prochaineSeance.id;
}

describe('ligne 28', () => {
  test('ligne 28 : la validation du recteur est requise sur l’orientation et l’apprentissage, et lui seul la donne', async () => {
    const seance = await uneSeanceTenue('2024-02-12');
    const { decision } = await surDecision('enregistrerDecision', {
      seance: seance.id,
      texte: 'Ouvrir une section en apprentissage',
      responsable: 'ETAT',
      sujets: ['APPRENTISSAGE', 'ENTREPRISES'],
    });
    expect(decision.validationsRequises).toEqual(['ETAT', 'REGION', 'RECTEUR']);
    await valider(decision);
    await unActeRecu(subgraph, 'region', 'DECISION_VALIDEE', decision.id, {
      titre: 'REGION',
      empreinte: decision.empreinte,
    });
    // The Région signs in the recteur's title: it is not hers, and nothing follows.
    await unActeRecu(subgraph, 'region', 'DECISION_VALIDEE', decision.id, {
      titre: 'RECTEUR',
      empreinte: decision.empreinte,
    });
    expect(await lireDecision(decision.id)).toMatchObject({ statut: 'EN_ATTENTE' });
    expect(await valider(decision, recteur)).toBeNull();
    expect(await lireDecision(decision.id)).toMatchObject({ statut: 'ADOPTEE' });
  });

  test('ligne 28 : le délégué du recteur ne valide rien d’un autre sujet', async () => {
    const seance = await uneSeanceTenue('2024-02-13');
    const { decision } = await surDecision('enregistrerDecision', {
      seance: seance.id,
      texte: 'Prêter des véhicules',
      responsable: 'REGION',
      sujets: ['MOBILITE'],
    });
    expect(await valider(decision, recteur)).toEqual({ code: 'HORS_SUJET' });
    expect((await lireDecision(decision.id)).validations).toEqual([]);
  });
});

test('modifier une décision périme ses validations ; revenir au texte les retrouve', async () => {
  const seance = await uneSeanceTenue('2024-02-14');
  const { decision } = await surDecision('enregistrerDecision', {
    seance: seance.id,
    texte: 'Premier texte',
    responsable: 'ETAT',
    sujets: ['AUTRE'],
  });
  await valider(decision);
  await unActeRecu(subgraph, 'region', 'DECISION_VALIDEE', decision.id, {
    titre: 'REGION',
    empreinte: decision.empreinte,
  });
  expect(await lireDecision(decision.id)).toMatchObject({ statut: 'ADOPTEE', version: 1 });

  const { decision: autre } = await surDecision('modifierDecision', {
    decision: decision.id,
    texte: 'Second texte',
    versionAttendue: 1,
  });
  expect(autre).toMatchObject({
    statut: 'EN_ATTENTE',
    version: 2,
    adopteeLe: null,
    validations: [
      { titre: 'ETAT', perimee: true },
      { titre: 'REGION', perimee: true },
    ],
  });
  const depassee = await surDecision('modifierDecision', {
    decision: decision.id,
    texte: 'Troisième texte',
    versionAttendue: 1,
  });
  expect(depassee).toMatchObject({
    refus: { code: 'VERSION_DEPASSEE' },
    decision: { texte: 'Second texte', version: 2 },
  });
  const retablie = await acte(
    'retablir',
    { objet: 'DECISION', id: decision.id, version: 1, versionAttendue: 2 },
    'decision { texte version statut validations { perimee } }',
  );
  expect(retablie).toMatchObject({
    refus: null,
    decision: { texte: 'Premier texte', version: 3, statut: 'ADOPTEE' },
  });
});

test('une séance annulée par erreur se rétablit, et sa version périmée est refusée', async () => {
  const { seance } = await surSeance('creerSeance', {
    instance: 'spel-596',
    jour: '2024-02-15',
    objet: 'À garder',
  });
  const annulee = await surSeance('annulerSeance', { seance: seance.id, versionAttendue: 1 });
  expect(annulee.seance).toMatchObject({ statut: 'ANNULEE', version: 2 });
  const refusee = await surSeance('modifierSeance', { seance: seance.id, lieu: 'Lille' });
  expect(refusee.refus.code).toBe('SEANCE_ANNULEE');
  const retablie = await acte(
    'retablir',
    { objet: 'SEANCE', id: seance.id, version: 1 },
    'seance { statut version objet }',
  );
  expect(retablie.seance).toEqual({ statut: 'PREVUE', version: 3, objet: 'À garder' });
  const inconnue = await acte(
    'retablir',
    { objet: 'SEANCE', id: seance.id, version: 99 },
    'seance { version }',
  );
  expect(inconnue).toMatchObject({ refus: { code: 'VERSION_INCONNUE' }, seance: { version: 3 } });
});

test('une séance reportée garde son identifiant, ses points, son heure et les membres du nouveau jour', async () => {
  const { seance } = await surSeance('creerSeance', {
    instance: 'spel-596',
    jour: '2023-12-20',
    debut: '2023-12-20T13:30:00Z',
    fin: '2023-12-20T15:30:00Z',
  });
  await unActeRecu(subgraph, 'region', 'POINT_PROPOSE', seance.id, { id: 'p', titre: 'Un point' });
  const { refus } = await surSeance('modifierSeance', { seance: seance.id, jour: '2024-04-03' });
  expect(refus).toBeNull();
  const { data } = await subgraph.query(
    chef,
    `{ seance(id: "${seance.id}") { id jour debut fin points { titre }
         presences { organisation partenaire } } }`,
  );
  // Summer time on the third of April: 14:30 in Paris is one hour earlier for the rest of the world.
  expect(data.seance).toMatchObject({
    id: seance.id,
    jour: '2024-04-03',
    debut: '2024-04-03T12:30:00.000Z',
    fin: '2024-04-03T14:30:00.000Z',
    points: [{ titre: 'Un point' }],
  });
  const operateur = data.seance.presences.find(
    (une: { partenaire: string }) => une.partenaire === 'POLE_EMPLOI',
  );
  expect(operateur.organisation).toBe('France Travail Valenciennes');

  const suivante = await surSeance('creerSeance', { instance: 'spel-596', jour: '2023-12-20' });
  expect(suivante.seance.id).toBe('spel-596:2023-12-20b');
  const tard = await surSeance('modifierSeance', { seance: seance.id, jour: '2024-09-03' });
  expect(tard.refus.code).toBe('INSTANCE_INACTIVE');
  const tenue = await uneSeanceTenue('2024-02-27');
  const apres = await surSeance('modifierSeance', { seance: tenue.id, jour: '2024-02-28' });
  expect(apres.refus.code).toBe('SEANCE_DEJA_TENUE');
  await acte('retablir', { objet: 'SEANCE', id: seance.id, version: 1 }, 'seance { id }');
  expect((await lire(seance.id)).jour).toBe('2023-12-20');
});

test('la même création sous la même clé n’est faite qu’une fois ; une autre est refusée', async () => {
  const input = { instance: 'spel-596', jour: '2024-02-16', cleIdempotence: 'cle-de-test-1' };
  const [une, deux] = [
    await surSeance('creerSeance', input),
    await surSeance('creerSeance', input),
  ];
  expect(une.seance.id).toBe('spel-596:2024-02-16');
  expect(deux.seance.id).toBe(une.seance.id);
  const autre = await surSeance('creerSeance', { ...input, lieu: 'Ailleurs' });
  expect(autre.refus.code).toBe('CLE_IDEMPOTENCE_REUTILISEE');
  const seconde = await surSeance('creerSeance', { instance: 'spel-596', jour: '2024-02-16' });
  expect(seconde.seance.id).toBe('spel-596:2024-02-16b');
});

test('l’ordre du jour se compose des points des trois maisons ; un changement rend l’accord caduc', async () => {
  const { seance } = await surSeance('creerSeance', { instance: 'spel-596', jour: '2024-02-19' });
  const points = ['region', 'pole-emploi'] as const;
  for (const maison of points) {
    await unActeRecu(subgraph, maison, 'POINT_PROPOSE', seance.id, {
      id: `${maison}:${seance.id}:1`,
      titre: `Point de ${maison}`,
      duree: 10,
    });
  }
  const composee = await lire(seance.id);
  expect(composee.points.map((one: { partenaire: string }) => one.partenaire)).toEqual([
    'REGION',
    'POLE_EMPLOI',
  ]);
  expect(composee.empreinteOrdreDuJour).not.toBe(seance.empreinteOrdreDuJour);

  const { seance: rangee } = await surSeance('ordonnerPoints', {
    seance: seance.id,
    points: [`pole-emploi:${seance.id}:1`],
  });
  expect(rangee.points.map((one: { partenaire: string; rang: number }) => one.rang)).toEqual([
    1, 2,
  ]);
  expect(rangee.points[0].partenaire).toBe('POLE_EMPLOI');
  for (const maison of ['region', 'etat'] as const) {
    await unActeRecu(subgraph, maison, 'ORDRE_DU_JOUR_ACCORDE', seance.id, {
      empreinte: rangee.empreinteOrdreDuJour,
    });
  }
  expect((await lire(seance.id)).ordreDuJourArrete).toBe(true);
  await unActeRecu(subgraph, 'region', 'POINT_RETIRE', seance.id, { id: `region:${seance.id}:1` });
  const retiree = await lire(seance.id);
  expect(retiree.points).toHaveLength(1);
  expect(retiree.ordreDuJourArrete).toBe(false);
});

test('la suite donnée par la maison responsable fait l’avancement, celle d’une autre non', async () => {
  const seance = await uneSeanceTenue('2024-02-20');
  const { decision } = await surDecision('enregistrerDecision', {
    seance: seance.id,
    texte: 'Recevoir les entreprises',
    responsable: 'POLE_EMPLOI',
    sujets: ['ENTREPRISES'],
  });
  const suite = { avancement: 'FAITE', texte: 'Fait', version: 1 };
  await unActeRecu(subgraph, 'region', 'SUITE_ENREGISTREE', decision.id, suite);
  expect((await lireDecision(decision.id)).avancement).toBeNull();
  await unActeRecu(subgraph, 'pole-emploi', 'SUITE_ENREGISTREE', decision.id, suite);
  expect((await lireDecision(decision.id)).avancement).toBe('FAITE');
});

test('un acte sur ce qui est inconnu, ou illisible, ne change rien et n’échoue pas', async () => {
  for (const [nature, sujet, charge] of [
    ['POINT_PROPOSE', 'spel-596:2031-01-01', { id: 'x', titre: 'x' }],
    ['DECISION_VALIDEE', 'spel-596:2031-01-01:1', { titre: 'REGION', empreinte: 'a'.repeat(64) }],
    ['RELEVE_VALIDE', 'spel-596:2023-12-15', { empreinte: 'court' }],
    ['SUITE_ENREGISTREE', 'nulle-part', { avancement: 'INVENTE' }],
    ['POINT_RETIRE', 'spel-596:2023-12-15', null],
  ] as const) {
    await unActeRecu(subgraph, 'region', nature, sujet, charge);
  }
  expect((await lire('spel-596:2023-12-15')).points).toHaveLength(2);
});

describe('vote, pour les seules instances du décret de 2024', () => {
  test('quorum, majorité, puis voix prépondérante du représentant de l’État', async () => {
    const { seance } = await surSeance(
      'creerSeance',
      { instance: 'cle-596', jour: '2024-09-10' },
      chef,
    );
    const presences = (nombre: number) =>
      seance.presences.map(
        ({ fonction, organisation }: { fonction: string; organisation: string }, rang: number) => ({
          fonction,
          organisation,
          present: rang < nombre,
        }),
      );
    const noter = (nombre: number) =>
      surSeance('noterPresences', { seance: seance.id, presences: presences(nombre) }, chef);
    await noter(2);
    const { decision } = await surDecision(
      'enregistrerDecision',
      { seance: seance.id, texte: 'Voter', responsable: 'ETAT', sujets: ['ORIENTATION'] },
      chef,
    );
    expect(decision.validationsRequises).toEqual([]);
    const voter = (input: object) =>
      surDecision('voterDecision', { decision: decision.id, ...input }, chef);
    expect((await voter({ pour: 2, contre: 0 })).refus.code).toBe('QUORUM_NON_ATTEINT');
    await noter(4);
    expect((await voter({ pour: 4, contre: 1 })).refus.code).toBe('VOTE_INVALIDE');
    expect((await voter({ pour: 2, contre: 2 })).refus.code).toBe('VOIX_PREPONDERANTE_REQUISE');
    const rejetee = await voter({ pour: 2, contre: 2, voixRepresentantEtat: 'CONTRE' });
    expect(rejetee.decision).toMatchObject({
      statut: 'REJETEE',
      vote: { pour: 2, contre: 2, voixPreponderante: 'CONTRE' },
    });
    const adoptee = await voter({ pour: 3, contre: 1, voixRepresentantEtat: 'CONTRE' });
    expect(adoptee.decision).toMatchObject({
      statut: 'ADOPTEE',
      vote: { voixPreponderante: null },
    });
    const { data } = await subgraph.query(
      chef,
      `{ seance(id: "${seance.id}") { quorum { membres presents requis atteint } } }`,
    );
    expect(data.seance.quorum).toEqual({ membres: 6, presents: 4, requis: 3, atteint: true });
  });

  test('un SPEL ne vote pas, et n’existe plus après le décret', async () => {
    const seance = await uneSeanceTenue('2024-02-21');
    const { decision } = await surDecision('enregistrerDecision', {
      seance: seance.id,
      texte: 'Sans vote',
      responsable: 'ETAT',
      sujets: ['AUTRE'],
    });
    const vote = await surDecision('voterDecision', { decision: decision.id, pour: 1, contre: 0 });
    expect(vote.refus.code).toBe('VOTE_SANS_OBJET');
    const tard = await surSeance('creerSeance', { instance: 'spel-596', jour: '2024-09-10' });
    expect(tard.refus.code).toBe('INSTANCE_INACTIVE');
  });
});

test('ce que la saisie a de faux est dit, et rien ne change', async () => {
  const codes = async (nom: string, input: object) => (await surSeance(nom, input)).refus.code;
  expect(await codes('creerSeance', { instance: 'spel-999', jour: '2024-02-22' })).toBe(
    'INSTANCE_INCONNUE',
  );
  expect(
    await codes('creerSeance', {
      instance: 'spel-596',
      jour: '2024-02-22',
      debut: '2024-02-23T09:00:00Z',
    }),
  ).toBe('HORAIRES_INVALIDES');
  expect(
    await codes('creerSeance', { instance: 'spel-596', jour: '2024-02-22', lieu: '<b>Lille</b>' }),
  ).toBe('TEXTE_AVEC_BALISES');
  expect(await codes('ecrireReleve', { seance: 'spel-596:2023-12-15', texte: 'Trop tôt' })).toBe(
    'SEANCE_NON_TENUE',
  );
  expect(
    await codes('noterPresences', {
      seance: 'spel-596:2023-12-15',
      presences: [{ fonction: 'a', organisation: 'b', present: false }],
    }),
  ).toBe('PERSONNE_PRESENT');
  expect(
    (
      await surDecision('enregistrerDecision', {
        seance: 'spel-596:2023-12-15',
        texte: 'a',
        responsable: 'ETAT',
        sujets: ['AUTRE'],
        engagement: 'E99',
      })
    ).refus.code,
  ).toBe('ENGAGEMENT_INCONNU');
});

test('qui suit une séance est prévenu de ce qu’une autre maison y apporte', async () => {
  const { seance } = await surSeance('creerSeance', { instance: 'spel-596', jour: '2024-02-26' });
  const flux = await subgraph.subscribe(
    unAgent('region', 'conseiller-regional'),
    `subscription { seanceModifiee(seance: "${seance.id}") { id points { titre } } }`,
  );
  try {
    await unActeRecu(subgraph, 'region', 'POINT_PROPOSE', seance.id, {
      id: `region:${seance.id}:1`,
      titre: 'Formations ouvertes',
    });
    expect((await flux.next())?.data.data).toMatchObject({
      seanceModifiee: { id: seance.id, points: [{ titre: 'Formations ouvertes' }] },
    });
  } finally {
    await flux.close();
  }
});
