import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.js';
import { unActeRecu } from './acte-recu.js';

const VALENCIENNES = { code: '596', maille: 'ARRONDISSEMENT' } as const;
const chef = unAgent('etat', 'chef-de-projet');
const sousPrefet = unAgent('etat', 'sous-prefet', { territoire: VALENCIENNES });
const conseiller = unAgent('region', 'conseiller-regional', { territoire: VALENCIENNES });

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

// biome-ignore lint/suspicious/noExplicitAny: what a test finds is compared, never trusted
type Trouve = any;

async function acte(
  nom: string,
  input: object,
  selection: string,
  identite = sousPrefet,
): Promise<Trouve> {
  const type = `${nom[0]?.toUpperCase()}${nom.slice(1)}Input`;
  const { data, errors } = await subgraph.query(
    identite,
    `mutation ($input: ${type}!) { ${nom}(input: $input) { ${selection} refus { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[nom];
}

const SEANCE = `seance { id statut version versionOrdreDuJour jour objet publique regle
  convocationDe { id } convoqueeDeNouveau { id } ordreDuJourArrete empreinteOrdreDuJour
  points { id titre } presences { fonction organisation present voix }
  quorum { membres presents requis atteint exige } }`;

async function lire(id: string, selection: string, identite = sousPrefet): Promise<Trouve> {
  const { data, errors } = await subgraph.query(
    identite,
    `{ seance(id: "${id}") { ${selection} } }`,
  );
  expect(errors).toEqual([]);
  return data.seance;
}

/** A session of the committee, held with so many of its members. */
async function uneSeanceTenue(jour: string, presents: number): Promise<Trouve> {
  const { seance } = await acte('creerSeance', { instance: 'cle-596', jour }, SEANCE);
  return noter(seance, presents);
}

async function noter(seance: Trouve, presents: number): Promise<Trouve> {
  const fait = await acte(
    'noterPresences',
    {
      seance: seance.id,
      presences: seance.presences.map(
        (une: { fonction: string; organisation: string }, rang: number) => ({
          fonction: une.fonction,
          organisation: une.organisation,
          present: rang < presents,
        }),
      ),
    },
    SEANCE,
  );
  expect(fait).toMatchObject({ refus: null, seance: { statut: 'TENUE' } });
  return fait.seance;
}

async function decider(seance: string): Promise<Trouve> {
  const { decision } = await acte(
    'enregistrerDecision',
    { seance, texte: 'Voter', responsable: 'ETAT', sujets: ['AUTRE'] },
    'decision { id regle validationsRequises }',
  );
  expect(decision).toMatchObject({ regle: 'VOTE', validationsRequises: [] });
  return decision;
}

const voter = (decision: string, input: object): Promise<Trouve> =>
  acte('voterDecision', { decision, ...input }, 'decision { statut vote { pour contre } }');

const regler = (input: object, identite = sousPrefet): Promise<Trouve> =>
  acte(
    'reglerSecondeConvocation',
    input,
    'instance { id secondeConvocation { regle source version } }',
    identite,
  );

describe('seconde convocation', () => {
  test('faute de quorum, une autre séance reprend le même ordre du jour, approuvé, qui ne change plus', async () => {
    const { seance: prevue } = await acte(
      'creerSeance',
      { instance: 'cle-596', jour: '2024-09-10', objet: 'Rentrée', publique: true },
      SEANCE,
    );
    await unActeRecu(subgraph, 'region', 'POINT_PROPOSE', prevue.id, {
      id: 'region-1',
      titre: 'Formations',
    });
    const { empreinteOrdreDuJour: empreinte } = await lire(prevue.id, 'empreinteOrdreDuJour');
    for (const maison of ['etat', 'region'] as const) {
      await unActeRecu(subgraph, maison, 'ORDRE_DU_JOUR_ACCORDE', prevue.id, { empreinte });
    }
    const tropTot = await acte(
      'convoquerDeNouveau',
      { seance: prevue.id, jour: '2024-09-24' },
      SEANCE,
    );
    expect(tropTot.refus.code).toBe('SEANCE_NON_TENUE');
    const premiere = await noter(prevue, 2);
    expect(premiere.quorum).toMatchObject({ requis: 3, presents: 2, atteint: false });

    const input = {
      seance: premiere.id,
      jour: '2024-09-24',
      debut: '2024-09-24T07:30:00Z',
      lieu: 'Valenciennes',
      cleIdempotence: 'convoquer-1',
    };
    const passee = await acte('convoquerDeNouveau', { ...input, jour: '2024-09-10' }, SEANCE);
    expect(passee.refus.code).toBe('JOUR_DEJA_PASSE');
    const faite = await acte('convoquerDeNouveau', input, SEANCE);
    expect(faite).toMatchObject({
      refus: null,
      seance: {
        id: 'cle-596:2024-09-24',
        statut: 'PREVUE',
        objet: 'Rentrée',
        publique: true,
        regle: 'VOTE',
        convocationDe: { id: premiere.id },
        ordreDuJourArrete: true,
        empreinteOrdreDuJour: empreinte,
        points: [{ id: 'region-1', titre: 'Formations' }],
      },
    });
    const repetee = await acte('convoquerDeNouveau', input, SEANCE);
    expect(repetee.seance.id).toBe(faite.seance.id);
    expect(await lire(premiere.id, 'convoqueeDeNouveau { id }')).toEqual({
      convoqueeDeNouveau: { id: faite.seance.id },
    });
    const encore = await acte(
      'convoquerDeNouveau',
      { seance: premiere.id, jour: '2024-10-01' },
      SEANCE,
    );
    expect(encore).toMatchObject({
      refus: { code: 'DEJA_CONVOQUEE' },
      seance: { id: premiere.id },
    });

    await unActeRecu(subgraph, 'region', 'POINT_PROPOSE', faite.seance.id, {
      id: 'region-2',
      titre: 'Autre',
    });
    expect((await lire(faite.seance.id, 'points { id }')).points).toHaveLength(1);
    const range = await acte(
      'ordonnerPoints',
      { seance: faite.seance.id, points: ['region-1'] },
      SEANCE,
    );
    expect(range.refus.code).toBe('ORDRE_DU_JOUR_REPRIS');
    const propose = await acte(
      'proposerPointEtat',
      { seance: faite.seance.id, titre: 'Ici aussi' },
      'participation { points { id } }',
    ).catch((error: unknown) => error);
    expect(propose).toMatchObject({ refus: { code: 'ORDRE_DU_JOUR_REPRIS' } });

    // Called off, it no longer stands in the way of another one.
    await acteSeance('annulerSeance', faite.seance.id);
    const autre = await acte(
      'convoquerDeNouveau',
      { seance: premiere.id, jour: '2024-10-01' },
      SEANCE,
    );
    expect(autre).toMatchObject({ refus: null, seance: { id: 'cle-596:2024-10-01' } });
  });

  test('sans règle de l’instance le quorum est encore exigé ; avec la sienne et sa source, il ne l’est plus', async () => {
    const premiere = await uneSeanceTenue('2024-11-04', 2);
    const ordinaire = await acte(
      'convoquerDeNouveau',
      { seance: premiere.id, jour: '2024-11-11' },
      SEANCE,
    );
    const tenue = await noter(ordinaire.seance, 2);
    expect(tenue.quorum).toEqual({
      membres: 6,
      presents: 2,
      requis: 3,
      atteint: false,
      exige: true,
    });
    const decision = await decider(tenue.id);
    expect((await voter(decision.id, { pour: 2, contre: 0 })).refus.code).toBe(
      'QUORUM_NON_ATTEINT',
    );

    expect((await regler({ instance: 'cle-596', regle: 'SANS_QUORUM' })).refus.code).toBe(
      'TEXTE_VIDE',
    );
    const source = 'Règlement intérieur du comité, article 6';
    const reglee = await regler({
      instance: 'cle-596',
      regle: 'SANS_QUORUM',
      source,
      versionAttendue: 0,
    });
    expect(reglee).toEqual({
      refus: null,
      instance: {
        id: 'cle-596',
        secondeConvocation: { regle: 'SANS_QUORUM', source, version: 1 },
      },
    });
    const depassee = await regler({ instance: 'cle-596', regle: null, versionAttendue: 0 });
    expect(depassee).toMatchObject({
      refus: { code: 'VERSION_DEPASSEE' },
      instance: { secondeConvocation: { version: 1 } },
    });
    // The rule counts from the convening on: what was called before keeps the one it was told.
    expect((await lire(tenue.id, 'quorum { exige }')).quorum.exige).toBe(true);

    const seconde = await acte(
      'convoquerDeNouveau',
      { seance: tenue.id, jour: '2024-11-18' },
      SEANCE,
    );
    const dispensee = await noter(seconde.seance, 2);
    expect(dispensee.quorum).toMatchObject({ requis: 1, atteint: true, exige: false });
    const votee = await decider(dispensee.id);
    expect(await voter(votee.id, { pour: 2, contre: 0 })).toMatchObject({
      refus: null,
      decision: { statut: 'ADOPTEE', vote: { pour: 2, contre: 0 } },
    });
    const retiree = await regler({ instance: 'cle-596', regle: null, versionAttendue: 1 });
    expect(retiree.instance.secondeConvocation).toEqual({ regle: null, source: null, version: 2 });
  });

  test('un SPEL ne vote pas : ni seconde convocation ni règle pour elle', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-02-05' },
      SEANCE,
    );
    expect(seance.regle).toBe('VALIDATIONS');
    const tenue = await noter(seance, 1);
    const fait = await acte('convoquerDeNouveau', { seance: tenue.id, jour: '2024-02-12' }, SEANCE);
    expect(fait.refus.code).toBe('VOTE_SANS_OBJET');
    const regle = await regler({ instance: 'spel-596', regle: 'SANS_QUORUM', source: 'x' });
    expect(regle.refus.code).toBe('VOTE_SANS_OBJET');
  });

  test('hors de son arrondissement, ou sans le droit de tenir une séance, rien ne se convoque ni ne se règle', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'cle-601', jour: '2024-09-10' },
      SEANCE,
      chef,
    );
    const fait = await acte(
      'convoquerDeNouveau',
      { seance: seance.id, jour: '2024-09-24' },
      SEANCE,
    );
    expect(fait.refus.code).toBe('HORS_TERRITOIRE');
    const regle = await regler({ instance: 'cle-601', regle: 'SANS_QUORUM', source: 'x' });
    expect(regle.refus.code).toBe('HORS_TERRITOIRE');
    const inconnue = await regler({ instance: 'cle-000', regle: null });
    expect(inconnue).toEqual({
      instance: null,
      refus: expect.objectContaining({ code: 'INSTANCE_INCONNUE' }),
    });
    const { errors } = await subgraph.query(
      conseiller,
      `mutation { convoquerDeNouveau(input: { seance: "${seance.id}", jour: "2024-09-24" }) { refus { code } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'ACCES_REFUSE' } }]);
  });
});

async function acteSeance(nom: string, seance: string): Promise<void> {
  const { data, errors } = await subgraph.query(
    sousPrefet,
    `mutation ($input: ActeSeanceInput!) { ${nom}(input: $input) { refus { code } } }`,
    { input: { seance } },
  );
  expect(errors).toEqual([]);
  expect(data[nom].refus).toBeNull();
}

const VERSIONS = `nodes { version auteur le presente texte changements { champ sujet avant apres } }
  pageInfo { hasNextPage endCursor }`;

describe('versions d’une séance', () => {
  test('qui a changé quoi et quand, la plus récente d’abord, page par page', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-03-04', lieu: 'Valenciennes' },
      SEANCE,
    );
    await acte('modifierSeance', { seance: seance.id, lieu: 'Anzin' }, SEANCE, chef);
    await noter(seance, 2);
    const lue = await lire(seance.id, `versions { ${VERSIONS} }`, conseiller);
    expect(lue.versions.nodes.map((une: Trouve) => [une.version, une.presente])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(lue.versions.nodes[1]).toMatchObject({
      auteur: expect.stringContaining('hef de projet'),
      changements: [{ champ: 'LIEU', sujet: null, avant: 'Valenciennes', apres: 'Anzin' }],
    });
    expect(lue.versions.nodes[0].changements[0]).toEqual({
      champ: 'STATUT',
      sujet: null,
      avant: 'PREVUE',
      apres: 'TENUE',
    });
    expect(lue.versions.nodes[2].changements).toEqual([]);

    const { versions: page } = await lire(seance.id, `versions(first: 1) { ${VERSIONS} }`);
    expect(page).toMatchObject({
      nodes: [{ version: 3, changements: lue.versions.nodes[0].changements }],
      pageInfo: { hasNextPage: true },
    });
    const { versions: suite } = await lire(
      seance.id,
      `versions(first: 2, after: "${page.pageInfo.endCursor}") { ${VERSIONS} }`,
    );
    expect(suite.nodes).toEqual(lue.versions.nodes.slice(1));
    expect(suite.pageInfo.hasNextPage).toBe(false);
  });

  test('les versions du relevé gardent leur texte ; celles d’une décision aussi', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-03-05' },
      SEANCE,
    );
    await noter(seance, 2);
    for (const texte of ['Premier.\nCommun.', 'Second.\nCommun.']) {
      await acte('ecrireReleve', { seance: seance.id, texte }, 'seance { id }');
    }
    const { decision } = await acte(
      'enregistrerDecision',
      { seance: seance.id, texte: 'Avant', responsable: 'ETAT', sujets: ['AUTRE'] },
      'decision { id }',
    );
    await acte('modifierDecision', { decision: decision.id, texte: 'Après' }, 'decision { id }');
    const lue = await lire(
      seance.id,
      `releve { versions { ${VERSIONS} } } decisions { nodes { versions { ${VERSIONS} } } }`,
    );
    expect(lue.releve.versions.nodes).toMatchObject([
      {
        version: 2,
        texte: 'Second.\nCommun.',
        changements: [
          { champ: 'TEXTE', avant: 'Premier.', apres: null },
          { champ: 'TEXTE', avant: null, apres: 'Second.' },
        ],
      },
      { version: 1, texte: 'Premier.\nCommun.', changements: [] },
    ]);
    expect(lue.decisions.nodes[0].versions.nodes).toMatchObject([
      { version: 2, texte: 'Après', changements: [{ avant: 'Avant', apres: 'Après' }] },
      { version: 1, texte: 'Avant' },
    ]);
  });

  test('un ordre du jour dit de quelle maison vient chaque changement, et son ordre se rétablit tant que nul ne l’a approuvé', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-03-06' },
      SEANCE,
    );
    for (const titre of ['Un', 'Deux']) {
      await unActeRecu(subgraph, 'region', 'POINT_PROPOSE', seance.id, { id: titre, titre });
    }
    const range = await acte(
      'ordonnerPoints',
      { seance: seance.id, points: ['Deux', 'Un'] },
      SEANCE,
    );
    expect(range.seance).toMatchObject({ version: 1, versionOrdreDuJour: 4 });
    // The same order again is the same version.
    await acte('ordonnerPoints', { seance: seance.id, points: ['Deux', 'Un'] }, SEANCE);
    const { versionsOrdreDuJour } = await lire(seance.id, `versionsOrdreDuJour { ${VERSIONS} }`);
    expect(versionsOrdreDuJour.nodes).toMatchObject([
      { version: 4, changements: [{ champ: 'ORDRE', avant: 'Un ; Deux', apres: 'Deux ; Un' }] },
      { version: 3, changements: [{ champ: 'POINT', avant: null, apres: 'Deux' }] },
      { version: 2, changements: [{ champ: 'POINT', avant: null, apres: 'Un' }] },
      { version: 1, changements: [] },
    ]);
    const retablir = (input: object): Promise<Trouve> =>
      acte('retablir', { objet: 'ORDRE_DU_JOUR', id: seance.id, ...input }, SEANCE);
    expect((await retablir({ version: 3, versionAttendue: 3 })).refus.code).toBe(
      'VERSION_DEPASSEE',
    );
    expect((await retablir({ version: 99 })).refus.code).toBe('VERSION_INCONNUE');
    const retabli = await retablir({ version: 3, versionAttendue: 4 });
    expect(retabli).toMatchObject({
      refus: null,
      seance: { versionOrdreDuJour: 5, points: [{ id: 'Un' }, { id: 'Deux' }] },
    });
    await unActeRecu(subgraph, 'region', 'ORDRE_DU_JOUR_ACCORDE', seance.id, {
      empreinte: retabli.seance.empreinteOrdreDuJour,
    });
    expect((await retablir({ version: 4 })).refus.code).toBe('ORDRE_DU_JOUR_ACCORDE');
    const tenue = await noter(seance, 2);
    expect(tenue.points.map(({ id }: { id: string }) => id)).toEqual(['Un', 'Deux']);
    expect((await retablir({ version: 4 })).refus.code).toBe('ORDRE_DU_JOUR_FERME');
  });

  test('des présences notées par erreur se rétablissent, sauf si l’on a décidé depuis', async () => {
    const { seance } = await acte(
      'creerSeance',
      { instance: 'spel-596', jour: '2024-03-07' },
      SEANCE,
    );
    await noter(seance, 2);
    const retablir = (version: number): Promise<Trouve> =>
      acte('retablir', { objet: 'SEANCE', id: seance.id, version }, SEANCE);
    const prevue = await retablir(1);
    expect(prevue).toMatchObject({ refus: null, seance: { statut: 'PREVUE', version: 3 } });
    expect(prevue.seance.presences.some(({ present }: { present: boolean }) => present)).toBe(
      false,
    );

    await noter(seance, 3);
    await acte(
      'enregistrerDecision',
      { seance: seance.id, texte: 'Décidé', responsable: 'ETAT', sujets: ['AUTRE'] },
      'decision { id }',
    );
    const refusee = await retablir(3);
    expect(refusee).toMatchObject({
      refus: { code: 'PRESENCES_ENGAGEES' },
      seance: { statut: 'TENUE', version: 4 },
    });
    // What was corrected after that decision is undone: nothing was built on the correction.
    await noter(seance, 1);
    const corrigee = await retablir(4);
    expect(corrigee).toMatchObject({ refus: null, seance: { statut: 'TENUE', version: 6 } });
    expect(
      corrigee.seance.presences.filter(({ present }: { present: boolean }) => present),
    ).toHaveLength(3);
  });
});
