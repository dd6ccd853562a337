import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Audience,
  generateSigningKey,
  type Identite,
  loadSigningKey,
  signInternalToken,
} from '@passerelle/identity';
import type { Trousseau } from '@passerelle/publication';
import { createTestDatabase, type TestDatabase } from '@passerelle/subgraph/testing';
import { createApp, type Registre } from '../src/app.js';
import type { Config } from '../src/config.js';

export interface Reponse {
  readonly status: number;
  readonly headers: Headers;
  // A test looks where it wants in an answer; what it finds is compared, never trusted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly corps: any;
  readonly texte: string;
}

/** Everything of one platform that the registry needs, and the registry itself. */
export interface UnRegistre {
  readonly origin: string;
  readonly app: Registre;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly dossier: string;
  readonly racine: string;
  /** Initial trust of the gateways. */
  readonly trousseau: Trousseau;
  /** Everything that was logged, as text. */
  readonly logged: readonly string[];
  appeler(
    jeton: string | null,
    methode: string,
    chemin: string,
    corps?: unknown,
    entetes?: Record<string, string>,
  ): Promise<Reponse>;
  /** A new token of this kind, made as an administrator would. */
  jeton(editeur: string, genre: string): Promise<string>;
  /** As a gateway speaks for an agent. */
  jetonInterne(
    identite: Identite,
    options?: { audience?: Audience; maintenant?: Date },
  ): Promise<string>;
  /** Another process of the same registry. */
  replique(): Promise<{ origin: string; app: Registre; stop(): Promise<void> }>;
  stop(): Promise<void>;
}

export async function unRegistre(
  precisions: Partial<Config> & { through?: (databaseUrl: string) => Promise<string> } = {},
): Promise<UnRegistre> {
  const { through = async (url) => url, ...reste } = precisions;
  const database = await createTestDatabase();
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-registre-'));
  mkdirSync(join(dossier, 'secrets'));
  const secret = (nom: string): string => join(dossier, 'secrets', nom);
  const publications = await generateSigningKey();
  const internes = await generateSigningKey();
  const racine = `psr_racine_${randomBytes(32).toString('base64url')}`;
  writeFileSync(secret('publications.privee.json'), JSON.stringify(publications.privee));
  writeFileSync(secret('publications.publiques.json'), JSON.stringify(publications.publiques));
  writeFileSync(secret('jetons-internes.publiques.json'), JSON.stringify(internes.publiques));
  writeFileSync(secret('registre-racine.jeton'), `${racine}\n`);
  const cleInterne = await loadSigningKey(internes.privee);
  const config: Config = {
    production: false,
    hote: '127.0.0.1',
    port: 0,
    dossier,
    databaseUrl: await through(database.url),
    clePrivee: secret('publications.privee.json'),
    clesPubliques: secret('publications.publiques.json'),
    jetonsInternesJwks: secret('jetons-internes.publiques.json'),
    racineFichier: secret('registre-racine.jeton'),
    fichiers: { genre: 'dossier', chemin: join(dossier, 'fichiers') },
    carte: null,
    deriveMs: 3_600_000,
    seuilIncidents: { montages: 20, erreurs: 5, pourcent: 5, agents: 1, minutes: 10 },
    poolSize: 10,
    statementTimeoutMs: 10_000,
    niveauJournal: 'info',
    ...reste,
  };
  const logged: string[] = [];
  const keep = (fields: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(fields, errorsAsText)}`);
  };
  const log = { info: keep, warn: keep, error: keep };

  async function start(): Promise<{ origin: string; app: Registre; stop(): Promise<void> }> {
    const app = await createApp(config, log);
    const origin = `http://127.0.0.1:${await app.start()}`;
    await app.ready();
    return { origin, app, stop: () => app.stop() };
  }
  const premier = await start();
  const repliques: Awaited<ReturnType<typeof start>>[] = [];
  const appeler = callsTo(premier.origin);
  const administrations = new Map<string, string>();

  async function administration(editeur: string): Promise<string> {
    const known = administrations.get(editeur);
    if (known !== undefined) return known;
    const demande = { nom: 'premier', genre: 'administration', editeur };
    const { corps } = await appeler(racine, 'POST', '/v1/jetons', demande);
    administrations.set(editeur, corps.secret);
    return corps.secret;
  }

  return {
    ...premier,
    config,
    database,
    dossier,
    racine,
    trousseau: publications.publiques,
    logged,
    appeler,
    async jeton(editeur, genre) {
      if (genre === 'administration') return administration(editeur);
      const auteur = genre === 'passerelle' ? racine : await administration(editeur);
      const demande = { nom: `${editeur}-${genre}`, genre };
      const { status, corps } = await appeler(auteur, 'POST', '/v1/jetons', demande);
      if (status !== 201) throw new Error(JSON.stringify(corps));
      return corps.secret;
    },
    jetonInterne: (identite, options = {}) =>
      signInternalToken(identite, { cle: cleInterne, audience: 'registre', ...options }),
    async replique() {
      const autre = await start();
      repliques.push(autre);
      return autre;
    },
    async stop() {
      for (const each of repliques) await each.stop();
      await premier.stop();
      await database.release();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

export function callsTo(origin: string): UnRegistre['appeler'] {
  return async (jeton, method, chemin, corps, entetes = {}) => {
    const response = await fetch(`${origin}${chemin}`, {
      method,
      headers: {
        ...(jeton !== null && { authorization: `Bearer ${jeton}` }),
        ...(corps !== undefined && { 'content-type': 'application/json' }),
        ...entetes,
      },
      ...(corps !== undefined && { body: JSON.stringify(corps) }),
    });
    const texte = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      texte,
      corps: isJson ? JSON.parse(texte) : undefined,
    };
  };
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? String(value.stack) : value;
}
