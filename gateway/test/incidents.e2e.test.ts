import type { Server } from 'node:http';
import { type RapportDIncidents, rapportDIncidentsSchema } from '@passerelle/publication';
import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBody } from '../src/http/read-body.js';
import { closeServer, createHttpServer, listen } from '../src/http/server.js';
import { FichiersDeTest, unPortail } from './support/un-portail.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const recus: { rapport: RapportDIncidents; autorisation: string | undefined }[] = [];
let registre: Server;
let dispatcher: Agent;
let etat: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  registre = createHttpServer(
    async (req, res) => {
      const rapport = rapportDIncidentsSchema.parse(JSON.parse(await readBody(req, 100_000)));
      recus.push({ rapport, autorisation: req.headers.authorization });
      res.writeHead(204).end();
    },
    (error) => {
      throw error;
    },
  );
  const { port } = await listen(registre, 0, '127.0.0.1');
  dispatcher = new Agent();
  etat = await unSousGraphe('etat');
  passerelle = await unePasserelle([etat], {
    limites: { incidentsParMinute: 4 },
    portail: unPortail(new FichiersDeTest(), { region: [{ revision: 13 }] }),
    registre: {
      acces: { adresse: new URL(`http://127.0.0.1:${port}`), jeton: 'psr_p_s', dispatcher },
      canal: 'production',
      passerelle: 'p1',
    },
  });
});

afterAll(async () => {
  await passerelle.arreter();
  await etat.arreter();
  await dispatcher.close();
  await closeServer(registre, 0);
});

const UN = {
  partenaire: 'region',
  revision: 13,
  montages: 4,
  erreurs: 1,
  genres: { TypeError: 1 },
};

async function dire(
  modules: readonly object[],
  { sujet = 'agent-region', ...entetes }: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(`${passerelle.adresse}/portail/incidents`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: passerelle.adresse,
      cookie: await passerelle.cookieDe(sujet),
      ...entetes,
    },
    body: JSON.stringify({ modules }),
  });
  return response.status;
}

describe('santé des modules', () => {
  it('ce que disent les pages arrive au registre, additionné, au nom de la passerelle', async () => {
    expect(await dire([UN])).toBe(204);
    expect(await dire([UN, { ...UN, revision: 99 }], { sujet: 'agent-etat' })).toBe(204);
    await jusqua(() => recus.length > 0);
    const vus = recus.flatMap(({ rapport }) => rapport.modules);
    expect(recus[0]).toMatchObject({
      autorisation: 'Bearer psr_p_s',
      rapport: { canal: 'production', passerelle: 'p1' },
    });
    expect(vus.every(({ revision }) => revision === 13)).toBe(true);
    await jusqua(
      () =>
        recus.flatMap(({ rapport }) => rapport.modules).reduce((n, m) => n + m.montages, 0) === 8,
    );
  });

  it.each<[string, readonly object[], Record<string, string>, number]>([
    ['d’un autre site', [UN], { origin: 'https://mechant.example' }, 403],
    ['de qui n’est pas connecté', [UN], { cookie: '' }, 401],
    ['avec un message d’erreur', [{ ...UN, genres: { 'x is not defined': 1 } }], {}, 400],
    ['qui n’est pas un rapport', [{ partenaire: 'region' }], {}, 400],
    ['en texte', [UN], { 'content-type': 'text/plain' }, 415],
  ])('un rapport %s est refusé', async (_titre, modules, entetes, statut) => {
    expect(await dire(modules, { sujet: 'agent-pole-emploi', ...entetes })).toBe(statut);
  });

  it('un onglet qui s’emballe est arrêté', async () => {
    const statuts: number[] = [];
    for (let i = 0; i < 6; i += 1) statuts.push(await dire([UN]));
    expect(statuts).toContain(429);
  });
});
