import { expect, test } from 'vitest';
import { ConfigurationInvalide, readSubgraphConfig } from './subgraph-config.js';

const ETAT = { partenaire: 'etat', portDefaut: 4101, dossierDefaut: '/depot/.passerelle' } as const;
const POLE_EMPLOI = { ...ETAT, partenaire: 'pole-emploi', portDefaut: 4103 } as const;

function erreurs(env: Record<string, string>, options: typeof ETAT | typeof POLE_EMPLOI = ETAT) {
  try {
    readSubgraphConfig(env, options);
  } catch (error) {
    if (error instanceof ConfigurationInvalide) return error.erreurs;
    throw error;
  }
  return [];
}

test('démarre sans rien dire sur une machine de développement', () => {
  expect(readSubgraphConfig({}, ETAT)).toMatchObject({
    production: false,
    hote: '127.0.0.1',
    port: 4101,
    region: '32',
    databaseUrl: null,
    demonstration: true,
    jwksPath: '/depot/.passerelle/secrets/jetons-internes.publiques.json',
    actes: {
      cle: '/depot/.passerelle/secrets/actes-etat.privee.json',
      cles: '/depot/.passerelle/secrets/actes.publiques.json',
    },
    graphe: null,
  });
});

test('en production, dit d’un coup tout ce qui manque et tout ce qui est refusé', () => {
  const dites = erreurs({ NODE_ENV: 'production', DONNEES_DEMONSTRATION: 'oui' }, POLE_EMPLOI);
  expect(dites).toHaveLength(5);
  expect(dites.join(' ')).toMatch(
    /DATABASE_URL_POLE_EMPLOI manque.*JETONS_INTERNES_JWKS manque.*DONNEES_DEMONSTRATION=oui.*ACTES_CLE manque.*ACTES_CLES manque/,
  );
});

test('avec une passerelle, le service sait qui il y est', () => {
  const env = { PASSERELLE_GRAPHE: 'http://127.0.0.1:4000/graphql', PORT_IDENTITE: '5010' };
  expect(readSubgraphConfig(env, POLE_EMPLOI).graphe).toEqual({
    adresse: 'http://127.0.0.1:4000/graphql',
    emetteur: 'http://127.0.0.1:5010',
    clientId: 'service-pole-emploi',
    secretFichier: '/depot/.passerelle/secrets/service-pole-emploi.secret',
  });
});

test('en production, suivre les autres demande une identité donnée, et du https', () => {
  const donnees = {
    NODE_ENV: 'production',
    DATABASE_URL_ETAT: 'postgres://etat:secret@base.interne/etat',
    JETONS_INTERNES_JWKS: '/etc/passerelle/jetons.json',
    ACTES_CLE: '/etc/passerelle/actes.json',
    ACTES_CLES: '/etc/passerelle/actes-publiques.json',
    PASSERELLE_GRAPHE: 'http://portail.exemple.fr/graphql',
  };
  const dites = erreurs(donnees);
  expect(dites.map((dite) => dite.split(' ')[0])).toEqual([
    'OIDC_EMETTEUR',
    'SERVICE_CLIENT_ID',
    'SERVICE_CLIENT_SECRET_FICHIER',
    'PASSERELLE_GRAPHE',
    'OIDC_EMETTEUR',
  ]);
  expect(
    erreurs({
      ...donnees,
      PASSERELLE_GRAPHE: 'https://portail.exemple.fr/graphql',
      OIDC_EMETTEUR: 'https://identite.exemple.fr',
      SERVICE_CLIENT_ID: 'passerelle-etat',
      SERVICE_CLIENT_SECRET_FICHIER: '/etc/passerelle/service.secret',
    }),
  ).toEqual([]);
});

test('en production, la base et les clés données suffisent, et rien n’est de démonstration', () => {
  const config = readSubgraphConfig(
    {
      NODE_ENV: 'production',
      DATABASE_URL_ETAT: 'postgres://etat:secret@base.interne/etat',
      JETONS_INTERNES_JWKS: '/etc/passerelle/jetons.json',
      ACTES_CLE: '/etc/passerelle/actes.json',
      ACTES_CLES: '/etc/passerelle/actes-publiques.json',
    },
    ETAT,
  );
  expect(config).toMatchObject({ production: true, demonstration: false });
});

test('nomme chaque valeur mal écrite', () => {
  const dites = erreurs({
    PORT_ETAT: 'quatre mille',
    DATABASE_URL_ETAT: 'mysql://x',
    REGION: 'Hauts-de-France',
    DONNEES_DEMONSTRATION: 'peut-être',
  });
  expect(dites.map((dite) => dite.split(' ')[0])).toEqual([
    'DATABASE_URL_ETAT',
    'DONNEES_DEMONSTRATION',
    'PORT_ETAT',
    'REGION',
  ]);
});

test('ne recopie pas un mot de passe dans ses messages', () => {
  expect(erreurs({ DATABASE_URL_ETAT: 'postgre://etat:tres-secret@hote/x' }).join()).not.toContain(
    'tres-secret',
  );
});
