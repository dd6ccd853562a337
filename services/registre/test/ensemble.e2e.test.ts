import { verifyPublication } from '@passerelle/publication';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type UnPartenaire, unPartenaire, unPetitSchema } from './un-partenaire.js';
import { callsTo, type UnRegistre, unRegistre } from './un-registre.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
const FOIS = 100;

let registre: UnRegistre;
let services: UnPartenaire[];

beforeAll(async () => {
  registre = await unRegistre();
  services = await Promise.all(PARTENAIRES.map(unPartenaire));
});

afterAll(async () => {
  await Promise.all(services.map((each) => each.stop()));
  await registre.stop();
});

test('trois partenaires publient cent fois chacun, en même temps, par deux répliques : rien ne se perd', async () => {
  const replique = await registre.replique();
  const [premier, second] = [registre.origin, replique.origin].map(callsTo);
  const recus = await Promise.all(
    services.map(async (service) => {
      const jeton = await registre.jeton(service.code, 'schema');
      const numeros: number[] = [];
      for (let essai = 1; essai <= FOIS; essai += 1) {
        const schema = unPetitSchema(service.code, essai);
        service.servir(schema);
        const appeler = (essai % 2 === 0 ? premier : second) ?? registre.appeler;
        const demande = { canal: 'production', schema, url: service.url };
        const { status, corps } = await appeler(jeton, 'POST', '/v1/schemas', demande);
        expect([status, corps.publie, corps.revision]).toEqual([200, true, essai]);
        numeros.push(corps.numero);
      }
      return numeros;
    }),
  );
  const total = PARTENAIRES.length * FOIS;
  const attendus = Array.from({ length: total }, (_, index) => index + 1);
  expect(recus.flat().toSorted((a, b) => a - b)).toEqual(attendus);

  const jeton = await registre.jeton('region', 'lecture');
  const derniers = new Map<string, number>();
  for (const numero of attendus) {
    const { texte } = await registre.appeler(jeton, 'GET', `/v1/publications/production/${numero}`);
    const attendu = { canal: 'production', dernierNumero: numero - 1 } as const;
    const { sousGraphes, supergraphe } = await verifyPublication(
      texte,
      registre.trousseau,
      attendu,
    );
    // Each holds what the one before held, and one partner's next revision: the order is serial.
    const avances = sousGraphes.filter(
      ({ partenaire, revision }) => revision !== (derniers.get(partenaire) ?? 0),
    );
    expect(avances.length).toBe(1);
    for (const { partenaire, revision } of avances) {
      expect(revision).toBe((derniers.get(partenaire) ?? 0) + 1);
      derniers.set(partenaire, revision);
      expect(supergraphe).toContain(`Essai ${revision}.`);
    }
  }

  const rangs = await registre.database.sql<{ rang: number; numero: number | null }>(
    'SELECT rang, numero FROM journal ORDER BY rang',
  );
  expect(rangs.map(({ rang }) => rang)).toEqual(rangs.map((_, index) => index + 1));
  expect(rangs.flatMap(({ numero }) => numero ?? [])).toEqual(attendus);
}, 300_000);
