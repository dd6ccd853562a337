import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type UnPartenaire, unPartenaire, unPetitSchema } from './un-partenaire.js';
import { type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let region: UnPartenaire;
let schema: string;
let module: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  registre = await unRegistre();
  region = await unPartenaire('region');
  region.servir(unPetitSchema('region', 1));
  schema = await registre.jeton('region', 'schema');
  module = await registre.jeton('region', 'module');
});

afterAll(async () => {
  await region.stop();
  await registre.stop();
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** What a program that does not respect HTTP's usual clients would send. */
async function brut(texte: string): Promise<{ socket: Socket; recu: () => string }> {
  let recu = '';
  const socket = connect(Number(new URL(registre.origin).port), '127.0.0.1');
  sockets.push(socket);
  socket.setEncoding('utf8').on('data', (part: string) => {
    recu += part;
  });
  socket.on('error', () => undefined);
  socket.write(texte);
  return { socket, recu: () => recu };
}

const entetes = (jeton: string, reste: readonly string[] = []): string =>
  [`authorization: Bearer ${jeton}`, 'host: registre', ...reste, '', ''].join('\r\n');

async function envoyer(jeton: string, chemin: string, corps: string): Promise<Reponse> {
  const response = await fetch(`${registre.origin}${chemin}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${jeton}`, 'content-type': 'application/json' },
    body: corps,
  });
  const texte = await response.text();
  return { status: response.status, headers: response.headers, texte, corps: JSON.parse(texte) };
}

const codeDe = ({ status, corps }: Reponse): unknown[] => [status, corps.erreur?.code];

async function numero(): Promise<number> {
  const { corps } = await registre.appeler(schema, 'GET', '/v1/etat?canal=production');
  return corps.numero;
}

const unSchema = (reste: object = {}): string =>
  JSON.stringify({
    canal: 'production',
    schema: unPetitSchema('region', 1),
    url: region.url,
    ...reste,
  });

test.each([
  ['un chemin qui ne se décode pas', '/v1/%zz'],
  ['un paramètre démesuré', `/v1/fichiers/${'a'.repeat(2_000)}`],
  ['un chemin qui remonte', '/v1/fichiers/..%2f..%2f..%2fetc%2fpasswd'],
  ['une empreinte qui remonte', `/v1/fichiers/sha256:${'a'.repeat(64)}%2f..%2f..`],
])('%s est refusé dans la forme du contrat', async (_titre, chemin) => {
  const { recu } = await brut(
    `GET ${chemin} HTTP/1.1\r\n${entetes(schema, ['connection: close'])}`,
  );
  await expect.poll(recu, { timeout: 30_000 }).toMatch(/^HTTP\/1\.1 400 .*"DEMANDE_INVALIDE"/s);
});

test.each([
  ['__proto__', '{"__proto__":{"administrateur":true},"canal":"production","schema":"x"}'],
  ['constructor', '{"constructor":{"prototype":{"a":1}},"canal":"production","schema":"x"}'],
  ['rien', ''],
  ['du JSON sans fin', '['.repeat(1_000_000)],
  ['un texte à la place d’un objet', '"canal"'],
  ['la moitié d’un caractère', '{"canal":"production","schema":"x","commit":"\\ud800"}'],
  ['un schéma avec la moitié d’un caractère', '{"canal":"production","schema":"# \\udc00"}'],
  ['un commit sur deux lignes', '{"canal":"production","schema":"x","commit":"a\\nb"}'],
  ['un caractère nul', '{"canal":"production","schema":"x","commit":"a\\u0000b"}'],
])('un corps avec %s : 400, et rien ne change', async (_titre, corps) => {
  const avant = await numero();
  expect(codeDe(await envoyer(schema, '/v1/schemas', corps))).toEqual([400, 'DEMANDE_INVALIDE']);
  expect(await numero()).toBe(avant);
});

test('un corps trop grand est refusé sans être lu en entier', async () => {
  for (const [jeton, chemin, taille] of [
    [schema, '/v1/schemas', 3 << 20],
    [module, '/v1/modules', 21 << 20],
  ] as const) {
    const ligne = `POST ${chemin} HTTP/1.1\r\n`;
    const annonce = ['content-type: application/json', `content-length: ${taille}`];
    const { recu } = await brut(`${ligne}${entetes(jeton, annonce)}{"canal":`);
    await expect.poll(recu, { timeout: 30_000 }).toMatch(/^HTTP\/1\.1 413 .*"CORPS_TROP_GRAND"/s);
  }
});

test.each([
  '../../etc/passwd.js',
  '/etc/passwd.js',
  'a/../../b.js',
  'a//b.js',
  './a.js',
  '.cache/a.js',
  'a\\..\\b.js',
  'a%2f..%2fb.js',
  'a\u0000.js',
  'a\n.js',
  'C:\\a.js',
  'a',
  `${'a/'.repeat(200)}b.js`,
])('« %s » n’est pas un chemin de lot', async (chemin) => {
  const fichiers = [{ chemin, contenu: 'YQ==' }];
  const reponse = await envoyer(
    module,
    '/v1/modules',
    JSON.stringify({ canal: 'production', fichiers }),
  );
  expect(codeDe(reponse)).toEqual([400, 'DEMANDE_INVALIDE']);
});

test('un jeton révoqué pendant que le corps arrive lentement ne publie plus', async () => {
  const administration = await registre.jeton('region', 'administration');
  const { corps: jeton } = await registre.appeler(administration, 'POST', '/v1/jetons', {
    nom: 'volé',
    genre: 'schema',
  });
  const avant = await numero();
  const corps = unSchema();
  const annonce = ['content-type: application/json', `content-length: ${Buffer.byteLength(corps)}`];
  const { socket, recu } = await brut(
    `POST /v1/schemas HTTP/1.1\r\n${entetes(jeton.secret, annonce)}${corps.slice(0, 20)}`,
  );
  // The door is open for it, once its token has been used.
  const dernierUsage = async (): Promise<string | null> => {
    const { corps: liste } = await registre.appeler(administration, 'GET', '/v1/jetons');
    return liste.jetons.find(({ id }: { id: string }) => id === jeton.id).dernierUsageLe;
  };
  await expect.poll(dernierUsage, { timeout: 30_000 }).not.toBeNull();
  await registre.appeler(administration, 'DELETE', `/v1/jetons/${jeton.id}`);
  socket.write(corps.slice(20));
  await expect.poll(recu, { timeout: 30_000 }).toMatch(/^HTTP\/1\.1 401 .*"JETON_REVOQUE"/s);
  expect(await numero()).toBe(avant);
});

test('un nom de passerelle ou un dernier numéro n’écrit rien dans le flux', async () => {
  const passerelle = await registre.jeton('commun', 'passerelle');
  const refuse = await brut(
    `GET /v1/publications/flux?canal=production&passerelle=a%0d%0aevent:%20faux HTTP/1.1\r\n${entetes(passerelle)}`,
  );
  await expect.poll(refuse.recu, { timeout: 30_000 }).toContain('"DEMANDE_INVALIDE"');
  const ouvert = await brut(
    `GET /v1/publications/flux?canal=production&passerelle=p1 HTTP/1.1\r\n${entetes(passerelle, ['last-event-id: 1e3\u2028event: faux'])}`,
  );
  await expect.poll(ouvert.recu, { timeout: 30_000 }).toContain(': bonjour');
  expect(ouvert.recu()).not.toContain('faux');
});

test('qui ouvre des flux sans fin est refusé, et les autres sont servis', async () => {
  const lecture = await registre.jeton('region', 'lecture');
  const ouvrir = (jeton: string) =>
    brut(`GET /v1/publications/flux?canal=production HTTP/1.1\r\n${entetes(jeton)}`);
  const flux = await Promise.all(Array.from({ length: 201 }, () => ouvrir(lecture)));
  const debuts = (): string[] => flux.map(({ recu }) => recu().slice(0, 12)).sort();
  await expect
    .poll(debuts, { timeout: 30_000 })
    .toEqual([...Array.from({ length: 200 }, () => 'HTTP/1.1 200'), 'HTTP/1.1 429']);
  const { recu } = await ouvrir(schema);
  await expect.poll(recu, { timeout: 30_000 }).toContain(': bonjour');

  for (const { socket } of flux) socket.destroy();
  const rouvert = async (): Promise<string> => {
    const un = await ouvrir(lecture);
    await expect.poll(un.recu, { timeout: 30_000 }).not.toBe('');
    return un.recu().slice(0, 12);
  };
  await expect.poll(rouvert, { timeout: 30_000 }).toBe('HTTP/1.1 200');
});

test('une maison qui envoie des publications sans fin n’attend qu’elle-même', async () => {
  const tenir = (index: number) =>
    brut(
      `POST /v1/${index % 2 === 0 ? 'modules' : 'verifications/module'} HTTP/1.1\r\n${entetes(
        module,
        ['content-type: application/json', 'content-length: 1000000'],
      )}{`,
    );
  const enCours = await Promise.all(Array.from({ length: 10 }, (_, index) => tenir(index)));
  // The question below may come before one of them, and take its place for a moment.
  const retenir = async (): Promise<void> => {
    for (const [index, { recu }] of enCours.entries()) {
      if (recu() !== '') enCours[index] = await tenir(index);
    }
  };
  const verifier = (jeton: string): Promise<Reponse> =>
    envoyer(jeton, '/v1/verifications/module', '{}');
  const verdict = async (): Promise<unknown> => codeDe(await verifier(module))[1];
  await expect
    .poll(() => retenir().then(verdict), { timeout: 30_000 })
    .toBe('TROP_DE_PUBLICATIONS');
  const retour = { canal: 'production', motif: 'pour revenir' };
  expect(codeDe(await envoyer(module, '/v1/retours', JSON.stringify(retour)))[0]).not.toBe(429);
  const autre = await registre.jeton('etat', 'module');
  expect(codeDe(await verifier(autre))).toEqual([400, 'DEMANDE_INVALIDE']);
  for (const socket of sockets.splice(0)) socket.destroy();
  await expect.poll(verdict, { timeout: 30_000 }).toBe('DEMANDE_INVALIDE');
});

test('le jeton racine n’ouvre pas de porte à un partenaire qui n’est qu’un nom du langage', async () => {
  for (const editeur of ['constructor', 'inconnu']) {
    const demande = { nom: 'premier', genre: 'administration', editeur };
    const reponse = await registre.appeler(registre.racine, 'POST', '/v1/jetons', demande);
    expect(codeDe(reponse)).toEqual([404, 'PARTENAIRE_INCONNU']);
  }
});

test('un nom de jeton ne peut pas imiter une ligne du journal', async () => {
  const administration = await registre.jeton('region', 'administration');
  for (const nom of ['ci\nJeton « racine » créé.', 'ci\u202e', 'ci\u001b[2J']) {
    const demande = { nom, genre: 'schema' };
    const reponse = await registre.appeler(administration, 'POST', '/v1/jetons', demande);
    expect(codeDe(reponse)).toEqual([400, 'DEMANDE_INVALIDE']);
  }
});

test('aucune de ces demandes n’a été une erreur du registre', () => {
  expect(registre.logged.filter((ligne) => ligne.startsWith('request failed'))).toEqual([]);
});
