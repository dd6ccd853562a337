import { CANAUX } from '@passerelle/publication';
import { createTestDatabase } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Database } from '../database/database.js';
import type { Appelant } from '../jetons/appelant.js';
import { createJournal, type Journal } from '../journal/journal.js';
import { schemaDe, unCanal, unSousGraphe } from '../verification/un-canal.suite.js';
import { type Carte, CarteImpubliable, createCarte } from './carte.js';
import type { Proposition } from './proposition.js';
import { signataireDe } from './signataire.js';
import { uneCarte } from './une-carte.suite.js';
import type { SchemasVivants } from './verifier-carte.js';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const JOUR = 86_400_000;

let database: Database;
let journal: Journal;
let carte: Carte;
let maintenant: Date;
let vivants: readonly SchemasVivants[];
let liberer: () => Promise<void>;

beforeAll(async () => {
  const essai = await createTestDatabase();
  database = new Database({ url: essai.url, poolSize: 8, statementTimeoutMs: 30_000, log: SILENT });
  await database.start();
  journal = createJournal(database);
  liberer = async () => {
    await database.stop();
    await essai.release();
  };
});
afterAll(() => liberer());

beforeEach(async () => {
  // Revisions can't be removed: the server's own guard is lifted between two tests only.
  await database.query('ALTER TABLE carte_revision DISABLE TRIGGER USER');
  await database.query('TRUNCATE carte_accord, carte_demande, carte_revision');
  await database.query('ALTER TABLE carte_revision ENABLE TRIGGER USER');
  maintenant = new Date('2026-03-15T09:00:00.000Z');
  vivants = CANAUX.map((canal) => ({ canal, numero: 3, sousGraphes: unCanal().sousGraphes }));
  carte = createCarte({
    sql: database,
    journal,
    maintenant: () => maintenant,
    production: false,
    premiere: async () => uneCarte(),
    schemasVivants: async () => vivants,
  });
});

const jeton = (editeur: string): Appelant => ({
  nature: 'jeton',
  id: editeur,
  nom: `${editeur}-administration`,
  genre: 'administration',
  editeur,
});
const agent = (editeur: string, role: 'titulaire' | 'suppleant' | 'autre'): Appelant => ({
  nature: 'agent',
  sujet: `${role}-${editeur}`,
  editeur,
  administrateur: true,
});

const APPRENTISSAGES = ({ carte: { racines } }: Proposition): void => {
  racines['Query.apprentissages'] = 'region';
};

function demander(
  par: Appelant,
  changer: (carte: Proposition) => void,
  reste: { urgence?: boolean } = {},
) {
  return carte.demander(({ responsables }) => signataireDe(par, responsables), {
    proposition: uneCarte(changer),
    motif: 'pour les tests de la carte',
    urgence: reste.urgence ?? false,
  });
}

function decider(par: Appelant, id: string, decision: 'ACCORD' | 'REFUS', motif?: string) {
  return carte.decider(({ responsables }) => signataireDe(par, responsables), id, {
    decision,
    motif,
  });
}

async function revision(): Promise<number> {
  return (await carte.enVigueur(database)).revision;
}

async function dernierEvenement(): Promise<{ evenement: string; par: string; resume: string }> {
  const { entrees } = await journal.page({ premiers: 1 });
  const [entree] = entrees;
  if (entree === undefined) throw new Error('the journal is empty');
  return entree;
}

test('la première révision s’écrit une fois, même demandée par plusieurs à la fois', async () => {
  const lues = await Promise.all(Array.from({ length: 5 }, () => carte.enVigueur(database)));
  expect(lues.map((each) => each.revision)).toEqual([1, 1, 1, 1, 1]);
  expect(lues[0]?.responsables['etat']?.suppleant).toBe('suppleant-etat');
});

describe('une demande', () => {
  test('s’applique quand tous les concernés ont donné leur accord', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    expect(demande).toMatchObject({
      statut: 'EN_ATTENTE',
      editeur: 'region',
      expireLe: '2026-03-29T09:00:00.000Z',
      changements: ['Le champ racine « Query.apprentissages » est attribué à « region ».'],
      revision: null,
    });
    expect(demande.accords.map(({ partenaire, decision }) => [partenaire, decision])).toEqual([
      ['etat', 'EN_ATTENTE'],
      ['pole-emploi', 'EN_ATTENTE'],
      ['region', 'ACCORD'],
    ]);
    expect(await revision()).toBe(1);

    const moitie = await decider(agent('etat', 'suppleant'), demande.id, 'ACCORD');
    expect(moitie.statut).toBe('EN_ATTENTE');
    expect(await revision()).toBe(1);
    expect(await dernierEvenement()).toMatchObject({
      evenement: 'CARTE_ACCORD',
      par: 'agent suppleant-etat',
    });

    const faite = await decider(agent('pole-emploi', 'titulaire'), demande.id, 'ACCORD');
    expect(faite).toMatchObject({ statut: 'APPLIQUEE', revision: 2 });
    const enVigueur = await carte.enVigueur(database);
    expect(enVigueur.revision).toBe(2);
    expect(enVigueur.carte.racines['Query.apprentissages']).toBe('region');
    expect(await dernierEvenement()).toMatchObject({ evenement: 'CARTE_APPLIQUEE' });
  });

  test('qui ne concerne que son auteur s’applique aussitôt', async () => {
    const demande = await demander(agent('region', 'titulaire'), ({ responsables }) => {
      responsables['region'] = { titulaire: 'titulaire-region', suppleant: 'nouvelle-personne' };
    });
    expect(demande).toMatchObject({ statut: 'APPLIQUEE', revision: 2 });
    expect(await revision()).toBe(2);
  });

  test('est refusée au premier refus, avec sa raison', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    const refusee = await decider(jeton('etat'), demande.id, 'REFUS', 'pas avant l’avenant');
    expect(refusee.statut).toBe('REFUSEE');
    expect(refusee.accords.find(({ partenaire }) => partenaire === 'etat')).toMatchObject({
      decision: 'REFUS',
      motif: 'pas avant l’avenant',
      par: 'jeton etat-administration',
    });
    await expect(decider(jeton('pole-emploi'), demande.id, 'ACCORD')).rejects.toMatchObject({
      code: 'DEMANDE_CLOSE',
    });
    expect(await revision()).toBe(1);
  });

  test('se retire par son auteur', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    expect((await decider(jeton('region'), demande.id, 'REFUS')).statut).toBe('REFUSEE');
  });

  test('expire après quatorze jours', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    maintenant = new Date(maintenant.getTime() + 14 * JOUR);
    await expect(decider(jeton('etat'), demande.id, 'ACCORD')).rejects.toMatchObject({
      code: 'DEMANDE_CLOSE',
    });
    const [relue] = await carte.demandes();
    expect(relue?.statut).toBe('EXPIREE');
    expect(await dernierEvenement()).toMatchObject({ evenement: 'CARTE_EXPIREE', par: 'registre' });
  });

  test('est à refaire quand la carte a changé entre-temps', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    await demander(jeton('etat'), ({ responsables }) => {
      responsables['etat'] = { titulaire: 'a', suppleant: 'b' };
    });
    await expect(decider(jeton('pole-emploi'), demande.id, 'ACCORD')).rejects.toMatchObject({
      code: 'DEMANDE_CLOSE',
    });
    expect(await revision()).toBe(2);
  });

  test('est à refaire même s’il y en avait plus qu’une page', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    await database.query(
      `INSERT INTO carte_demande (id, demandee_le, par, editeur, motif, urgence, statut, expire_le,
                                  proposition, sur_revision, changements)
       SELECT gen_random_uuid(), demandee_le + interval '1 second', par, editeur, motif, urgence,
              statut, expire_le, proposition, sur_revision, changements
       FROM carte_demande, generate_series(1, 120)`,
    );
    await demander(jeton('etat'), ({ responsables }) => {
      responsables['etat'] = { titulaire: 'a', suppleant: 'b' };
    });
    for (const editeur of ['etat', 'pole-emploi']) {
      await expect(decider(jeton(editeur), demande.id, 'ACCORD')).rejects.toMatchObject({
        code: 'DEMANDE_CLOSE',
      });
    }
    expect(await revision()).toBe(2);
  });

  test('sans changement, ou inconnue, se refuse', async () => {
    await expect(demander(jeton('region'), () => undefined)).rejects.toMatchObject({
      code: 'CARTE_INCHANGEE',
    });
    await expect(
      decider(jeton('region'), '00000000-0000-4000-8000-000000000000', 'ACCORD'),
    ).rejects.toMatchObject({ code: 'DEMANDE_INCONNUE' });
  });

  test('n’a l’accord que du titulaire, du suppléant ou d’un jeton d’une maison concernée', async () => {
    await expect(demander(agent('region', 'autre'), APPRENTISSAGES)).rejects.toMatchObject({
      code: 'DROIT_INSUFFISANT',
    });
    const demande = await demander(jeton('region'), ({ carte: { types } }) => {
      const copilote = types['Copilote'];
      if (copilote) types['CopiloteDeLaRegion'] = { ...copilote, partenaire: 'etat' };
    });
    expect(demande.accords.map(({ partenaire }) => partenaire)).toEqual(['etat']);
    await expect(decider(agent('etat', 'autre'), demande.id, 'ACCORD')).rejects.toMatchObject({
      code: 'DROIT_INSUFFISANT',
    });
    await expect(decider(jeton('pole-emploi'), demande.id, 'ACCORD')).rejects.toMatchObject({
      code: 'DROIT_INSUFFISANT',
    });
    expect((await decider(agent('etat', 'titulaire'), demande.id, 'ACCORD')).revision).toBe(2);
  });

  test('deux accords donnés ensemble font une révision, pas deux', async () => {
    const demande = await demander(jeton('region'), APPRENTISSAGES);
    await Promise.all([
      decider(jeton('etat'), demande.id, 'ACCORD'),
      decider(jeton('pole-emploi'), demande.id, 'ACCORD'),
    ]);
    expect(await revision()).toBe(2);
  });
});

describe('la forme d’une valeur partagée', () => {
  const TOURISME = ({ carte: { valeursPartagees } }: Proposition): void => {
    const forme = valeursPartagees['Secteur'] ?? '';
    valeursPartagees['Secteur'] = forme.replace('TRANSPORT', 'TOURISME\n  TRANSPORT');
  };

  test('change avec l’accord de tous, avant qu’aucun ne la publie', async () => {
    const demande = await demander(jeton('region'), TOURISME);
    expect(demande.accords).toHaveLength(3);
    await decider(jeton('etat'), demande.id, 'ACCORD');
    const faite = await decider(jeton('pole-emploi'), demande.id, 'ACCORD');
    expect(faite).toMatchObject({ statut: 'APPLIQUEE', revision: 2 });
  });

  test('ne change pas en urgence, sans les autres', async () => {
    await expect(
      demander(agent('region', 'titulaire'), TOURISME, { urgence: true }),
    ).rejects.toBeInstanceOf(CarteImpubliable);
  });
});

describe('une carte sous laquelle un schéma en ligne ne passerait plus', () => {
  const PRENDRE = ({ carte: { types } }: Proposition): void => {
    const instance = types['Instance'];
    if (instance) instance.partenaire = 'region';
  };

  test('se refuse dès la demande, avec les constats', async () => {
    const refus = await demander(jeton('region'), PRENDRE).catch((error: unknown) => error);
    if (!(refus instanceof CarteImpubliable)) throw refus;
    expect(refus.rapport).toMatchObject({ genre: 'carte', editeur: 'region', accepte: false });
    expect(refus.rapport.constats[0]).toMatchObject({ accordDe: 'etat', gravite: 'REFUS' });
    expect(refus.rapport.constats[0]?.message).toContain('etat, en recette :');
    expect(await carte.demandes()).toEqual([]);
  });

  test('se refuse aussi quand c’est un hôte en service qui n’y serait plus', async () => {
    await expect(
      demander(jeton('etat'), ({ hotes }) => {
        hotes['etat'] = ['etat.exemple.fr'];
      }),
    ).rejects.toBeInstanceOf(CarteImpubliable);
  });

  test('se refuse encore au dernier accord, si un schéma a paru depuis', async () => {
    const demande = await demander(jeton('region'), ({ carte: { types } }) => {
      const copilote = types['Copilote'];
      if (copilote) types['Apprentissage'] = { ...copilote, partenaire: 'etat' };
    });
    vivants = CANAUX.map((canal) => ({
      canal,
      numero: 4,
      sousGraphes: unCanal().sousGraphes.map((each) =>
        each.partenaire === 'region'
          ? unSousGraphe('region', `${schemaDe('region')}\ntype Apprentissage { a: Int }`)
          : each,
      ),
    }));
    await expect(decider(jeton('etat'), demande.id, 'ACCORD')).rejects.toBeInstanceOf(
      CarteImpubliable,
    );
    expect(await revision()).toBe(1);
    expect((await carte.demandes())[0]?.statut).toBe('EN_ATTENTE');
  });
});

describe('une urgence', () => {
  const urgente = (par: Appelant) => demander(par, APPRENTISSAGES, { urgence: true });

  test('s’applique avec la signature du titulaire et de son suppléant, et se dit à tous', async () => {
    const demande = await urgente(agent('region', 'suppleant'));
    expect(demande).toMatchObject({ statut: 'EN_ATTENTE', urgence: true });
    expect(demande.expireLe).toBe('2026-03-16T09:00:00.000Z');
    const faite = await decider(agent('region', 'titulaire'), demande.id, 'ACCORD');
    expect(faite).toMatchObject({ statut: 'APPLIQUEE', revision: 2 });
    expect(faite.accords.find(({ partenaire }) => partenaire === 'etat')?.decision).toBe(
      'EN_ATTENTE',
    );
    const evenement = await dernierEvenement();
    expect(evenement).toMatchObject({ evenement: 'CARTE_URGENCE', par: 'agent titulaire-region' });
    expect(evenement.resume).toContain('changée en urgence par region, révision 2');
  });

  test('ne se signe ni deux fois par la même personne, ni par un jeton', async () => {
    await expect(urgente(jeton('region'))).rejects.toMatchObject({ code: 'URGENCE_A_DEUX' });
    const demande = await urgente(agent('region', 'titulaire'));
    for (const par of [agent('region', 'titulaire'), jeton('region')]) {
      await expect(decider(par, demande.id, 'ACCORD')).rejects.toMatchObject({
        code: 'URGENCE_A_DEUX',
      });
    }
    expect(await revision()).toBe(1);
  });

  test('ne prend à personne ce qu’il sert', async () => {
    await expect(
      demander(
        agent('region', 'titulaire'),
        ({ carte: { types } }) => {
          const instance = types['Instance'];
          if (instance) instance.partenaire = 'region';
        },
        { urgence: true },
      ),
    ).rejects.toBeInstanceOf(CarteImpubliable);
  });

  test.each<[string, (proposition: Proposition) => void]>([
    [
      'un accord sur le champ d’une autre',
      ({ carte: { accords } }) => {
        const coordonnee = 'Instance.type';
        accords.push({ nature: 'OVERRIDE', coordonnee, beneficiaire: 'region' });
      },
    ],
    [
      'les responsables d’une autre',
      ({ responsables }) =>
        Object.assign(responsables, { etat: { titulaire: 'x', suppleant: 'y' } }),
    ],
    ['les hôtes d’une autre', ({ hotes }) => void hotes['etat']?.push('ailleurs.exemple.fr')],
    [
      'un partenaire de plus',
      ({ carte }) => Object.assign(carte.partenaires, { apec: { suffixe: 'Apec' } }),
    ],
    [
      'un champ racine du nom d’une autre',
      ({ carte }) => Object.assign(carte.racines, { 'Query.dossiersEtat': 'region' }),
    ],
  ])('ne change que sa maison : %s attend les accords', async (_titre, changer) => {
    await expect(
      demander(agent('region', 'titulaire'), changer, { urgence: true }),
    ).rejects.toMatchObject({ code: 'URGENCE_CHEZ_AUTRUI' });
    expect(await carte.demandes()).toEqual([]);
    expect((await demander(agent('region', 'titulaire'), changer)).statut).toBe('EN_ATTENTE');
  });
});

test('un nouveau partenaire entre avec l’accord de ceux qui y sont', async () => {
  const demande = await demander(jeton('region'), ({ carte: { partenaires } }) => {
    partenaires['apec'] = { suffixe: 'Apec' };
  });
  for (const editeur of ['etat', 'pole-emploi'])
    await decider(jeton(editeur), demande.id, 'ACCORD');
  expect(await revision()).toBe(2);
});
