import { unAgent, unIntegrateur } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DROITS, type Droit } from '../src/jetons/droits.js';
import { unLot } from './un-lot.js';
import { unPetitSchema } from './un-partenaire.js';
import { type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;

beforeAll(async () => {
  registre = await unRegistre();
});

afterAll(() => registre.stop());

const codeDe = ({ corps }: Reponse): string | undefined => corps?.erreur?.code;

interface Route {
  readonly method: string;
  readonly url: string;
  readonly droit: Droit;
}

/** Every route of `/v1`, as the service itself registers them. */
const routes = (): Route[] =>
  registre.app.routes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');

const chemin = (url: string): string =>
  url
    .replace(':canal', 'production')
    .replace(':numero', '1')
    .replace(':empreinte', `sha256:${'0'.repeat(64)}`)
    .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');

test('sans jeton, ou avec un jeton altéré, aucune route ne répond', async () => {
  const bon = await registre.jeton('region', 'schema');
  const altere = `${bon.slice(0, -2)}${bon.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(routes().length).toBeGreaterThan(20);
  for (const { method, url } of routes()) {
    for (const [jeton, code] of [
      [null, ['JETON_ABSENT']],
      [altere, ['JETON_INVALIDE', 'TROP_D_ESSAIS']],
    ] as const) {
      const reponse = await registre.appeler(jeton, method, chemin(url));
      expect([method, url, [401, 429].includes(reponse.status)]).toEqual([method, url, true]);
      expect(code).toContain(codeDe(reponse));
    }
  }
  // Refused attempts never shut out who has a valid token.
  expect((await registre.appeler(bon, 'GET', '/v1/etat?canal=production')).status).toBe(200);
});

test('chaque genre de jeton n’ouvre que ses routes', async () => {
  const jetons = [
    ['schema', await registre.jeton('region', 'schema')],
    ['module', await registre.jeton('region', 'module')],
    ['administration', await registre.jeton('region', 'administration')],
    ['lecture', await registre.jeton('region', 'lecture')],
    ['passerelle', await registre.jeton('commun', 'passerelle')],
    ['racine', registre.racine],
  ] as const;
  for (const { method, url, droit } of routes()) {
    if (url === '/v1/publications/flux') continue;
    for (const [genre, jeton] of jetons) {
      const permis: readonly string[] = DROITS[droit].jetons;
      const corps = method === 'POST' ? {} : undefined;
      const { status } = await registre.appeler(jeton, method, chemin(url), corps);
      expect([method, url, genre, status === 403]).toEqual([
        method,
        url,
        genre,
        !permis.includes(genre),
      ]);
    }
  }
});

test('un agent lit l’état et le journal ; seul un administrateur conduit, et sa seule maison', async () => {
  const agent = await registre.jetonInterne(unAgent('region', 'charge-de-mission'));
  const administrateur = await registre.jetonInterne(unAgent('region', 'administrateur'));
  const sans = await registre.jetonInterne(unAgent(null, 'partenaire-social'));
  for (const { method, url, droit } of routes()) {
    if (url === '/v1/publications/flux') continue;
    const { agents } = DROITS[droit];
    const corps = method === 'POST' ? {} : undefined;
    for (const [jeton, ouvert] of [
      [agent, agents === 'tous'],
      [sans, agents === 'tous'],
      [administrateur, agents !== 'aucun'],
    ] as const) {
      const { status } = await registre.appeler(jeton, method, chemin(url), corps);
      // A room may refuse further by itself: what matters is that nothing more is open.
      if (!ouvert) expect([method, url, status]).toEqual([method, url, 403]);
      else if (droit !== 'carte' && url !== '/v1/usages') {
        expect([method, url, status === 403]).toEqual([method, url, false]);
      }
    }
  }
});

test('le jeton d’un agent ne vaut que pour le registre, une minute, et pour une personne', async () => {
  const agent = unAgent('region', 'administrateur');
  const lire = async (jeton: string) =>
    codeDe(await registre.appeler(jeton, 'GET', '/v1/etat?canal=production'));
  expect(await lire(await registre.jetonInterne(agent))).toBeUndefined();
  const dePartenaire = await registre.jetonInterne(agent, { audience: 'region' });
  expect(['JETON_INVALIDE', 'TROP_D_ESSAIS']).toContain(await lire(dePartenaire));
  const hier = new Date(Date.now() - 86_400_000);
  expect(await lire(await registre.jetonInterne(agent, { maintenant: hier }))).toBe('JETON_EXPIRE');
  expect(await lire(await registre.jetonInterne(unIntegrateur()))).toBe('DROIT_INSUFFISANT');
});

test('au nom d’un autre, rien : ni promouvoir, ni revenir, ni créer ou révoquer un jeton', async () => {
  const region = await registre.jeton('region', 'administration');
  const etat = await registre.jeton('etat', 'administration');
  const agent = await registre.jetonInterne(unAgent('region', 'administrateur'));
  const { corps: jetons } = await registre.appeler(etat, 'GET', '/v1/jetons');
  const [sien] = jetons.jetons;
  const actes: [string, string, object | undefined][] = [
    ['POST', '/v1/promotions', { genre: 'schema', quoi: 'recette-production', editeur: 'etat' }],
    ['POST', '/v1/retours', { motif: 'essai', editeur: 'etat' }],
    ['POST', '/v1/jetons', { nom: 'pris', genre: 'schema', editeur: 'etat' }],
    ['POST', '/v1/jetons', { nom: 'pris', genre: 'passerelle' }],
    ['POST', '/v1/jetons', { nom: 'pris', genre: 'racine' }],
    ['DELETE', `/v1/jetons/${sien.id}`, undefined],
  ];
  for (const jeton of [region, agent]) {
    for (const [methode, adresse, corps] of actes) {
      const reponse = await registre.appeler(jeton, methode, adresse, corps);
      const attendu = methode === 'DELETE' ? 'JETON_INCONNU' : 'DROIT_INSUFFISANT';
      expect([adresse, codeDe(reponse)]).toEqual([adresse, attendu]);
    }
    const { corps } = await registre.appeler(jeton, 'GET', '/v1/jetons');
    expect(corps.jetons.map(({ editeur }: { editeur: string }) => editeur)).not.toContain('etat');
  }
  // What is published says its own name, whatever its author hoped.
  const module = { canal: 'production', fichiers: unLot('etat', 1) };
  const { status, corps } = await registre.appeler(region, 'POST', '/v1/modules', module);
  expect([status, corps.rapport.constats[0].code]).toEqual([422, 'MODULE_D_AUTRUI']);
  const commun = await registre.jeton('commun', 'administration');
  const schema = { canal: 'production', schema: unPetitSchema('region', 1), url: 'http://x.fr/' };
  expect(codeDe(await registre.appeler(commun, 'POST', '/v1/schemas', schema))).toBe(
    'DROIT_INSUFFISANT',
  );
  const coquille = { canal: 'production', lot: 'coquille', fichiers: unLot('shell', 1) };
  expect(codeDe(await registre.appeler(region, 'POST', '/v1/modules', coquille))).toBe(
    'DROIT_INSUFFISANT',
  );
  const { corps: page } = await registre.appeler(
    etat,
    'GET',
    '/v1/journal?evenement=ACCES_REFUSE&editeur=region',
  );
  expect(page.entrees[0]).toMatchObject({ editeur: 'region', par: 'jeton premier' });
  expect(page.entrees.length).toBeGreaterThan(10);
});

test('quoi qu’un partenaire envoie au nom d’un autre, à chaque route qui écrit, rien de l’autre ne change', async () => {
  const etat = await registre.jeton('etat', 'administration');
  const { corps: siens } = await registre.appeler(etat, 'GET', '/v1/jetons');
  const schema = {
    canal: 'production',
    schema: unPetitSchema('etat', 1),
    url: 'http://127.0.0.1:9',
  };
  const module = { canal: 'production', fichiers: unLot('etat', 1) };
  const corps: Readonly<Record<string, object>> = {
    'POST /v1/verifications/schema': schema,
    'POST /v1/verifications/module': module,
    'POST /v1/schemas': schema,
    'POST /v1/modules': module,
    'POST /v1/promotions': { genre: 'module', quoi: 'recette-production' },
    'POST /v1/retours': { motif: 'essai' },
    'POST /v1/jetons': { nom: 'pris', genre: 'schema' },
    'DELETE /v1/jetons/:id': {},
    'POST /v1/carte/demandes': { proposition: {}, motif: 'prendre ce qui est à un autre' },
    'POST /v1/carte/demandes/:id/accords': { decision: 'ACCORD' },
  };
  const ecrivent = routes()
    .filter(({ method, droit }) => method !== 'GET' && !['recevoir', 'cles'].includes(droit))
    .map(({ method, url }) => `${method} ${url}`);
  // A new route that writes has its line above.
  expect(ecrivent.toSorted()).toEqual(Object.keys(corps).toSorted());

  const deLEtat = () =>
    registre.database.sql(`
      SELECT (SELECT json_agg(j ORDER BY id) FROM (SELECT id, genre, revoque_le FROM jeton WHERE editeur = 'etat') j) AS jetons,
             (SELECT count(*) FROM revision WHERE editeur = 'etat') AS revisions,
             (SELECT count(*) FROM publication) AS publications,
             (SELECT count(*) FROM journal WHERE editeur = 'etat') AS journal`);
  const avant = await deLEtat();
  const jetons = [
    await registre.jeton('region', 'administration'),
    await registre.jeton('region', 'schema'),
    await registre.jeton('region', 'module'),
    await registre.jetonInterne(unAgent('region', 'administrateur')),
  ];
  for (const jeton of jetons) {
    for (const [route, envoye] of Object.entries(corps)) {
      const [methode = '', url = ''] = route.split(' ');
      const adresse = url === '/v1/jetons/:id' ? `/v1/jetons/${siens.jetons[0].id}` : chemin(url);
      const reponse = await registre.appeler(jeton, methode, adresse, {
        ...envoye,
        editeur: 'etat',
        partenaire: 'etat',
      });
      const isReport = url.startsWith('/v1/verifications/') && reponse.status === 200;
      if (isReport) expect(reponse.corps.editeur).toBe('region');
      else expect([route, reponse.status >= 400]).toEqual([route, true]);
    }
  }
  expect(await deLEtat()).toEqual(avant);
});

test('un jeton de schéma ne conduit que le schéma', async () => {
  const jeton = await registre.jeton('region', 'schema');
  const retour = await registre.appeler(jeton, 'POST', '/v1/retours', { motif: 'essai' });
  expect(codeDe(retour)).toBe('DROIT_INSUFFISANT');
  const sien = { motif: 'essai', genres: ['schema'] };
  expect(codeDe(await registre.appeler(jeton, 'POST', '/v1/retours', sien))).toBe(
    'RETOUR_IMPOSSIBLE',
  );
});

test('le jeton racine n’ouvre la porte d’un partenaire qu’une fois', async () => {
  const demande = { nom: 'ouverture', genre: 'administration', editeur: 'pole-emploi' };
  const creer = (corps: object, jeton = registre.racine) =>
    registre.appeler(jeton, 'POST', '/v1/jetons', corps);
  const premier = await creer(demande);
  expect(premier.status).toBe(201);
  // Lost before it was used: made again under the same name, the former ends.
  const second = await creer(demande);
  expect(second.status).toBe(201);
  const chez = '/v1/jetons';
  expect(codeDe(await registre.appeler(premier.corps.secret, 'GET', chez))).toBe('JETON_REVOQUE');
  expect(codeDe(await creer({ ...demande, nom: 'autre nom' }))).toBe('ADMINISTRATION_EXISTANTE');
  const sien = { nom: 'le nôtre', genre: 'administration' };
  expect((await creer(sien, second.corps.secret)).status).toBe(201);
  expect(codeDe(await creer(demande))).toBe('ADMINISTRATION_EXISTANTE');
  expect(codeDe(await creer({ ...demande, genre: 'schema' }))).toBe('DROIT_INSUFFISANT');
  expect(codeDe(await creer({ ...demande, editeur: 'inconnu' }))).toBe('PARTENAIRE_INCONNU');
  const conduite = { genre: 'schema', quoi: 'recette-production', editeur: 'region' };
  expect(codeDe(await registre.appeler(registre.racine, 'POST', '/v1/promotions', conduite))).toBe(
    'DROIT_INSUFFISANT',
  );
});

test('un secret est montré une fois, gardé haché, et l’usage en est daté', async () => {
  const administration = await registre.jeton('region', 'administration');
  const demande = { nom: 'une fois', genre: 'lecture' };
  const { corps: cree } = await registre.appeler(administration, 'POST', '/v1/jetons', demande);
  await registre.appeler(cree.secret, 'GET', '/v1/etat?canal=production');
  const liste = await registre.appeler(administration, 'GET', '/v1/jetons');
  const secret = cree.secret.slice(`psr_${cree.id}_`.length);
  expect(secret.length).toBe(43);
  expect(liste.texte).not.toContain(secret);
  const vu = liste.corps.jetons.find(({ id }: { id: string }) => id === cree.id);
  expect(vu).toMatchObject({ nom: 'une fois', creePar: 'jeton premier', revoqueLe: null });
  expect(vu.dernierUsageLe).not.toBeNull();
  const garde = await registre.database.sql<{ tout: string }>(
    `SELECT string_agg(jeton::text, ' ') || (SELECT string_agg(journal::text, ' ') FROM journal) AS tout FROM jeton`,
  );
  expect(garde[0]?.tout).not.toContain(secret);
  expect(registre.logged.join('\n')).not.toContain(secret);
});

test('un jeton révoqué, ou dont la date est passée, ne sert plus', async () => {
  const administration = await registre.jeton('region', 'administration');
  const demande = { nom: 'court', genre: 'lecture', expireLe: '2099-01-01T00:00:00.000Z' };
  const { corps: cree } = await registre.appeler(administration, 'POST', '/v1/jetons', demande);
  const lire = () => registre.appeler(cree.secret, 'GET', '/v1/etat?canal=recette');
  expect((await lire()).status).toBe(200);
  await registre.database.sql(`UPDATE jeton SET expire_le = now() WHERE id = $1`, [cree.id]);
  expect([(await lire()).status, codeDe(await lire())]).toEqual([401, 'JETON_EXPIRE']);
  await registre.database.sql(`UPDATE jeton SET expire_le = NULL WHERE id = $1`, [cree.id]);
  const revoque = await registre.appeler(administration, 'DELETE', `/v1/jetons/${cree.id}`);
  expect(revoque.status).toBe(204);
  expect([(await lire()).status, codeDe(await lire())]).toEqual([401, 'JETON_REVOQUE']);
  const passee = { ...demande, expireLe: '2001-01-01T00:00:00.000Z' };
  expect(codeDe(await registre.appeler(administration, 'POST', '/v1/jetons', passee))).toBe(
    'DEMANDE_INVALIDE',
  );
});
