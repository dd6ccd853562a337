import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

const get = (path: string): Promise<Response> => fetch(new URL(path, platform.portail));

const dataPackage = z.object({
  licenses: z.array(z.object({ name: z.string() })),
  resources: z.array(z.object({ name: z.string(), path: z.url(), schema: z.url() })),
});
const tableSchema = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string() })),
  primaryKey: z.array(z.string()),
});

/** Every cell of ours is without a line break: a line is a row. */
const linesOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

describe('les données ouvertes, sans connexion', () => {
  it('se lisent par leur index : chaque table a son CSV et son Table Schema, qui disent les mêmes colonnes', async () => {
    const index = dataPackage.parse(await (await get('/donnees-ouvertes/')).json());
    expect(index.licenses.map(({ name }) => name)).toEqual(['etalab-2.0']);
    expect(index.resources.map(({ name }) => name)).toContain('engagements');
    for (const { path, schema } of index.resources) {
      const csv = await fetch(path);
      expect(csv.status).toBe(200);
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const { fields, primaryKey } = tableSchema.parse(await (await fetch(schema)).json());
      const noms = fields.map(({ name }) => name);
      expect(linesOf(await csv.text())[0]).toBe(noms.join(','));
      for (const cle of primaryKey) expect(noms).toContain(cle);
    }
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
