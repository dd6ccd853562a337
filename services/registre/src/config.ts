import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { type FileStoreConfig, readFileStoreConfig } from './fichiers/index.js';
import type { Seuil } from './incidents/index.js';

/** What the registry needs to know from its environment. */
export interface Config {
  readonly production: boolean;
  readonly hote: string;
  readonly port: number;
  readonly dossier: string;
  readonly databaseUrl: string;
  /** Private Ed25519 key that signs: a JWK, or a JWKS while keys change. Read again when it changes. */
  readonly clePrivee: string;
  /** Public keys that gateways trust before their first publication (JWKS). */
  readonly clesPubliques: string;
  /** Public keys of the gateway's internal tokens (JWKS). */
  readonly jetonsInternesJwks: string;
  /** File of the platform's own token. */
  readonly racineFichier: string;
  /** Where the files of the portal are kept. */
  readonly fichiers: FileStoreConfig;
  /** File of the hosts and holders of the first ownership map; null: those of the demonstration. */
  readonly carte: string | null;
  /** How often each process is asked which schema it serves. */
  readonly deriveMs: number;
  /** From when a module that fails in browsers is taken back. */
  readonly seuilIncidents: Seuil;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly niveauJournal: string;
}

/** All the mistakes at once: one restart per mistake wastes an evening. */
export class ConfigurationRefusee extends Error {
  readonly code = 'CONFIGURATION_REFUSEE';

  constructor(readonly problemes: readonly string[]) {
    super(`Le registre ne peut pas démarrer :\n${problemes.map((p) => `- ${p}`).join('\n')}`);
    this.name = 'ConfigurationRefusee';
  }
}

const nombre = (min: number, max: number, attendu: string) =>
  z.coerce.number({ error: attendu }).int(attendu).min(min, attendu).max(max, attendu);
const entier = (defaut: number, min: number, max: number, attendu: string) =>
  nombre(min, max, attendu).default(defaut);
const chemin = z.string().optional();

const schema = z.object({
  HOTE: z.string().default('127.0.0.1'),
  PORT_REGISTRE: entier(4020, 0, 65_535, 'doit être un numéro de port'),
  PASSERELLE_DOSSIER: chemin,
  DATABASE_URL_REGISTRE: z
    .string({ error: 'manque : une adresse postgres://… est attendue' })
    .refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), {
      error: 'doit être une adresse postgres://…',
    }),
  PUBLICATIONS_CLE: chemin,
  PUBLICATIONS_CLES: chemin,
  JETONS_INTERNES_JWKS: chemin,
  REGISTRE_RACINE_FICHIER: chemin,
  REGISTRE_CARTE: chemin,
  REGISTRE_DERIVE_MS: entier(60_000, 1000, 3_600_000, 'doit être une durée en millisecondes'),
  REGISTRE_SEUIL_MONTAGES: entier(20, 1, 1_000_000, 'doit être un nombre d’affichages'),
  REGISTRE_SEUIL_ERREURS: entier(5, 1, 1_000_000, 'doit être un nombre d’erreurs'),
  REGISTRE_SEUIL_POURCENT: entier(5, 0, 1000, 'doit être un nombre d’erreurs pour cent affichages'),
  REGISTRE_SEUIL_AGENTS: nombre(1, 100, 'doit être un nombre d’agents, de 1 à 100').optional(),
  REGISTRE_SEUIL_MINUTES: entier(10, 1, 1440, 'doit être un nombre de minutes, 1440 au plus'),
  TAILLE_RESERVE_SQL: entier(10, 3, 200, 'doit être un nombre de connexions, de 3 à 200'),
  DELAI_SQL_MS: entier(10_000, 100, 120_000, 'doit être une durée en millisecondes'),
  NIVEAU_JOURNAL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'doit être fatal, error, warn, info, debug, trace ou silent',
    })
    .default('info'),
});

/** Below, one agent or two could take a module back from everyone; a demonstration has few. */
const AGENTS_EN_PRODUCTION = 3;

/** Files that `npm start` writes for one machine. */
const SECRETS = [
  'PUBLICATIONS_CLE',
  'PUBLICATIONS_CLES',
  'JETONS_INTERNES_JWKS',
  'REGISTRE_RACINE_FICHIER',
] as const;

/** Comfortable defaults on one machine; in production each is said. */
const REQUIS_EN_PRODUCTION = [...SECRETS, 'REGISTRE_FICHIERS'] as const;

/**
 * The only reader of the environment.
 *
 * @param dossierDefaut - where the platform writes at run time when PASSERELLE_DOSSIER is unset
 * @throws ConfigurationRefusee with every problem, never only the first
 */
export function readConfig(env: NodeJS.ProcessEnv, dossierDefaut: string): Config {
  // An empty variable in a deployment file means "not set".
  const posees = Object.fromEntries(Object.entries(env).filter(([, valeur]) => valeur !== ''));
  const lu = schema.safeParse(posees);
  const problemes = lu.success
    ? []
    : lu.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const production = posees['NODE_ENV'] === 'production';
  if (production) problemes.push(...productionProblems(posees, dossierDefaut));
  const dossier = posees['PASSERELLE_DOSSIER'] ?? dossierDefaut;
  const fichiers = readFileStoreConfig(
    posees['REGISTRE_FICHIERS'] ?? `dossier:${join(dossier, 'data', 'registre', 'fichiers')}`,
    posees,
  );
  problemes.push(...fichiers.problemes);
  if (!lu.success || fichiers.config === null || problemes.length > 0) {
    throw new ConfigurationRefusee(problemes);
  }

  const v = lu.data;
  const secret = (nom: string): string => join(dossier, 'secrets', nom);
  return {
    production,
    hote: v.HOTE,
    port: v.PORT_REGISTRE,
    dossier,
    databaseUrl: v.DATABASE_URL_REGISTRE,
    clePrivee: v.PUBLICATIONS_CLE ?? secret('publications.privee.json'),
    clesPubliques: v.PUBLICATIONS_CLES ?? secret('publications.publiques.json'),
    jetonsInternesJwks: v.JETONS_INTERNES_JWKS ?? secret('jetons-internes.publiques.json'),
    racineFichier: v.REGISTRE_RACINE_FICHIER ?? secret('registre-racine.jeton'),
    fichiers: fichiers.config,
    carte: v.REGISTRE_CARTE ?? null,
    deriveMs: v.REGISTRE_DERIVE_MS,
    seuilIncidents: {
      montages: v.REGISTRE_SEUIL_MONTAGES,
      erreurs: v.REGISTRE_SEUIL_ERREURS,
      pourcent: v.REGISTRE_SEUIL_POURCENT,
      agents: v.REGISTRE_SEUIL_AGENTS ?? (production ? AGENTS_EN_PRODUCTION : 1),
      minutes: v.REGISTRE_SEUIL_MINUTES,
    },
    poolSize: v.TAILLE_RESERVE_SQL,
    statementTimeoutMs: v.DELAI_SQL_MS,
    niveauJournal: v.NIVEAU_JOURNAL,
  };
}

function productionProblems(
  env: Readonly<Record<string, string | undefined>>,
  dossierDefaut: string,
): string[] {
  const problemes = REQUIS_EN_PRODUCTION.filter((nom) => env[nom] === undefined).map(
    (nom) => `${nom} est obligatoire en production`,
  );
  for (const nom of SECRETS) {
    const chemin = env[nom];
    if (chemin !== undefined && resolve(chemin).startsWith(resolve(dossierDefaut) + sep)) {
      problemes.push(`${nom} désigne un secret de la démonstration, refusé en production`);
    }
  }
  const url = env['DATABASE_URL_REGISTRE'];
  if (url !== undefined && URL.canParse(url)) {
    const { hostname, port, searchParams } = new URL(url);
    const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    if (isLocal && port === (env['PORT_POSTGRES'] ?? '54320')) {
      problemes.push('DATABASE_URL_REGISTRE désigne la base embarquée, refusée en production');
    }
    if (searchParams.get('sslmode') === 'disable' && !isLocal) {
      problemes.push('DATABASE_URL_REGISTRE demande sslmode=disable, refusé en production');
    }
  }
  return problemes;
}
