import { type Constat, verifyPublication } from '@passerelle/publication';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type UnPartenaire, unPartenaire, unPetitSchema } from './un-partenaire.js';
import { type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let region: UnPartenaire;

beforeAll(async () => {
  registre = await unRegistre();
  region = await unPartenaire('region');
});

afterAll(async () => {
  await region.stop();
  await registre.stop();
});

test('un schéma publié est numéroté, signé et relu tel quel', async () => {
  const jeton = await registre.jeton('region', 'schema');
  const schema = unPetitSchema('region', 1);
  region.servir(schema);
  const demande = { canal: 'production', schema, url: region.url, commit: 'abc123' };
  const { status, corps } = await registre.appeler(jeton, 'POST', '/v1/schemas', demande);
  expect(corps.rapport.constats.filter(({ gravite }: Constat) => gravite === 'REFUS')).toEqual([]);
  expect(status).toBe(200);
  expect(corps).toMatchObject({ publie: true, inchange: false, numero: 1, revision: 1 });

  const { texte } = await registre.appeler(
    jeton,
    'GET',
    '/v1/publications/courante?canal=production',
  );
  const attendu = { canal: 'production', dernierNumero: null } as const;
  const publication = await verifyPublication(texte, registre.trousseau, attendu);
  expect(publication).toMatchObject({
    numero: 1,
    sousGraphes: [{ partenaire: 'region', revision: 1, url: region.url, schema }],
    portail: null,
  });
  expect(publication.supergraphe).toContain('essaiRegion');
});
