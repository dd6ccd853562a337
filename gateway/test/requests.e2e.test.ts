import { gzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;
let cookie: string;

beforeAll(async () => {
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  passerelle = await unePasserelle(parts);
  cookie = await passerelle.cookieDe('agent-region');
});

afterAll(async () => {
  await passerelle.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
});

const appels = () => parts.reduce((n, s) => n + s.appels.length, 0);

async function poster(
  body: string | Buffer<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<{ statut: number; code: string; texte: string }> {
  const response = await passerelle.envoyer({
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: passerelle.adresse, cookie, ...headers },
    body,
  });
  const texte = await response.text();
  const code = /"code":"([A-Z_]+)"/.exec(texte)?.[1] ?? 'AUCUN';
  return { statut: response.status, code, texte };
}

const requete = (query: string, reste: Record<string, unknown> = {}) =>
  poster(JSON.stringify({ query, ...reste }));

const repeter = (n: number, f: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => f(i)).join(' ');

describe('ce qui est refusé l’est avant tout appel à un partenaire', () => {
  it.each<[string, () => Promise<{ statut: number; code: string; texte: string }>, number, string]>(
    [
      ['du JSON coupé', () => poster('{"query":'), 400, 'JSON_INVALIDE'],
      ['un corps vide', () => poster(''), 400, 'JSON_INVALIDE'],
      [
        'un corps qui n’est pas en UTF-8',
        () => poster(Buffer.from([0x7b, 0xff, 0x7d])),
        400,
        'JSON_INVALIDE',
      ],
      ['un lot', () => poster('[{"query":"{__typename}"}]'), 400, 'LOT_REFUSE'],
      [
        'un lot de mille',
        () => poster(`[${repeter(1_000, () => '{"query":"{__typename}"}').replaceAll(' ', ',')}]`),
        400,
        'LOT_REFUSE',
      ],
      ['sans query', () => poster('{}'), 400, 'PARAMETRES_INVALIDES'],
      [
        'des variables en liste',
        () => requete('{ __typename }', { variables: [] }),
        400,
        'PARAMETRES_INVALIDES',
      ],
      ['une erreur de syntaxe', () => requete('{ engagements { '), 400, 'SYNTAXE_INVALIDE'],
      ['un document vide', () => requete(''), 400, 'SYNTAXE_INVALIDE'],
      ['un champ inconnu', () => requete('{ engagement { inconnu } }'), 400, 'CHAMP_INCONNU'],
      [
        'un argument inconnu',
        () => requete('{ engagements(x: 1) { code } }'),
        400,
        'REQUETE_INVALIDE',
      ],
      ['un argument manquant', () => requete('{ engagement { code } }'), 400, 'REQUETE_INVALIDE'],
      [
        'des fragments en cercle',
        () =>
          requete(
            '{ engagements { ...A } } fragment A on Engagement { ...B } fragment B on Engagement { ...A }',
          ),
        400,
        'REQUETE_INVALIDE',
      ],
      [
        'une opération inconnue',
        () => requete('query A { __typename }', { operationName: 'B' }),
        400,
        'OPERATION_INCONNUE',
      ],
      [
        'deux opérations sans nom choisi',
        () => requete('query A { __typename } query B { __typename }'),
        400,
        'OPERATION_INCONNUE',
      ],
      [
        'une variable mal typée',
        () =>
          requete('query($c: ID!) { engagement(code: $c) { code } }', {
            variables: { c: { a: 1 } },
          }),
        400,
        'VARIABLES_INVALIDES',
      ],
      [
        'une variable absente',
        () => requete('query($c: ID!) { engagement(code: $c) { code } }'),
        400,
        'VARIABLES_INVALIDES',
      ],
      [
        'un corps trop grand',
        () =>
          poster(
            JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } }),
          ),
        413,
        'CORPS_TROP_GRAND',
      ],
      [
        'un document trop grand',
        () => requete(`{ engagement(code: "${'x'.repeat(33_000)}") { code } }`),
        400,
        'DOCUMENT_TROP_GRAND',
      ],
      [
        'trop de lexèmes',
        () => requete(`{ engagements { ${repeter(2_100, () => 'code')} } }`),
        400,
        'LEXEMES_TROP_NOMBREUX',
      ],
      [
        'une bombe de commentaires',
        () => requete(`${'#\n'.repeat(10_000)}{ __typename }`),
        400,
        'LEXEMES_TROP_NOMBREUX',
      ],
      [
        'trop de niveaux',
        () =>
          requete(
            `{ engagements { ${'contributionRegion { engagement { '.repeat(6)} code ${'} }'.repeat(6)} } }`,
          ),
        400,
        'PROFONDEUR_EXCESSIVE',
      ],
      [
        'trop d’alias',
        () => requete(`{ engagements { ${repeter(31, (i) => `a${i}: code`)} } }`),
        400,
        'ALIAS_TROP_NOMBREUX',
      ],
      [
        'trop de racines',
        () => requete(`{ ${repeter(21, () => '__typename')} }`),
        400,
        'RACINES_TROP_NOMBREUSES',
      ],
      [
        'trop de directives',
        () => requete(`{ engagements ${repeter(51, () => '@include(if: true)')} { code } }`),
        400,
        'DIRECTIVES_TROP_NOMBREUSES',
      ],
      [
        'trop de sélections',
        () =>
          requete(
            `{ engagements { ...F0 } } ${repeter(12, (i) => `fragment F${i} on Engagement { ...F${i + 1} ...F${i + 1} }`)} fragment F12 on Engagement { code }`,
          ),
        400,
        'SELECTIONS_TROP_NOMBREUSES',
      ],
      [
        'des listes qui se multiplient',
        () =>
          requete(
            '{ catalogue(first: 100) { nodes { voisines(first: 100) { nodes { voisines(first: 100) { nodes { numero } } } } } } }',
          ),
        400,
        'COUT_EXCESSIF',
      ],
      [
        'des listes qui se multiplient, leur taille en variable',
        () =>
          requete(
            'query($n: Int!) { catalogue(first: $n) { nodes { voisines(first: $n) { nodes { voisines(first: $n) { nodes { numero } } } } } } }',
            { variables: { n: 100 } },
          ),
        400,
        'COUT_EXCESSIF',
      ],
      [
        'une imbrication de JSON',
        () =>
          poster(`{"query":"{a}","variables":{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`),
        400,
        'JSON_TROP_PROFOND',
      ],
      [
        'une introspection sans fond',
        () =>
          requete(
            `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
          ),
        400,
        'REQUETE_INVALIDE',
      ],
      [
        'une bombe gzip',
        () => poster(gzipSync(Buffer.alloc(20_000_000, ' ')), { 'content-encoding': 'gzip' }),
        413,
        'CORPS_TROP_GRAND',
      ],
      ['un faux gzip', () => poster('{}', { 'content-encoding': 'gzip' }), 415, 'ENCODAGE_REFUSE'],
      [
        'deux couches de gzip',
        () =>
          poster(gzipSync(gzipSync('{"query":"{__typename}"}')), {
            'content-encoding': 'gzip, gzip',
          }),
        415,
        'ENCODAGE_REFUSE',
      ],
      ['du brotli', () => poster('{}', { 'content-encoding': 'br' }), 415, 'ENCODAGE_REFUSE'],
      [
        'un formulaire',
        () => poster('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
        415,
        'TYPE_DE_CONTENU_REFUSE',
      ],
      [
        'du texte',
        () => poster('{"query":"{__typename}"}', { 'content-type': 'text/plain' }),
        415,
        'TYPE_DE_CONTENU_REFUSE',
      ],
      [
        'un autre jeu de caractères',
        () =>
          poster('{"query":"{__typename}"}', {
            'content-type': 'application/json; charset=utf-16',
          }),
        415,
        'TYPE_DE_CONTENU_REFUSE',
      ],
      [
        'un format de réponse inconnu',
        () => poster('{"query":"{__typename}"}', { accept: 'application/xml' }),
        406,
        'ACCEPT_REFUSE',
      ],
    ],
  )('%s', async (_nom, envoyer, statut, code) => {
    const avant = appels();
    const reponse = await envoyer();
    expect({ statut: reponse.statut, code: reponse.code }).toEqual({ statut, code });
    expect(appels()).toBe(avant);
    expect(reponse.texte).toMatch(/"reference":"[0-9a-f]{12}"/);
    expect(reponse.texte).not.toMatch(/Did you mean|node_modules|at file/);
  });

  it('nomme en français le champ inconnu, sans proposer d’autre nom', async () => {
    const { texte } = await requete('{ engagements { libel } }');
    expect(texte).toContain('Le champ « libel » n’existe pas sur « Engagement ».');
    expect(texte).not.toContain('libelle');
  });

  it('refuse GET, même pour une lecture', async () => {
    const avant = appels();
    for (const query of ['{engagements{code}}', 'mutation{x}']) {
      const response = await fetch(
        `${passerelle.adresse}/graphql?query=${encodeURIComponent(query)}`,
        { headers: { cookie } },
      );
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
    }
    expect(appels()).toBe(avant);
  });

  it('refuse _entities et _service, qui ne sont pas du graphe des clients', async () => {
    expect((await requete('{ _service { sdl } }')).code).toBe('CHAMP_INCONNU');
    expect((await requete('{ _entities(representations: []) { __typename } }')).code).toBe(
      'CHAMP_INCONNU',
    );
  });
});

describe('ce qui est accepté', () => {
  it('un corps en gzip', async () => {
    const { statut, texte } = await poster(gzipSync('{"query":"{ engagements { code } }"}'), {
      'content-encoding': 'gzip',
    });
    expect(statut).toBe(200);
    expect(texte).toContain('"E01"');
  });

  it('l’introspection habituelle, sans appeler personne', async () => {
    const avant = appels();
    const reponse = await passerelle.demander(getIntrospectionQuery());
    expect(reponse.errors).toBeUndefined();
    expect(JSON.stringify(reponse.data)).toContain('ContributionPoleEmploi');
    expect(appels()).toBe(avant);
  });

  it('le format demandé, et une réponse compressée quand le client la lit', async () => {
    const reponse = await passerelle.envoyer({
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'accept-encoding': 'br',
        origin: passerelle.adresse,
        cookie,
      },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    expect(reponse.headers.get('content-type')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect(reponse.headers.get('content-encoding')).toBe('br');
    expect(await reponse.text()).toContain('__schema');
  });

  it('des alias qui portent des noms d’Object.prototype, sans effet sur lui', async () => {
    const { texte } = await requete(
      '{ __proto__: engagements { constructor: code } toString: engagements { code } }',
      { variables: JSON.parse('{"__proto__":{"pollue":true}}') },
    );
    expect(texte).toContain('"__proto__":[{"constructor":"E01"}');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('pollue');
  });

  it('une valeur refusée par un partenaire ne casse pas la connexion suivante', async () => {
    await poster('x'.repeat(400_000));
    expect((await requete('{ engagements { code } }')).statut).toBe(200);
  });

  it('transmet un contexte de trace, dont la référence est le début', async () => {
    const reponse = await passerelle.demander('{ formations { numero } inconnue: lente(ms: 1) }');
    expect(reponse.data).toMatchObject({ inconnue: 'enfin' });
    const vu = parts[1]?.appels.at(-1)?.traceparent;
    expect(vu).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});
