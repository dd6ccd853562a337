import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTENAIRES } from '@passerelle/identity';
import { listRegions } from '@passerelle/reference-data';
import { StartRefusal } from './start-refusal.js';

export const TAILLES = ['petite', 'demonstration', 'region'] as const;
export type Taille = (typeof TAILLES)[number];

/** What listens, and the variable that moves it. */
export const PORTS = {
  portail: { variable: 'PORT', defaut: 4000, libelle: 'portail' },
  administration: { variable: 'PORT_ADMIN', defaut: 4001, libelle: 'administration' },
  identite: { variable: 'PORT_IDENTITE', defaut: 4010, libelle: "fournisseur d'identité" },
  registre: { variable: 'PORT_REGISTRE', defaut: 4020, libelle: 'registre' },
  etat: { variable: 'PORT_ETAT', defaut: 4101, libelle: 'service État' },
  region: { variable: 'PORT_REGION', defaut: 4102, libelle: 'service Région' },
  'pole-emploi': { variable: 'PORT_POLE_EMPLOI', defaut: 4103, libelle: 'service Pôle emploi' },
  postgres: { variable: 'PORT_POSTGRES', defaut: 54_320, libelle: 'base de données' },
} as const;

export type NomDePort = keyof typeof PORTS;

/** Who has a database: each partner, and the registry of what they publish. */
export const TITULAIRES = [...PARTENAIRES, 'registre'] as const;
export type Titulaire = (typeof TITULAIRES)[number];

export interface Config {
  /** Root of the checkout. */
  readonly racine: string;
  readonly dossier: string;
  readonly hote: string;
  /** What was asked for; null leaves it to the data that are there, see settleDemonstration. */
  readonly region: string | null;
  readonly taille: Taille | null;
  readonly reinitialiser: boolean;
  readonly ports: Readonly<Record<NomDePort, number>>;
  readonly adressePublique: string;
  /** Address of an outside identity provider, or null for the demonstration's. */
  readonly emetteurExterne: string | null;
  /** Address of each one's outside database, or null for the embedded one. */
  readonly basesExternes: Readonly<Record<Titulaire, string | null>>;
  /** A file of its own when the administrator keeps one; null when it is written here. */
  readonly habilitationsExternes: string | null;
  /** Passed on to every process. */
  readonly env: NodeJS.ProcessEnv;
  /** Steps already shown by the preparation, and steps in all. */
  readonly etapes: { readonly faites: number; readonly total: number };
}

export const AIDE = `npm start [-- options]
  --taille=petite|demonstration|region   volume des données de démonstration, à leur création
  --reinitialiser                        efface les données et les secrets, puis repart de zéro
Les ports, le dossier et la région se choisissent par variables : PORT, PORT_POSTGRES, PASSERELLE_DOSSIER, REGION…`;

/** @throws StartRefusal with every problem at once, one line each */
export function readConfig(o: {
  env: NodeJS.ProcessEnv;
  args: readonly string[];
  racine: string;
}): Config {
  const problemes: string[] = [];
  const env = Object.fromEntries(Object.entries(o.env).filter(([, valeur]) => valeur !== ''));
  const options = readOptions(o.args, problemes);
  if (env['NODE_ENV'] === 'production') {
    problemes.push(
      "NODE_ENV=production : « npm start » est une démonstration sur une machine (base embarquée, comptes fictifs) ; en production, chaque service est lancé par l'exploitant.",
    );
  }
  const region = env['REGION'] ?? null;
  const codes = listRegions().map(({ code }) => code);
  if (region !== null && !codes.includes(region)) {
    problemes.push(
      `REGION=${region} n'est pas le code INSEE d'une région. Codes connus : ${codes.join(', ')}.`,
    );
  }
  const ports = readPorts(env, problemes);
  const adressePublique = env['ADRESSE_PUBLIQUE'] ?? `http://127.0.0.1:${ports.portail}`;
  if (!isHttpAddress(adressePublique)) {
    problemes.push(`ADRESSE_PUBLIQUE=${adressePublique} n'est pas une adresse http ou https.`);
  }
  if (problemes.length > 0) throw new StartRefusal(problemes.join('\n'));
  return {
    racine: o.racine,
    dossier: resolve(env['PASSERELLE_DOSSIER'] ?? join(o.racine, '.passerelle')),
    hote: env['HOTE'] ?? '127.0.0.1',
    region,
    taille: options.taille,
    reinitialiser: options.reinitialiser,
    ports,
    adressePublique: adressePublique.replace(/\/+$/, ''),
    emetteurExterne: env['OIDC_EMETTEUR'] ?? null,
    basesExternes: {
      etat: env[databaseVariable('etat')] ?? null,
      region: env[databaseVariable('region')] ?? null,
      'pole-emploi': env[databaseVariable('pole-emploi')] ?? null,
      registre: env[databaseVariable('registre')] ?? null,
    },
    habilitationsExternes: env['HABILITATIONS'] ?? null,
    env,
    etapes: options.etapes,
  };
}

export function databaseVariable(titulaire: Titulaire): string {
  return `DATABASE_URL_${titulaire.toUpperCase().replaceAll('-', '_')}`;
}

/** Name of the database and of its role in the embedded cluster. */
export function baseOf(titulaire: Titulaire): string {
  return titulaire.replaceAll('-', '_');
}

/** Those whose database is the embedded one. */
export function embarques(config: Config): Titulaire[] {
  return TITULAIRES.filter((titulaire) => config.basesExternes[titulaire] === null);
}

/** Where a program on this machine reaches what listens on HOTE. */
export function adresseLocale(config: Pick<Config, 'hote'>, port: number): string {
  const { hote } = config;
  if (hote === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (hote === '::') return `http://[::1]:${port}`;
  return hote.includes(':') ? `http://[${hote}]:${port}` : `http://${hote}:${port}`;
}

/** Database, services, publications, gateway. */
const ETAPES = 4;

interface Options {
  readonly taille: Taille | null;
  readonly reinitialiser: boolean;
  readonly etapes: { readonly faites: number; readonly total: number };
}

/** Read as tokens: what is wrong can then be named, each thing in its own sentence. */
function readOptions(args: readonly string[], problemes: string[]): Options {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      taille: { type: 'string' },
      reinitialiser: { type: 'boolean' },
      etapes: { type: 'string' },
    },
    strict: false,
    tokens: true,
  });
  let taille: Taille | null = null;
  let reinitialiser = false;
  let etapes = { faites: 0, total: ETAPES };
  let aideUtile = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const name = token.kind === 'option' ? token.name : '';
    const value = token.kind === 'option' ? token.value : undefined;
    if (name === 'reinitialiser' && value === undefined) reinitialiser = true;
    else if (name === 'taille') {
      taille = TAILLES.find((connue) => connue === value) ?? null;
      if (taille === null) {
        problemes.push(`--taille=${value ?? ''} n'existe pas : ${TAILLES.join(', ')}.`);
      }
    } else if (name === 'etapes') {
      const [faites = 0, total = ETAPES] = (value ?? '').split('/').map(Number);
      etapes = { faites, total };
    } else {
      problemes.push(`« ${args[token.index] ?? name} » n'est pas une option de npm start.`);
      aideUtile = true;
    }
  }
  if (aideUtile) problemes.push(AIDE);
  return { taille, reinitialiser, etapes };
}

function readPorts(env: NodeJS.ProcessEnv, problemes: string[]): Record<NomDePort, number> {
  const ports = {
    portail: readPort('portail', env, problemes),
    administration: readPort('administration', env, problemes),
    identite: readPort('identite', env, problemes),
    registre: readPort('registre', env, problemes),
    etat: readPort('etat', env, problemes),
    region: readPort('region', env, problemes),
    'pole-emploi': readPort('pole-emploi', env, problemes),
    postgres: readPort('postgres', env, problemes),
  };
  const variables = new Map<number, string>();
  for (const [nom, { variable }] of Object.entries(PORTS)) {
    const port = Object.entries(ports).find(([cle]) => cle === nom)?.[1] ?? 0;
    const autre = variables.get(port);
    if (autre !== undefined) problemes.push(`${autre} et ${variable} valent tous deux ${port}.`);
    variables.set(port, variable);
  }
  return ports;
}

function readPort(nom: NomDePort, env: NodeJS.ProcessEnv, problemes: string[]): number {
  const { variable, defaut } = PORTS[nom];
  const texte = env[variable];
  if (texte === undefined) return defaut;
  const port = Number(texte);
  if (/^\d+$/.test(texte) && port >= 1 && port <= 65_535) return port;
  problemes.push(`${variable}=${texte} n'est pas un numéro de port (1 à 65535).`);
  return defaut;
}

function isHttpAddress(texte: string): boolean {
  return URL.canParse(texte) && /^https?:$/.test(new URL(texte).protocol);
}
