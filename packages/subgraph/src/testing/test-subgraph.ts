import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generateSigningKey,
  type Identite,
  loadSigningKey,
  type Partenaire,
  signInternalToken,
} from '@passerelle/identity';
import type { Subgraph, SubgraphLog, SubgraphOptions } from '../app/create-subgraph.js';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import { type EventReader, readEvents } from './event-reader.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export type CreateApp = (
  config: SubgraphConfig,
  log: SubgraphLog,
  options?: Pick<SubgraphOptions, 'onStatement'>,
) => Promise<Subgraph>;

export interface GraphqlAnswer {
  readonly status: number;
  // A test looks where it wants in an answer; what it finds is compared, never trusted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface TestSubgraph {
  readonly app: Subgraph;
  readonly origin: string;
  readonly database: TestDatabase;
  /** Where it writes files. */
  readonly dossier: string;
  /** Names of the read statements since the last call to `forgetStatements`. */
  readonly statements: readonly string[];
  forgetStatements(): void;
  /** Everything that was logged, as text: tests look for what must not be there. */
  readonly logged: readonly string[];
  /** A valid token of this identity; for another audience when one is named. */
  token(
    identite: Identite,
    options?: { audience?: Partenaire; maintenant?: Date },
  ): Promise<string>;
  query(identite: Identite, document: string, variables?: object): Promise<GraphqlAnswer>;
  /** The same, with any headers and body. */
  post(path: string, headers: Record<string, string>, body: string): Promise<Response>;
  subscribe(identite: Identite, document: string, variables?: object): Promise<EventReader>;
  stop(): Promise<void>;
}

/** A real subgraph on a real database, with real tokens, on a free port. */
export async function startTestSubgraph(options: {
  partenaire: Partenaire;
  createApp: CreateApp;
  config?: Partial<SubgraphConfig>;
}): Promise<TestSubgraph> {
  const { partenaire, createApp } = options;
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-jetons-'));
  const jwksPath = join(dossier, 'jetons.json');
  const { privee, publiques } = await generateSigningKey();
  writeFileSync(jwksPath, JSON.stringify(publiques));
  const cle = await loadSigningKey(privee);
  const cleDesActes = join(dossier, 'actes.privee.json');
  writeFileSync(
    cleDesActes,
    JSON.stringify((await generateSigningKey(`actes-${partenaire}-`)).privee),
  );
  const database = await createTestDatabase();

  const statements: string[] = [];
  const logged: string[] = [];
  const keep = (fields: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(fields, errorsAsText)}`);
  };
  const app = await createApp(
    {
      production: false,
      hote: '127.0.0.1',
      port: 0,
      region: '32',
      dossier,
      databaseUrl: database.url,
      portPostgres: 0,
      jwksPath,
      demonstration: true,
      taille: 'petite',
      niveauJournal: 'info',
      seuilMasquage: 11,
      poolSize: 5,
      statementTimeoutMs: 10_000,
      courriel: {
        smtpUrl: null,
        de: 'passerelle@passerelle.invalid',
        domaines: ['passerelle.invalid'],
        portail: 'http://portail.invalid',
      },
      actes: { cle: cleDesActes, cles: join(dossier, 'actes.publiques.json') },
      graphe: null,
      ...options.config,
    },
    { info: keep, warn: keep, error: keep },
    { onStatement: ({ name }) => void statements.push(name) },
  );
  const origin = `http://127.0.0.1:${await app.start()}`;
  await app.ready();

  const token: TestSubgraph['token'] = (identite, { audience = partenaire, maintenant } = {}) =>
    signInternalToken(identite, { cle, audience, ...(maintenant && { maintenant }) });
  const post: TestSubgraph['post'] = (path, headers, body) =>
    fetch(`${origin}${path}`, { method: 'POST', headers, body });
  const headersOf = async (identite: Identite): Promise<Record<string, string>> => ({
    'content-type': 'application/json',
    authorization: `Bearer ${await token(identite)}`,
  });

  return {
    app,
    origin,
    database,
    dossier,
    statements,
    forgetStatements: () => void statements.splice(0),
    logged,
    token,
    post,
    async query(identite, query, variables = {}) {
      const body = JSON.stringify({ query, variables });
      const response = await post('/graphql', await headersOf(identite), body);
      const answer = (await response.json()) as Partial<GraphqlAnswer>;
      return { status: response.status, data: answer.data, errors: answer.errors ?? [] };
    },
    async subscribe(identite, query, variables = {}) {
      const headers = { ...(await headersOf(identite)), accept: 'text/event-stream' };
      const body = JSON.stringify({ query, variables });
      return readEvents(`${origin}/graphql/stream`, headers, body);
    },
    async stop() {
      await app.stop();
      await database.release();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? String(value.stack) : value;
}
