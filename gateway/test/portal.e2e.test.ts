import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPortalFolders } from '../src/portal/portal-folders.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const empreinte = (texte: string): string =>
  `sha384-${createHash('sha384').update(texte).digest('base64')}`;

const REACT = 'export const react = 1;';
const COQUILLE = 'import "react";';
const MODULE = 'export const mount = 1;';

let dossier: string;
let absents: string[];
let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-portail-'));
  const ecrire = async (chemin: string, texte: string | Buffer): Promise<void> => {
    await mkdir(join(dossier, chemin, '..'), { recursive: true });
    await writeFile(join(dossier, chemin), texte);
  };
  await ecrire('secret.js', 'secret');
  await ecrire('partages/react.abcdefgh.js', REACT);
  await ecrire('partages/react.abcdefgh.js.br', brotliCompressSync(REACT));
  await ecrire(
    'partages/partages.json',
    JSON.stringify({
      imports: { react: 'react.abcdefgh.js' },
      integrity: { 'react.abcdefgh.js': empreinte(REACT) },
      css: ['ui.abcdefgh.css'],
    }),
  );
  await ecrire('partages/ui.abcdefgh.css', 'body{}');
  await ecrire('coquille/coquille.abcdefgh.js', COQUILLE);
  await ecrire(
    'coquille/manifest.json',
    JSON.stringify({
      schema: 1,
      nom: 'coquille',
      entree: 'coquille.abcdefgh.js',
      integrite: { 'coquille.abcdefgh.js': empreinte(COQUILLE) },
    }),
  );
  await ecrire('region/region.abcdefgh.js', MODULE);
  await ecrire(
    'region/manifest.json',
    JSON.stringify({
      schema: 1,
      nom: '</script><script>alert(1)</script>',
      partenaire: 'region',
      entree: 'region.abcdefgh.js',
      routes: [{ chemin: '/formations', titre: 'Formations' }],
      emplacements: ['engagement.contribution'],
      integrite: { 'region.abcdefgh.js': empreinte(MODULE) },
    }),
  );
  await symlink(join(dossier, 'secret.js'), join(dossier, 'region', 'lien.js'));
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  const portail = await readPortalFolders({
    partages: join(dossier, 'partages'),
    coquille: join(dossier, 'coquille'),
    modules: [
      { partenaire: 'region', dossier: join(dossier, 'region') },
      { partenaire: 'etat', dossier: join(dossier, 'nulle-part') },
    ],
  });
  if (portail === null) throw new Error('le portail de test est vide');
  absents = portail.absents.map(({ partenaire }) => partenaire);
  passerelle = await unePasserelle(parts, { portail });
});

afterAll(async () => {
  await passerelle.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
  await rm(dossier, { recursive: true });
});

const page = (chemin: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(`${passerelle.adresse}${chemin}`, { headers, redirect: 'manual' });

/** Without the tidying that fetch does to a path. */
const brut = async (chemin: string, headers: Record<string, string> = {}): Promise<number> =>
  (await reponseBrute(chemin, headers)).statusCode ?? 0;

const reponseBrute = (chemin: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(passerelle.adresse);
    request({ hostname, port, path: chemin, headers }, (res) => {
      res.resume();
      resolve(res);
    })
      .on('error', reject)
      .end();
  });

describe('page du portail', () => {
  it('porte une seule carte d’imports, avec l’empreinte de chaque fichier', async () => {
    const html = await (await page('/protocole/E07')).text();
    const cartes = [...html.matchAll(/<script type="importmap" nonce="[^"]+">(.*?)<\/script>/g)];
    expect(cartes).toHaveLength(1);
    expect(JSON.parse(cartes[0]?.[1] ?? '')).toEqual({
      imports: { react: '/partages/react.abcdefgh.js' },
      integrity: {
        '/partages/react.abcdefgh.js': empreinte(REACT),
        '/coquille/coquille.abcdefgh.js': empreinte(COQUILLE),
        '/modules/region/region.abcdefgh.js': empreinte(MODULE),
      },
    });
    expect(html).toContain(
      `src="/coquille/coquille.abcdefgh.js" integrity="${empreinte(COQUILLE)}"`,
    );
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<div id="passerelle"></div>');
  });

  it('ouvre sans le module dont le manifeste est illisible', async () => {
    expect(absents).toEqual(['etat']);
    expect((await page('/')).status).toBe(200);
  });

  it('porte le registre des modules, sans qu’un manifeste puisse y glisser un script', async () => {
    const html = await (await page('/')).text();
    const registre = /id="passerelle-registre">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(registre)).toMatchObject({
      modules: [
        {
          nom: '</script><script>alert(1)</script>',
          partenaire: 'region',
          entree: '/modules/region/region.abcdefgh.js',
          emplacements: ['engagement.contribution'],
        },
      ],
      demonstration: true,
      dateDonnees: '2023-12-15',
    });
    expect(html).not.toContain('<script>alert');
  });

  it('n’autorise que ses scripts, par un nonce neuf à chaque page', async () => {
    const lire = async () => {
      const response = await page('/');
      const csp = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(csp)?.[1] ?? '';
      return { csp, nonce, html: await response.text() };
    };
    const [un, deux] = [await lire(), await lire()];
    expect(un.nonce).not.toBe(deux.nonce);
    expect(un.csp).toContain(`script-src 'nonce-${un.nonce}' 'strict-dynamic'`);
    expect(un.csp).toContain("frame-ancestors 'none'");
    expect(un.csp).toContain("default-src 'none'");
    for (const [, attributs] of un.html.matchAll(/<script(?! type="application\/json")([^>]*)>/g)) {
      expect(attributs).toContain(`nonce="${un.nonce}"`);
    }
  });

  it('répond à toute adresse de page, pas aux fichiers ni aux données qui n’existent pas', async () => {
    expect((await page('/territoires/commune/59606')).status).toBe(200);
    expect((await page('/rien.js')).status).toBe(404);
    expect((await page('/rien', { accept: 'application/json' })).status).toBe(404);
    expect((await fetch(`${passerelle.adresse}/protocole`, { method: 'POST' })).status).toBe(404);
  });

  it('ramène un autre nom de la même machine à l’adresse publique', async () => {
    const { port } = new URL(passerelle.adresse);
    const entetes = { accept: 'text/html', host: `localhost:${port}` };
    expect(await brut('/protocole', entetes)).toBe(307);
    expect(await brut('/protocole', { accept: 'text/html', host: `mechant.example:${port}` })).toBe(
      200,
    );
  });

  it('ne renvoie jamais à un autre hôte que le sien', async () => {
    const { port } = new URL(passerelle.adresse);
    const entetes = { accept: 'text/html', host: `localhost:${port}` };
    for (const chemin of ['//mechant.example/page', '//mechant.example/..%2f', '/protocole?x=1']) {
      const { statusCode, headers } = await reponseBrute(chemin, entetes);
      expect(statusCode).toBe(307);
      expect(headers.location).toBe(`${passerelle.adresse}${chemin}`);
    }
  });
});

describe('fichiers du portail', () => {
  it('sont immuables quand leur nom porte une empreinte, et compressés quand ils peuvent l’être', async () => {
    const response = await page('/partages/react.abcdefgh.js', { 'accept-encoding': 'br' });
    expect(await response.text()).toBe(REACT);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const tel = await page('/modules/region/region.abcdefgh.js', { 'accept-encoding': 'identity' });
    expect(await tel.text()).toBe(MODULE);
    const connu = tel.headers.get('etag') ?? '';
    const encore = await page('/modules/region/region.abcdefgh.js', {
      'accept-encoding': 'identity',
      'if-none-match': connu,
    });
    expect(encore.status).toBe(304);
  });

  it.each([
    '/partages/../secret.js',
    '/partages/..%2fsecret.js',
    '/partages/%2e%2e/secret.js',
    '/partages//etc/passwd',
    '/modules/region/lien.js',
    '/modules/etat/manifest.json',
    '/modules/__proto__/x.js',
    '/partages/.cache.js',
    '/coquille/react.abcdefgh.js',
  ])('ne sert pas %s', async (chemin) => {
    expect(await brut(chemin)).toBe(404);
  });

  it('refuse une cible de requête qui désigne un autre hôte', async () => {
    expect(await brut('http://mechant.example/graphql')).toBe(404);
    expect(await brut('//mechant.example/', { accept: 'text/html' })).not.toBe(307);
  });
});
