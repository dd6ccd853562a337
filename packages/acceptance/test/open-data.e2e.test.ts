import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataPackage, lireTable, tableSchema } from './support/frictionless.js';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

const get = (path: string): Promise<Response> => fetch(new URL(path, platform.portail));

/** A table as anyone downloads it, held to its own schema. */
async function table(id: string) {
  const csv = await get(`/donnees-ouvertes/${id}.csv`);
  expect(csv.status).toBe(200);
  const schema = tableSchema.parse(await (await get(`/donnees-ouvertes/${id}.schema.json`)).json());
  return lireTable(await csv.text(), schema);
}

const attenteSchema = z.object({
  data: z.object({ decisions: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
});

/** Every cell of these tables is without a line break: a line is a row. */
const linesOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

describe('les données ouvertes, sans connexion', () => {
  it('se lisent par leur index, un paquet tabulaire : chaque table est ce que dit son Table Schema', async () => {
    const index = dataPackage.parse(await (await get('/donnees-ouvertes/datapackage.json')).json());
    expect(index.licenses.map(({ name }) => name)).toEqual(['etalab-2.0']);
    expect(index.resources.map(({ name }) => name)).toEqual([
      'engagements',
      'instances',
      'decisions',
      'indicateurs',
    ]);
    for (const { name, path, schema } of index.resources) {
      const csv = await fetch(path);
      expect(csv.status).toBe(200);
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const lue = lireTable(
        await csv.text(),
        tableSchema.parse(await (await fetch(schema)).json()),
      );
      expect(lue.fautes, name).toEqual([]);
      expect(lue.lignes.length, name).toBeGreaterThan(1);
    }
  });

  it('les décisions sont celles des séances publiques, adoptées, et personne n’y est nommé', async () => {
    const { lignes } = await table('decisions');
    const session = await platform.openSession('etat.chef-de-projet');
    const { body } = await session.graphql(
      '{ decisions(statut: EN_ATTENTE, first: 1) { nodes { id } } }',
    );
    // There is something that must not be there.
    const attente = attenteSchema.parse(body).data.decisions.nodes;
    expect(attente).toHaveLength(1);
    const ids = new Set(lignes.map(({ id }) => id));
    for (const { id } of attente) expect(ids).not.toContain(id);
    for (const ligne of lignes.slice(0, 20)) {
      const lue = await session.graphql('query ($id: ID!) { seance(id: $id) { publique } }', {
        id: ligne['seance'],
      });
      expect(lue.body).toMatchObject({ data: { seance: { publique: true } } });
    }
    expect(Object.keys(lignes[0] ?? {}).filter((nom) => /fonction|auteur|valid/.test(nom))).toEqual(
      [],
    );
  });

  it('les valeurs des indicateurs portent maison, méthode, source et date ; ce qui est masqué n’a pas de valeur', async () => {
    const { lignes } = await table('indicateurs');
    expect(new Set(lignes.map(({ maison }) => maison))).toEqual(
      new Set(['ETAT', 'REGION', 'POLE_EMPLOI']),
    );
    const masquees = lignes.filter(({ masquee }) => masquee === 'true');
    expect(masquees).not.toEqual([]);
    for (const { valeur } of masquees) expect(valeur).toBe('');
    for (const { valeur, masquee } of lignes)
      expect(masquee === 'true' || valeur !== '').toBe(true);
    for (const { methode, source, unite } of lignes) {
      for (const texte of [methode, source, unite]) expect(texte).not.toBe('');
    }
    expect(new Set(lignes.map(({ dimension }) => dimension))).toContain('SEXE');
    expect(new Set(lignes.map(({ maille }) => maille))).toContain('ARRONDISSEMENT');
  });

  it('donnent les 23 engagements et les 27 instances, et rien qui ne soit public', async () => {
    const engagements = linesOf(await (await get('/donnees-ouvertes/engagements.csv')).text());
    expect(engagements).toHaveLength(1 + 23);
    expect(linesOf(await (await get('/donnees-ouvertes/instances.csv')).text())).toHaveLength(28);
    // E01 of the Région is for partners only in the demonstration.
    const session = await platform.openSession('region.charge-de-mission');
    const { body } = await session.graphql(
      '{ engagement(code: "E01") { contributionRegion { visibilite avancement } } }',
    );
    expect(JSON.stringify(body)).toContain('"visibilite":"PARTENAIRES"');
    const [entete = '', ...lignes] = engagements;
    const colonne = entete.split(',').indexOf('region_avancement');
    const e01 = lignes.find((ligne) => ligne.startsWith('E01,')) ?? '';
    expect(e01).not.toBe('');
    expect(e01.split(',').at(colonne - entete.split(',').length)).toBe('');
  });

  it('une table inconnue n’existe pas, et rien ne s’y écrit', async () => {
    expect((await get('/donnees-ouvertes/inconnue.csv')).status).toBe(404);
    const post = await fetch(new URL('/donnees-ouvertes/engagements.csv', platform.portail), {
      method: 'POST',
    });
    expect(post.status).toBe(405);
  });

  it('une maison absente est dite : sa part est vide, et l’extrait n’est pas gardé', async () => {
    await platform.stopPartner('pole-emploi');
    await platform.untilState('degrade');
    const response = await get('/donnees-ouvertes/engagements.csv');
    // A whole extract made less than a minute ago may still be given.
    const manquants = response.headers.get('x-partenaires-manquants');
    expect(response.status).toBe(200);
    expect(linesOf(await response.text())).toHaveLength(24);
    expect([null, 'pole-emploi']).toContain(manquants);
    await platform.startPartner('pole-emploi');
    await platform.untilState('pret');
  });
});
