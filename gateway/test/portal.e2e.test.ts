import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { empreinteOf, integriteOf } from '@passerelle/publication';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COQUILLE, FichiersDeTest, MODULE, REACT, unPortail } from './support/un-portail.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const ESSAI = 'export const mount = 2;';

const fichiers = new FichiersDeTest();
let etat: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  etat = await unSousGraphe('etat');
  const portail = unPortail(
    fichiers,
    {
      region: [
        { revision: 14, code: ESSAI, cible: { roles: ['charge-de-mission'], organisations: [] } },
        { revision: 13, nom: '</script><script>alert(1)</script>' },
      ],
    },
    {
      coquille: 3,
      partages: 4,
      gardes: [{ lot: 'region', revision: 12, fichiers: fichiers.lot({ 'module.js': 'vieux' }) }],
    },
  );
  passerelle = await unePasserelle([etat], { portail, pages: { surchargesLocales: true } });
});

afterAll(async () => {
  await passerelle.arreter();
  await etat.arreter();
});

const page = (chemin: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(`${passerelle.adresse}${chemin}`, { headers, redirect: 'manual' });

const pageDe = async (sujet: string, cookies = ''): Promise<Response> =>
  page('/', { accept: 'text/html', cookie: `${await passerelle.cookieDe(sujet)}${cookies}` });

interface RegistreDeLaPage {
  publication: unknown;
  modules: { partenaire: string; revision: number; nom: string; entree: string }[];
  surcharges: unknown[];
}

const registreDe = (html: string): RegistreDeLaPage =>
  JSON.parse(/id="passerelle-registre">(.*?)<\/script>/.exec(html)?.[1] ?? '');

/** Without the tidying that fetch does to a path. */
const brut = async (chemin: string, headers: Record<string, string> = {}): Promise<number> =>
  (await reponseBrute(chemin, headers)).statut;

const reponseBrute = (
  chemin: string,
  headers: Record<string, string>,
): Promise<{ statut: number; entetes: IncomingHttpHeaders; corps: Buffer }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(passerelle.adresse);
    request({ hostname, port, path: chemin, headers }, (res) => {
      const morceaux: Buffer[] = [];
      res.on('data', (morceau: Buffer) => morceaux.push(morceau));
      res.on('end', () =>
        resolve({
          statut: res.statusCode ?? 0,
          entetes: res.headers,
          corps: Buffer.concat(morceaux),
        }),
      );
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
      imports: { react: '/partages/4/react.js' },
      integrity: {
        '/partages/4/react.js': integriteOf(REACT),
        '/partages/4/ui.css': integriteOf('body{}'),
        '/coquille/3/coquille.js': integriteOf(COQUILLE),
        '/modules/region/13/module.js': integriteOf(MODULE),
        '/modules/region/13/a/style.css': integriteOf('p{order:13}'),
      },
    });
    expect(html).toContain(`src="/coquille/3/coquille.js" integrity="${integriteOf(COQUILLE)}"`);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<div id="passerelle"></div>');
  });

  it('porte le registre des modules, sans qu’un manifeste puisse y glisser un script', async () => {
    const html = await (await page('/')).text();
    expect(registreDe(html)).toEqual({
      publication: { numero: 1, coquille: 3, partages: 4 },
      modules: [
        {
          nom: '</script><script>alert(1)</script>',
          partenaire: 'region',
          revision: 13,
          version: '0.13.0',
          entree: '/modules/region/13/module.js',
          css: ['/modules/region/13/a/style.css'],
          routes: [{ chemin: '/formations', titre: 'Formations' }],
          navigation: [],
          emplacements: ['engagement.contribution'],
        },
      ],
      surcharges: [],
      demonstration: true,
      dateDonnees: '2023-12-15',
    });
    expect(html).not.toContain('<script>alert');
  });

  it('donne un essai à qui il est destiné, et la version de tous aux autres', async () => {
    const revisionDe = async (response: Response) =>
      registreDe(await response.text()).modules.map(({ revision }) => revision);
    expect(await revisionDe(await pageDe('agent-region'))).toEqual([14]);
    expect(await revisionDe(await pageDe('agent-etat'))).toEqual([13]);
    expect(await revisionDe(await page('/'))).toEqual([13]);
    expect(
      await revisionDe(await page('/', { accept: 'text/html', cookie: 'passerelle=x' })),
    ).toEqual([13]);
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
      const { statut, entetes: recus } = await reponseBrute(chemin, entetes);
      expect(statut).toBe(307);
      expect(recus.location).toBe(`${passerelle.adresse}${chemin}`);
    }
  });
});

describe('fichiers du portail', () => {
  it('sont immuables, et compressés dès que leur copie est faite', async () => {
    const lire = () => reponseBrute('/partages/4/react.js', { 'accept-encoding': 'br' });
    await jusqua(async () => (await lire()).entetes['content-encoding'] === 'br');
    const { corps, entetes } = await lire();
    expect(brotliDecompressSync(corps).toString()).toBe(REACT);
    expect(entetes['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(entetes['content-type']).toBe('text/javascript; charset=utf-8');
    expect(entetes['x-content-type-options']).toBe('nosniff');
    expect(entetes.vary).toBe('accept-encoding');
  });

  it('ne voyagent pas deux fois', async () => {
    const tel = await page('/modules/region/13/module.js', { 'accept-encoding': 'identity' });
    expect(await tel.text()).toBe(MODULE);
    const encore = await page('/modules/region/13/module.js', {
      'accept-encoding': 'identity',
      'if-none-match': tel.headers.get('etag') ?? '',
    });
    expect(encore.status).toBe(304);
    const entete = await fetch(`${passerelle.adresse}/modules/region/13/module.js`, {
      method: 'HEAD',
    });
    expect(entete.headers.get('content-length')).toBe(String(MODULE.length));
  });

  it('de l’essai comme des révisions passées restent servis', async () => {
    expect(await (await page('/modules/region/14/module.js')).text()).toBe(ESSAI);
    expect(await (await page('/modules/region/12/module.js')).text()).toBe('vieux');
  });

  it('un dessin ouvert seul ne peut rien exécuter ici', async () => {
    const dessin = await page('/modules/region/13/image.svg');
    expect(dessin.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    '/partages/4/../secret.js',
    '/partages/4/..%2fsecret.js',
    '/partages/4/%2e%2e/secret.js',
    '/partages//etc/passwd',
    '/partages/3/react.js',
    '/partages/react.js',
    '/modules/region/11/module.js',
    '/modules/region/13/page.html',
    '/modules/etat/1/manifest.json',
    '/modules/__proto__/x.js',
    '/coquille/3/react.js',
  ])('ne sert pas %s', async (chemin) => {
    expect(await brut(chemin)).toBe(404);
  });

  it('refuse une cible de requête qui désigne un autre hôte', async () => {
    expect(await brut('http://mechant.example/graphql')).toBe(404);
    expect(await brut('//mechant.example/', { accept: 'text/html' })).not.toBe(307);
  });

  it('altérés ou perdus, ne sont jamais servis, et cela se compte', async () => {
    const perdu = fichiers.lot({ 'module.js': 'bientôt altéré' });
    const gardes = [{ lot: 'region', revision: 9, fichiers: perdu }];
    const autre = await unePasserelle([etat], { portail: unPortail(fichiers, {}, { gardes }) });
    try {
      fichiers.contenus.set(empreinteOf('bientôt altéré'), Buffer.from('alert(1)'));
      const response = await fetch(`${autre.adresse}/modules/region/9/module.js`);
      expect(response.status).toBe(502);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).not.toContain('alert');
      expect(await autre.gateway.metrics.text()).toContain('passerelle_fichiers_refuses_total 1');
    } finally {
      await autre.arreter();
    }
  });
});

describe('publication dont un module est altéré', () => {
  it('est servie sans lui, et la passerelle le dit', async () => {
    const source = unPortail(fichiers, { region: [{ revision: 20, code: 'jamais reçu' }] });
    fichiers.contenus.delete(empreinteOf('jamais reçu'));
    const autre = await unePasserelle([etat], { portail: source });
    try {
      const html = await (
        await fetch(`${autre.adresse}/`, { headers: { accept: 'text/html' } })
      ).text();
      expect(registreDe(html).modules).toEqual([]);
      const sante: unknown = await (await fetch(`${autre.adresse}/sante/pret`)).json();
      expect(sante).toMatchObject({
        alarme: {
          code: 'LOT_ALTERE',
          message: expect.stringContaining('module region, révision 20'),
        },
      });
    } finally {
      await autre.arreter();
    }
  });
});

describe('version du portail', () => {
  const demander = async (sujet: string | null, etag = '') => {
    const response = await fetch(`${passerelle.adresse}/portail/version`, {
      headers: {
        ...(sujet === null ? {} : { cookie: await passerelle.cookieDe(sujet) }),
        'if-none-match': etag,
      },
    });
    const texte = await response.text();
    const corps: unknown = texte === '' ? null : JSON.parse(texte);
    return { statut: response.status, etag: response.headers.get('etag') ?? '', corps };
  };

  it('est celle de cet agent', async () => {
    const commun = { numero: 1, coquille: 3, partages: 4 };
    expect((await demander('agent-region')).corps).toEqual({ ...commun, modules: { region: 14 } });
    expect((await demander('agent-etat')).corps).toEqual({ ...commun, modules: { region: 13 } });
  });

  it('ne voyage que si elle a changé', async () => {
    const { etag } = await demander('agent-region');
    expect(await demander('agent-region', etag)).toMatchObject({ statut: 304, corps: null });
    expect(await demander('agent-etat', etag)).toMatchObject({ statut: 200 });
  });

  it('n’est dite qu’à un agent connecté, et ne prolonge pas sa session', async () => {
    expect((await demander(null)).statut).toBe(401);
    const response = await fetch(`${passerelle.adresse}/portail/version`, {
      headers: { cookie: await passerelle.cookieDe('agent-region') },
    });
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('module servi depuis le poste d’un agent', () => {
  const LOCALE = 'http://127.0.0.1:5174/module.js';
  const cookie = `; import-map-override:@passerelle/module-region=${LOCALE}`;

  it('prend la place de la version publiée, dans cette page seulement', async () => {
    const response = await pageDe('agent-etat', cookie);
    const csp = response.headers.get('content-security-policy') ?? '';
    const html = await response.text();
    expect(registreDe(html)).toMatchObject({
      surcharges: [{ partenaire: 'region', url: LOCALE }],
      modules: [
        {
          partenaire: 'region',
          revision: 0,
          entree: LOCALE,
          emplacements: ['engagement.contribution'],
        },
      ],
    });
    expect(html).not.toContain('/modules/region/13/module.js');
    for (const directive of ['script-src', 'style-src', 'connect-src']) {
      expect(csp).toMatch(new RegExp(`${directive} [^;]*http://127\\.0\\.0\\.1:5174`));
    }
    const autre = await pageDe('agent-etat');
    expect(autre.headers.get('content-security-policy')).not.toContain('5174');
  });

  it('ne change rien pour qui n’est pas connecté, ni vers une autre machine', async () => {
    const anonyme = await page('/', { accept: 'text/html', cookie: cookie.slice(2) });
    expect(registreDe(await anonyme.text()).surcharges).toEqual([]);
    const ailleurs = cookie.replace('127.0.0.1', 'mechant.example');
    expect(registreDe(await (await pageDe('agent-etat', ailleurs)).text()).surcharges).toEqual([]);
  });

  it('n’existe pas là où ce n’est pas permis', async () => {
    const ferme = await unePasserelle([etat], {
      portail: unPortail(fichiers, { region: [{ revision: 13 }] }),
    });
    try {
      const headers = {
        accept: 'text/html',
        cookie: `${await ferme.cookieDe('agent-etat')}${cookie}`,
      };
      const html = await (await fetch(`${ferme.adresse}/`, { headers })).text();
      expect(registreDe(html).surcharges).toEqual([]);
      const demande = `/portail/surcharges?module=region&url=${encodeURIComponent(LOCALE)}`;
      const refuse = await fetch(`${ferme.adresse}${demande}`, { method: 'POST', headers });
      expect(refuse.status).toBe(404);
    } finally {
      await ferme.arreter();
    }
  });

  it('se demande par une page qui fait confirmer, et jamais depuis un autre site', async () => {
    const chemin = `/portail/surcharges?module=region&url=${encodeURIComponent(LOCALE)}`;
    const question = await page(chemin);
    expect(await question.text()).toContain('Servir ce module depuis mon poste');
    const poster = async (origin: string) =>
      fetch(`${passerelle.adresse}${chemin}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: await passerelle.cookieDe('agent-etat'), origin },
      });
    const pose = await poster(passerelle.adresse);
    expect(pose.status).toBe(303);
    expect(pose.headers.get('set-cookie')).toBe(
      `import-map-override:@passerelle/module-region=${LOCALE}; Path=/; SameSite=Lax`,
    );
    expect((await poster('https://mechant.example')).status).toBe(403);
    const ailleurs = await page(
      '/portail/surcharges?module=region&url=https://mechant.example/m.js',
    );
    expect(ailleurs.status).toBe(404);
  });
});
