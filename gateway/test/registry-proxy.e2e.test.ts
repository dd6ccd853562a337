import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createInternalTokenVerifier } from '@passerelle/identity';
import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBody } from '../src/http/read-body.js';
import { closeServer, createHttpServer, listen } from '../src/http/server.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

interface Recue {
  methode: string;
  url: string;
  corps: string;
  entetes: IncomingHttpHeaders;
}

let recues: Recue[] = [];
let repondre: (res: ServerResponse) => void;
let registre: Server;
let dispatcher: Agent;
let etat: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

const json = (statut: number, corps: unknown) => (res: ServerResponse) => {
  res.writeHead(statut, { 'content-type': 'application/json' }).end(JSON.stringify(corps));
};

beforeAll(async () => {
  registre = createHttpServer(
    async (req, res) => {
      const corps = await readBody(req, 4_000_000);
      recues.push({
        methode: req.method ?? '',
        url: req.url ?? '',
        corps,
        entetes: req.headers,
      });
      repondre(res);
    },
    (error) => {
      throw error;
    },
  );
  const { port } = await listen(registre, 0, '127.0.0.1');
  dispatcher = new Agent();
  etat = await unSousGraphe('etat');
  passerelle = await unePasserelle([etat], {
    registre: {
      acces: { adresse: new URL(`http://127.0.0.1:${port}`), jeton: 'passerelle', dispatcher },
      canal: 'production',
      passerelle: 'test',
    },
  });
});

beforeEach(() => {
  recues = [];
  repondre = json(200, { ok: true });
});

afterAll(async () => {
  await passerelle.arreter();
  await etat.arreter();
  await dispatcher.close();
  await closeServer(registre, 0);
});

async function demander(
  chemin: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
) {
  const cookie = await passerelle.cookieDe('agent-region');
  const response = await fetch(`${passerelle.adresse}/registre${chemin}`, {
    ...init,
    headers: { cookie, origin: passerelle.adresse, ...init.headers },
  });
  const texte = await response.text();
  const corps: unknown = texte === '' ? null : JSON.parse(texte);
  return { statut: response.status, corps, entetes: response.headers };
}

const refus = (code: string) => ({ erreur: expect.objectContaining({ code }) });

describe('registre vu des pages du portail', () => {
  it('reçoit la demande telle quelle, au nom de l’agent, avec un jeton qui ne vaut que pour lui', async () => {
    const { statut, corps } = await demander('/v1/journal?canal=recette&premiers=20');
    expect({ statut, corps }).toEqual({ statut: 200, corps: { ok: true } });
    const [recue] = recues;
    expect(recue).toMatchObject({ methode: 'GET', url: '/v1/journal?canal=recette&premiers=20' });
    expect(recue?.entetes.cookie).toBeUndefined();
    const jeton = recue?.entetes.authorization?.replace('Bearer ', '') ?? '';
    const verifier = (audience: 'registre' | 'region') =>
      createInternalTokenVerifier({
        jwks: () => JSON.parse(JSON.stringify(passerelle.jetonsPublics)),
        audience,
      })(jeton);
    expect(await verifier('registre')).toMatchObject({ sujet: 'agent-region', nature: 'agent' });
    await expect(verifier('region')).rejects.toThrow();
  });

  it('rend les refus et les corps du registre avec leur statut', async () => {
    repondre = json(422, { publie: false });
    const { statut, corps } = await demander('/v1/retours', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ motif: 'erreur constatée' }),
    });
    expect({ statut, corps }).toEqual({ statut: 422, corps: { publie: false } });
    expect(recues[0]).toMatchObject({ methode: 'POST', corps: '{"motif":"erreur constatée"}' });
    repondre = (res) => res.writeHead(204).end();
    expect((await demander('/v1/jetons/abc', { method: 'DELETE' })).statut).toBe(204);
    expect(recues[1]).toMatchObject({ methode: 'DELETE', url: '/v1/jetons/abc', corps: '' });
  });

  it.each([
    ['une page d’un autre site', { headers: { origin: 'https://ailleurs.example' } }],
    ['un autre site, dit par le navigateur', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ])('refuse %s', async (_titre, init) => {
    expect(await demander('/v1/etat', init)).toMatchObject({
      statut: 403,
      corps: refus('ORIGINE_REFUSEE'),
    });
    expect(recues).toEqual([]);
  });

  it('refuse qui n’a pas de session, et un programme qui a un jeton', async () => {
    expect(await demander('/v1/etat', { headers: { cookie: '' } })).toMatchObject({
      statut: 401,
      corps: refus('NON_AUTHENTIFIE'),
    });
    const avecJeton = await demander('/v1/etat', { headers: { authorization: 'Bearer psr_a_b' } });
    expect(avecJeton.statut).toBeGreaterThanOrEqual(400);
    expect(recues).toEqual([]);
  });

  it.each([
    '/v2/etat',
    '/v1',
    '/v1/..%2f..%2fadmin',
    '/v1//etat',
    '/sante/pret',
    '/v1/publications/flux',
  ])('ne mène pas à %s', async (chemin) => {
    expect(await demander(chemin)).toMatchObject({ statut: 404, corps: refus('INTROUVABLE') });
    expect(recues).toEqual([]);
  });

  it('n’accepte ni une autre méthode, ni un formulaire, ni un corps démesuré', async () => {
    expect(await demander('/v1/etat', { method: 'PUT', body: '{}' })).toMatchObject({
      statut: 405,
      corps: refus('METHODE_REFUSEE'),
    });
    const formulaire = { method: 'POST', body: new URLSearchParams({ motif: 'x' }) };
    expect(await demander('/v1/retours', formulaire)).toMatchObject({ statut: 415 });
    const enorme = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ motif: 'x'.repeat(1024 * 1024) }),
    };
    expect(await demander('/v1/retours', enorme)).toMatchObject({
      statut: 413,
      corps: refus('CORPS_TROP_GRAND'),
    });
    expect(recues).toEqual([]);
  });

  it('ne déconnecte pas l’agent quand c’est le jeton de la passerelle que le registre refuse', async () => {
    repondre = json(401, { erreur: { code: 'JETON_INVALIDE', message: '' } });
    expect(await demander('/v1/etat')).toMatchObject({
      statut: 503,
      corps: refus('REGISTRE_INDISPONIBLE'),
    });
  });

  it('dit en français que le registre ne répond pas', async () => {
    repondre = (res) => res.destroy();
    const { statut, corps } = await demander('/v1/etat');
    expect({ statut, corps }).toEqual({
      statut: 503,
      corps: {
        erreur: {
          code: 'REGISTRE_INDISPONIBLE',
          message: 'Le registre des publications ne répond pas.',
          remede: 'Ce qui est publié reste servi. Réessayez dans un instant.',
          reference: expect.stringMatching(/^[0-9a-f]{12}$/),
        },
      },
    });
  });
});
