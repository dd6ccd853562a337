import { verifyPublication } from '@passerelle/publication';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jusquA, unFlux } from './un-flux.js';
import { unLot } from './un-lot.js';
import { type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let passerelle: string;
let jeton: string;
let essai = 0;

beforeAll(async () => {
  registre = await unRegistre();
  passerelle = await registre.jeton('commun', 'passerelle');
  jeton = await registre.jeton('region', 'module');
});

afterAll(() => registre.stop());

async function publier(canal = 'production'): Promise<number> {
  essai += 1;
  const demande = { canal, fichiers: unLot('region', essai) };
  const { status, corps } = await registre.appeler(jeton, 'POST', '/v1/modules', demande);
  expect([status, corps.publie]).toEqual([200, true]);
  return corps.numero;
}

const suite = (de: number, a: number): number[] =>
  Array.from({ length: a - de + 1 }, (_, index) => de + index);

test('le flux donne la publication courante, puis chaque nouvelle, en ordre et sans trou après une coupure', async () => {
  const vide = await unFlux(registre.origin, passerelle);
  await publier();
  await jusquA(() => vide.recus.length === 1, 'la première, à qui attendait déjà');
  vide.close();
  await publier();

  const premier = await unFlux(registre.origin, passerelle);
  await jusquA(() => premier.recus.length === 1, 'la courante');
  expect(premier.recus[0]?.id).toBe(2);
  for (let fois = 0; fois < 20; fois += 1) await publier();
  await jusquA(() => premier.recus.length === 21, 'les vingt suivantes');
  premier.close();
  expect(premier.recus.map(({ id }) => id)).toEqual(suite(2, 22));
  for (const { id, jws } of premier.recus) {
    const attendu = { canal: 'production', dernierNumero: id - 1 } as const;
    expect((await verifyPublication(jws, registre.trousseau, attendu)).numero).toBe(id);
  }

  const publications = Array.from({ length: 10 }, () => publier());
  const second = await unFlux(registre.origin, passerelle, { depuis: 22 });
  await Promise.all(publications);
  await jusquA(() => second.recus.length === 10, 'celles d’après la coupure');
  second.close();
  expect(second.recus.map(({ id }) => id)).toEqual(suite(23, 32));
});

test('ce qu’une réplique publie arrive par l’autre ; un canal n’entend pas l’autre', async () => {
  const replique = await registre.replique();
  const flux = await unFlux(replique.origin, passerelle, { depuis: 32 });
  const recette = await unFlux(replique.origin, passerelle, { canal: 'recette' });
  await publier('recette');
  expect(await publier()).toBe(33);
  await jusquA(() => flux.recus.length === 1 && recette.recus.length === 1, 'une de chaque');
  expect([flux.recus[0]?.id, recette.recus[0]?.id]).toEqual([33, 1]);
  flux.close();
  recette.close();
});

test('qui publie attend les acquittements de toutes les passerelles connectées', async () => {
  const [a, b] = await Promise.all(
    ['passerelle-a', 'passerelle-b'].map((nom) =>
      unFlux(registre.origin, passerelle, { passerelle: nom }),
    ),
  );
  const numero = await publier();
  const acquitter = (nom: string, reste: object = {}) =>
    registre.appeler(passerelle, 'POST', '/v1/acquittements', {
      canal: 'production',
      numero,
      passerelle: nom,
      statut: 'SERVIE',
      dureeMs: 12.5,
      ...reste,
    });
  const adresse = `/v1/publications/production/${numero}/acquittements`;
  const aussitot = await registre.appeler(jeton, 'GET', adresse);
  expect(aussitot.corps).toEqual({ attendues: ['passerelle-a', 'passerelle-b'], recus: [] });

  const attente = registre.appeler(jeton, 'GET', `${adresse}?attendreMs=30000`);
  expect((await acquitter('passerelle-a')).status).toBe(204);
  const refus = { statut: 'REFUSEE', code: 'SIGNATURE_INVALIDE', message: 'altérée' };
  expect((await acquitter('passerelle-b', refus)).status).toBe(204);
  expect((await acquitter('passerelle-b', refus)).status).toBe(204);
  const { corps } = await attente;
  expect(corps.recus).toMatchObject([
    { passerelle: 'passerelle-a', statut: 'SERVIE', numero },
    { passerelle: 'passerelle-b', statut: 'REFUSEE', code: 'SIGNATURE_INVALIDE' },
  ]);
  const { corps: journal } = await registre.appeler(jeton, 'GET', '/v1/journal?evenement=ALARME');
  expect(journal.entrees).toHaveLength(1);

  const { corps: etat } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
  expect(etat.passerelles).toMatchObject([
    { passerelle: 'passerelle-a', numero, connectee: true, alarme: null },
    { passerelle: 'passerelle-b', connectee: true, alarme: { code: 'SIGNATURE_INVALIDE' } },
  ]);
  a?.close();
  b?.close();
  await jusquA(async () => {
    const { corps: vu } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
    return vu.passerelles.every(({ connectee }: { connectee: boolean }) => !connectee);
  }, 'les deux parties');
  const seul = await registre.appeler(jeton, 'GET', `${adresse}?attendreMs=30000`);
  expect(seul.corps.attendues).toEqual([]);

  await registre.database.sql(
    `UPDATE passerelle SET vue_le = vue_le - interval '8 days' WHERE nom = 'passerelle-b'`,
  );
  const { corps: apres } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
  expect(apres.passerelles).toMatchObject([{ passerelle: 'passerelle-a' }]);
});

test('une passerelle qui a reçu la suivante a répondu pour celle-ci', async () => {
  const flux = await unFlux(registre.origin, passerelle, { passerelle: 'rapide' });
  const saute = await publier();
  const servie = await publier();
  await registre.appeler(passerelle, 'POST', '/v1/acquittements', {
    canal: 'production',
    numero: servie,
    passerelle: 'rapide',
    statut: 'SERVIE',
    dureeMs: 1,
  });
  const { corps } = await registre.appeler(
    jeton,
    'GET',
    `/v1/publications/production/${saute}/acquittements?attendreMs=30000`,
  );
  expect(corps).toMatchObject({
    attendues: ['rapide'],
    recus: [{ passerelle: 'rapide', numero: servie }],
  });
  flux.close();
});

test('un jeton révoqué perd son flux', async () => {
  const demande = { nom: 'perdue', genre: 'passerelle' };
  const { corps } = await registre.appeler(registre.racine, 'POST', '/v1/jetons', demande);
  const flux = await unFlux(registre.origin, corps.secret, { passerelle: 'perdue' });
  await registre.appeler(registre.racine, 'DELETE', `/v1/jetons/${corps.id}`);
  await jusquA(() => flux.isEnded(), 'la fin du flux, au battement suivant');
  await expect(unFlux(registre.origin, corps.secret)).rejects.toThrow('JETON_REVOQUE');
});
