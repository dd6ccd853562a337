import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from './support/wait-until.js';

const DEADLINE_MS = 30_000;
const MAISONS = [
  { suffixe: 'Etat', compte: 'etat.chef-de-projet' },
  { suffixe: 'Region', compte: 'region.charge-de-mission' },
  { suffixe: 'PoleEmploi', compte: 'pole-emploi.directeur-territorial' },
] as const;
type Suffixe = (typeof MAISONS)[number]['suffixe'];
type Demander = (query: string, variables?: Record<string, unknown>) => Promise<Donnees>;
// A test looks where it wants in an answer; what it finds is compared, never trusted.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Donnees = any;

let platform: Platform;
let agents: Readonly<Record<Suffixe, Demander>>;

beforeAll(async () => {
  platform = await startPlatform();
  const ouvrir = async (compte: string): Promise<Demander> => {
    const session = await platform.openSession(compte);
    return async (query, variables = {}) => {
      const { body } = (await session.graphql(query, variables)) as { body: Donnees };
      expect(body.errors ?? []).toEqual([]);
      return body.data;
    };
  };
  const [etat, region, poleEmploi] = await Promise.all(MAISONS.map(({ compte }) => ouvrir(compte)));
  if (!etat || !region || !poleEmploi) throw new Error('a session is missing');
  agents = { Etat: etat, Region: region, PoleEmploi: poleEmploi };
});

afterAll(async () => {
  await platform?.stop();
});

const ORIGINAUX = `{ protocole { version texteOfficiel
  originalEtat { version empreinte } originalRegion { version empreinte }
  originalPoleEmploi { version empreinte } } }`;

async function acte(nom: string, type: string, input: object): Promise<Donnees> {
  const data = await agents.Etat(
    `mutation ($input: ${type}!) { acte: ${nom}(input: $input) {
       avenant { id etat version empreinte manquantes versionDeBase
         changements { sujet champ avant apres } }
       refus { code } } }`,
    { input },
  );
  return data.acte;
}

/** A house validates what it has read, as soon as the proposal has reached it. */
async function valider(suffixe: Suffixe, avenant: string, empreinte: string): Promise<Donnees> {
  return waitUntil(
    async () =>
      (
        await agents[suffixe](
          `mutation ($avenant: ID!, $empreinte: String!) {
             acte: validerAvenant${suffixe}(
               input: { avenant: $avenant, empreinte: $empreinte }) {
               validation { empreinte auteur perimee } refus { code } } }`,
          { avenant, empreinte },
        )
      ).acte,
    ({ refus }) => refus?.code !== 'AVENANT_INCONNU',
    DEADLINE_MS,
  );
}

/** What the État knows of the validations, once these are all that is missing. */
function manquantes(id: string, attendues: readonly string[]): Promise<Donnees> {
  return waitUntil(
    () =>
      agents.Etat(
        `query ($id: ID!) { avenant(id: $id) { manquantes validationRegion { empreinte } } }`,
        { id },
      ),
    ({ avenant }) => JSON.stringify(avenant.manquantes) === JSON.stringify(attendues),
    DEADLINE_MS,
  );
}

test('ligne 4 : le texte signé ne se change pas directement, PROTOCOLE_FIGE', async () => {
  const avant = await agents.Etat(ORIGINAUX);
  const { acte: refuse } = await agents.Etat(
    `mutation { acte: modifierTexteEngagement(
       input: { engagement: "E07", libelle: "Autre chose" }) {
       refus { code message } } }`,
  );
  expect(refuse.refus.code).toBe('PROTOCOLE_FIGE');
  expect(await agents.Etat(ORIGINAUX)).toEqual(avant);
});

test('ligne 4 : un avenant ne se publie qu’avec les trois validations du même texte, et l’ancien reste lisible', async () => {
  const signe = await agents.Etat(
    `{ protocole { version originalEtat { empreinte } }
       engagement(code: "E07") { libelle echeance } }`,
  );
  const ouvert = await acte('ouvrirAvenant', 'OuvrirAvenantInput', {
    nature: 'AVENANT',
    objet: 'Reporter l’échéance de l’alternance dans l’industrie',
  });
  const { id } = ouvert.avenant;
  const rediger = (echeance: string) =>
    acte('modifierAvenant', 'ModifierAvenantInput', {
      avenant: id,
      objet: 'Reporter l’échéance de l’alternance dans l’industrie',
      modifications: {
        engagements: [{ code: 'E07', libelle: 'Développer l’alternance industrielle', echeance }],
      },
    });
  const premiere = await rediger('2024-09-30');
  expect(premiere.avenant.changements).toEqual([
    {
      sujet: 'E07',
      champ: 'libelle',
      avant: signe.engagement.libelle,
      apres: 'Développer l’alternance industrielle',
    },
    { sujet: 'E07', champ: 'echeance', avant: signe.engagement.echeance, apres: '2024-09-30' },
  ]);
  const cible = { avenant: id };
  const tropTot = await acte('publierAvenant', 'ActeAvenantInput', cible);
  expect(tropTot.refus.code).toBe('NON_PROPOSE');
  const propose = await acte('proposerAvenant', 'ActeAvenantInput', cible);
  expect(propose.avenant.etat).toBe('PROPOSE');
  const ancienne = propose.avenant.empreinte;

  // The Région validates a text; the État then changes it: that validation covers another one.
  expect((await valider('Region', id, ancienne)).validation.perimee).toBe(false);
  await rediger('2024-12-31');
  const { avenant: definitif } = await acte('proposerAvenant', 'ActeAvenantInput', cible);
  const { empreinte } = definitif;
  expect(empreinte).not.toBe(ancienne);
  await waitUntil(
    () => valider('Region', id, ancienne),
    ({ refus }) => refus?.code === 'EMPREINTE_DIFFERENTE',
    DEADLINE_MS,
  );

  expect((await valider('Etat', id, empreinte)).refus).toBeNull();
  expect((await valider('Region', id, empreinte)).refus).toBeNull();
  await manquantes(id, ['POLE_EMPLOI']);
  const sansLaTroisieme = await acte('publierAvenant', 'ActeAvenantInput', cible);
  expect(sansLaTroisieme.refus.code).toBe('VALIDATIONS_MANQUANTES');
  expect((await agents.Region(ORIGINAUX)).protocole.version).toBe(signe.protocole.version);

  expect((await valider('PoleEmploi', id, empreinte)).refus).toBeNull();
  await manquantes(id, []);
  const publie = await acte('publierAvenant', 'ActeAvenantInput', cible);
  expect(publie).toMatchObject({ refus: null, avenant: { etat: 'PUBLIE' } });

  const version = signe.protocole.version + 1;
  const { protocole } = await waitUntil(
    () => agents.Region(ORIGINAUX),
    ({ protocole: lu }) =>
      MAISONS.every(({ suffixe }) => lu[`original${suffixe}`]?.version === version),
    DEADLINE_MS,
  );
  for (const { suffixe } of MAISONS) {
    expect(protocole[`original${suffixe}`]).toEqual({ version, empreinte });
  }

  const lu = await agents.PoleEmploi(
    `query ($avant: Int!, $apres: Int!) {
       engagement(code: "E07") { libelle echeance }
       protocole {
         avant: texte(version: $avant) { empreinte engagements { code libelle echeance } }
         apres: texte(version: $apres) { nature avenant enVigueurLe engagements { code echeance } }
         veille: texte(le: "2023-12-01") { numero }
       } }`,
    { avant: version - 1, apres: version },
  );
  expect(lu.engagement).toEqual({
    libelle: 'Développer l’alternance industrielle',
    echeance: '2024-12-31',
  });
  const de = (texte: Donnees) => texte.engagements.find(({ code }: Donnees) => code === 'E07');
  expect(de(lu.protocole.avant)).toEqual({ code: 'E07', ...signe.engagement });
  expect(lu.protocole.avant.empreinte).toBe(signe.protocole.originalEtat.empreinte);
  expect(lu.protocole.apres).toMatchObject({ nature: 'AVENANT', avenant: id });
  expect(lu.protocole.veille.numero).toBe(version - 1);
});

test('ligne 4 : les libellés signés se chargent par une transcription, qui dit sa source', async () => {
  const ouverte = await acte('ouvrirAvenant', 'OuvrirAvenantInput', {
    nature: 'TRANSCRIPTION',
    objet: 'Charger les libellés signés',
  });
  const { id } = ouverte.avenant;
  const { engagements } = await agents.Etat('{ engagements { code libelle texteOfficiel } }');
  const modifications = {
    engagements: engagements.map(({ code }: Donnees) => ({ code, libelle: `Texte signé ${code}` })),
  };
  const objet = 'Charger les libellés signés';
  const entree = { avenant: id, objet, modifications };
  const sansSource = await acte('modifierAvenant', 'ModifierAvenantInput', entree);
  expect(sansSource.refus.code).toBe('SOURCE_MANQUANTE');
  const source = 'Protocole signé du 8 juin 2023, exemplaire du secrétariat';
  const redigee = await acte('modifierAvenant', 'ModifierAvenantInput', { ...entree, source });
  expect(redigee.refus).toBeNull();
  const cible = { avenant: id };
  const { avenant } = await acte('proposerAvenant', 'ActeAvenantInput', cible);
  for (const { suffixe } of MAISONS) await valider(suffixe, id, avenant.empreinte);
  await manquantes(id, []);
  expect((await acte('publierAvenant', 'ActeAvenantInput', cible)).refus).toBeNull();
  const lu = await agents.Etat(
    `{ protocole { texteOfficiel source } engagements { libelle texteOfficiel source } }`,
  );
  expect(lu.protocole).toEqual({ texteOfficiel: true, source });
  expect(lu.engagements).toHaveLength(23);
  for (const engagement of lu.engagements) {
    expect(engagement).toMatchObject({ texteOfficiel: true, source });
  }
});

test('ligne 5 : le projet dit ses auteurs, l’État et la Région, et l’appui de Pôle emploi', async () => {
  const { protocole } = await agents.PoleEmploi(
    '{ protocole { etapes { etat le parties { partenaire role } source } } }',
  );
  const [projet, signature] = protocole.etapes;
  expect(projet).toMatchObject({
    etat: 'PROJET',
    parties: [
      { partenaire: 'ETAT', role: 'AUTEUR' },
      { partenaire: 'REGION', role: 'AUTEUR' },
      { partenaire: 'POLE_EMPLOI', role: 'APPUI' },
    ],
  });
  expect(projet.source).toContain('Communiqué de presse du 9 juin 2023');
  expect(signature).toMatchObject({ etat: 'SIGNE', le: '2023-06-08' });
});

test('ligne 6 : exactement 23 engagements, chacun avec son enjeu, son pilote, son échéance et un indicateur au moins', async () => {
  const lu = await agents.Etat(
    `{ engagements { code enjeu { numero } pilote echeance liensIndicateurs { partenaire code } }
       indicateursEtat { code } indicateursRegion { code } indicateursPoleEmploi { code } }`,
  );
  expect(lu.engagements.map(({ code }: Donnees) => code)).toEqual(
    Array.from({ length: 23 }, (_, rang) => `E${String(rang + 1).padStart(2, '0')}`),
  );
  const produits: Readonly<Record<string, readonly string[]>> = {
    ETAT: lu.indicateursEtat.map(({ code }: Donnees) => code),
    REGION: lu.indicateursRegion.map(({ code }: Donnees) => code),
    POLE_EMPLOI: lu.indicateursPoleEmploi.map(({ code }: Donnees) => code),
  };
  for (const { code, enjeu, pilote, echeance, liensIndicateurs } of lu.engagements) {
    expect([1, 2, 3, 4], code).toContain(enjeu.numero);
    expect(Object.keys(produits), code).toContain(pilote);
    expect(echeance, code).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
    expect(liensIndicateurs.length, code).toBeGreaterThan(0);
    for (const lien of liensIndicateurs) expect(produits[lien.partenaire]).toContain(lien.code);
  }
});

test('ligne 4 : un avenant ajoute un engagement et en retire un ; les trois originaux le portent, rien ne s’efface', async () => {
  const ouvert = await acte('ouvrirAvenant', 'OuvrirAvenantInput', {
    nature: 'AVENANT',
    objet: 'Ajouter un engagement, en retirer un autre',
  });
  const { id } = ouvert.avenant;
  const entree = { avenant: id, objet: 'Ajouter un engagement, en retirer un autre' };
  const ajout = { libelle: 'Ouvrir les ateliers', enjeu: 1, echeance: '2024-12-31' };
  const { acte: refuse } = await agents.Etat(
    `mutation ($input: ModifierAvenantInput!) { acte: modifierAvenant(input: $input) {
       refus { code } erreurs { sujet champ code } } }`,
    {
      input: {
        ...entree,
        modifications: {
          engagements: [{ code: 'E23', retireLe: '2020-01-01' }],
          ajouts: [{ ...ajout, pilote: 'REGION', copilotes: ['REGION'] }],
        },
      },
    },
  );
  expect(refuse).toEqual({
    refus: { code: 'RETRAIT_AVANT_SIGNATURE' },
    erreurs: [
      { sujet: 'E23', champ: 'retireLe', code: 'RETRAIT_AVANT_SIGNATURE' },
      { sujet: 'E24', champ: 'copilotes', code: 'PILOTE_ET_COPILOTE' },
    ],
  });
  const redige = await acte('modifierAvenant', 'ModifierAvenantInput', {
    ...entree,
    modifications: {
      engagements: [{ code: 'E23', retireLe: '2024-06-30' }],
      ajouts: [{ ...ajout, pilote: 'REGION', copilotes: ['ETAT'] }],
    },
  });
  expect(redige.refus).toBeNull();
  const cible = { avenant: id };
  const { avenant } = await acte('proposerAvenant', 'ActeAvenantInput', cible);
  for (const { suffixe } of MAISONS) await valider(suffixe, id, avenant.empreinte);
  await manquantes(id, []);
  expect((await acte('publierAvenant', 'ActeAvenantInput', cible)).refus).toBeNull();

  const { protocole } = await waitUntil(
    () =>
      agents.Region(`{ protocole { originauxEtat { empreinte conforme }
        originauxRegion { empreinte conforme } originauxPoleEmploi { empreinte conforme } } }`),
    ({ protocole: lu }) =>
      MAISONS.every(({ suffixe }) => lu[`originaux${suffixe}`][0].empreinte === avenant.empreinte),
    DEADLINE_MS,
  );
  for (const { suffixe } of MAISONS) {
    expect(protocole[`originaux${suffixe}`][0].conforme).toBe(true);
  }
  const lu = await agents.PoleEmploi(
    `{ engagements { code }
       ajoute: engagement(code: "E24") { libelle enjeu { numero } pilote copilotes echeance retireLe
         contributionRegion { id } }
       retire: engagement(code: "E23") { libelle retireLe } }`,
  );
  expect(lu.engagements).toHaveLength(24);
  expect(lu.ajoute).toEqual({
    libelle: 'Ouvrir les ateliers',
    enjeu: { numero: 1 },
    pilote: 'REGION',
    copilotes: ['ETAT'],
    echeance: '2024-12-31',
    retireLe: null,
    contributionRegion: null,
  });
  expect(lu.retire.retireLe).toBe('2024-06-30');
});
