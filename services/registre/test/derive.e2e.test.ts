import { afterEach, beforeEach, expect, test } from 'vitest';
import { type UnPartenaire, unPartenaire, unPetitSchema } from './un-partenaire.js';
import { type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let region: UnPartenaire;
let jeton: string;

beforeEach(async () => {
  registre = await unRegistre({ deriveMs: 50 });
  region = await unPartenaire('region');
  jeton = await registre.jeton('region', 'schema');
});

afterEach(async () => {
  await region.stop();
  await registre.stop();
});

const publier = (essai: number, url = region.url): Promise<Reponse> =>
  registre.appeler(jeton, 'POST', '/v1/schemas', {
    canal: 'production',
    schema: unPetitSchema('region', essai),
    url,
  });

const codes = ({ corps }: Reponse): string[] =>
  corps.rapport.constats.map(({ code }: { code: string }) => code);

async function journal(evenement: string): Promise<{ details: Record<string, unknown> }[]> {
  const { corps } = await registre.appeler(jeton, 'GET', `/v1/journal?evenement=${evenement}`);
  return corps.entrees.reverse();
}

async function derive(): Promise<string | undefined> {
  const { corps } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
  return corps.partenaires[0]?.schema.derive?.statut;
}

test('un schéma que le service ne sert pas n’est pas publié ; l’essai est au journal', async () => {
  region.servir(unPetitSchema('region', 1));
  const refused = await publier(2);
  expect([refused.status, refused.corps.publie]).toEqual([422, false]);
  expect(codes(refused)).toContain('SCHEMA_NON_SERVI');
  const [entree] = await journal('REFUS');
  expect(JSON.stringify(entree?.details)).toContain('SCHEMA_NON_SERVI');

  expect((await publier(1)).status).toBe(200);
});

test('un service absent, ou hors des hôtes du partenaire, n’est pas publié', async () => {
  const absent = await unPartenaire('region');
  await absent.stop();
  const sansService = await publier(1, absent.url);
  expect(sansService.status).toBe(422);
  expect(codes(sansService)).toContain('SERVICE_INJOIGNABLE');

  const ailleurs = await publier(1, 'https://ailleurs.exemple/graphql');
  expect(ailleurs.status).toBe(422);
  expect(codes(ailleurs)).toContain('ADRESSE_INTERDITE');
});

test('un service qui sert autre chose après publication est en dérive, dans l’état et au journal, puis revient', async () => {
  region.servir(unPetitSchema('region', 1));
  await publier(1);
  await expect.poll(derive, { timeout: 30_000 }).toBe('CONFORME');
  expect(await journal('DERIVE')).toEqual([]);

  region.servir(unPetitSchema('region', 2));
  await expect.poll(derive, { timeout: 30_000 }).toBe('DERIVE');
  region.servir(unPetitSchema('region', 1));
  await expect.poll(derive, { timeout: 30_000 }).toBe('CONFORME');
  expect((await journal('DERIVE')).map(({ details }) => details['statut'])).toEqual([
    'DERIVE',
    'CONFORME',
  ]);
});
