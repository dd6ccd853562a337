import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationRefusee, readConfig } from './config.js';

const DOSSIER = '/depot/.passerelle';
const BASE = { DATABASE_URL_REGISTRE: 'postgres://registre:x@base.example:5432/registre' };
const PRODUCTION = {
  ...BASE,
  NODE_ENV: 'production',
  PUBLICATIONS_CLE: '/secrets/publications.privee.json',
  PUBLICATIONS_CLES: '/secrets/publications.publiques.json',
  JETONS_INTERNES_JWKS: '/secrets/jetons.json',
  REGISTRE_RACINE_FICHIER: '/secrets/racine',
  REGISTRE_FICHIERS: 'base',
};

function problemes(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, DOSSIER);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationRefusee)) throw error;
    return error.problemes;
  }
}

test('sur une machine, seule l’adresse de la base est nécessaire', () => {
  expect(readConfig({ ...BASE, HOTE: '' }, DOSSIER)).toMatchObject({
    production: false,
    hote: '127.0.0.1',
    port: 4020,
    clePrivee: join(DOSSIER, 'secrets/publications.privee.json'),
    racineFichier: join(DOSSIER, 'secrets/registre-racine.jeton'),
    fichiers: { genre: 'dossier', chemin: join(DOSSIER, 'data/registre/fichiers') },
  });
});

test('en production, un agent ou deux ne retirent pas un module ; seul à sa machine, si', () => {
  const agents = (env: Record<string, string>) => readConfig(env, DOSSIER).seuilIncidents.agents;
  expect([agents(PRODUCTION), agents(BASE)]).toEqual([3, 1]);
  expect(agents({ ...PRODUCTION, REGISTRE_SEUIL_AGENTS: '10' })).toBe(10);
  expect(problemes({ ...BASE, REGISTRE_SEUIL_AGENTS: '0' })).toEqual([
    'REGISTRE_SEUIL_AGENTS doit être un nombre d’agents, de 1 à 100',
  ]);
});

test('tout ce qui ne va pas est dit en une fois', () => {
  expect(
    problemes({ PORT_REGISTRE: 'x', NIVEAU_JOURNAL: 'tout', REGISTRE_FICHIERS: 'ftp://a' }),
  ).toEqual([
    'PORT_REGISTRE doit être un numéro de port',
    'DATABASE_URL_REGISTRE manque : une adresse postgres://… est attendue',
    'NIVEAU_JOURNAL doit être fatal, error, warn, info, debug, trace ou silent',
    expect.stringContaining('REGISTRE_FICHIERS doit être'),
  ]);
});

test('en production, rien par défaut : ni secret, ni base de la démonstration', () => {
  expect(problemes(PRODUCTION)).toEqual([]);
  expect(problemes({ ...BASE, NODE_ENV: 'production' })).toEqual(
    [
      'PUBLICATIONS_CLE',
      'PUBLICATIONS_CLES',
      'JETONS_INTERNES_JWKS',
      'REGISTRE_RACINE_FICHIER',
      'REGISTRE_FICHIERS',
    ].map((nom) => `${nom} est obligatoire en production`),
  );
  const embarquee = 'postgres://registre:x@127.0.0.1:54320/registre';
  const deDemonstration = join(DOSSIER, 'secrets/publications.privee.json');
  expect(
    problemes({
      ...PRODUCTION,
      DATABASE_URL_REGISTRE: embarquee,
      PUBLICATIONS_CLE: deDemonstration,
    }),
  ).toEqual([
    'PUBLICATIONS_CLE désigne un secret de la démonstration, refusé en production',
    'DATABASE_URL_REGISTRE désigne la base embarquée, refusée en production',
  ]);
});
