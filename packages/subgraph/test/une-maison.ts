import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generateSigningKey,
  type Partenaire,
  type PrivateJwk,
  type PublicJwk,
} from '@passerelle/identity';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Acte } from '../src/actes/domain/acte.js';
import { createSubgraph } from '../src/app/create-subgraph.js';
import type { Feature, FeatureDeps } from '../src/app/feature.js';
import { sqlWriterOf } from '../src/database/sql-writer.js';
import { startTestSubgraph, type TestSubgraph, unResponsable } from '../src/testing/index.js';
import { SECRET_DU_SERVICE } from './un-relais.js';

/** Keys of the acts of the three houses, in files as the supervisor writes them. */
export interface Trousseau {
  readonly cles: string;
  readonly secret: string;
  privee(partenaire: Partenaire): string;
  readonly jwk: Readonly<Record<Partenaire, PrivateJwk>>;
  /** A new pair for that house: its public half beside the former one, its private half in its place. */
  changerDeCle(partenaire: Partenaire): Promise<void>;
  supprimer(): void;
}

export async function unTrousseau(): Promise<Trousseau> {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-actes-'));
  const cles = join(dossier, 'publiques.json');
  const publiques = new Map<Partenaire, PublicJwk[]>();
  const paire = async (partenaire: Partenaire): Promise<PrivateJwk> => {
    const { privee, publiques: publiee } = await generateSigningKey(`actes-${partenaire}-`);
    publiques.set(partenaire, [...(publiques.get(partenaire) ?? []), ...publiee.keys]);
    writeFileSync(join(dossier, `${partenaire}.json`), JSON.stringify(privee));
    const toutes = [...publiques].map(([maison, keys]) => [maison, { keys }] as const);
    writeFileSync(cles, JSON.stringify(Object.fromEntries(toutes)));
    return privee;
  };
  const jwk = {
    etat: await paire('etat'),
    region: await paire('region'),
    'pole-emploi': await paire('pole-emploi'),
  };
  const secret = join(dossier, 'service.secret');
  writeFileSync(secret, `${SECRET_DU_SERVICE}\n`);
  return {
    cles,
    secret,
    privee: (partenaire) => join(dossier, `${partenaire}.json`),
    jwk,
    async changerDeCle(partenaire) {
      await paire(partenaire);
    },
    supprimer: () => rmSync(dossier, { recursive: true, force: true }),
  };
}

/** A house with one thing in it: what it learnt of the acts « ESSAI », its own included. */
export interface Maison {
  readonly subgraph: TestSubgraph;
  signer(texte: string): Promise<Acte>;
  /** What its reactions wrote, in the order in which they did: « region 3 bonjour ». */
  appris(): Promise<readonly string[]>;
  copies(): Promise<number>;
  /** « à jour jusqu’au n° 3 », by house. */
  suivi(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

class CreerAppris1 implements MigrationInterface {
  name = 'CreerAppris1795305600299';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE appris (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, texte text NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appris');
  }
}

export async function uneMaison(options: {
  partenaire: Partenaire;
  trousseau: Trousseau;
  /** Address of the relay; without one it follows nobody. */
  relais?: string;
  /** Of a house already started: another process on the same data. */
  databaseUrl?: string;
  /** Called by its reaction once it has written: what it throws must undo that too. */
  apresAvoirAppris?: (texte: string) => void;
}): Promise<Maison> {
  const { partenaire, trousseau, relais, databaseUrl } = options;
  let deps: FeatureDeps | undefined;
  const essai: Feature = {
    migrations: [CreerAppris1],
    graph: (given) => {
      deps = given;
      return { resolvers: [] };
    },
    codes: [],
    reactions: {
      ESSAI: async ({ partenaire: maison, numero, charge }, sql) => {
        const texte = `${maison} ${numero} ${texteOf(charge)}`;
        await sql.query('INSERT INTO appris (texte) VALUES ($1)', [texte]);
        options.apresAvoirAppris?.(texte);
      },
    },
  };
  const subgraph = await startTestSubgraph({
    partenaire,
    createApp: (config, log, more) =>
      createSubgraph({ partenaire, features: [essai], config, log, ...more }),
    config: {
      ...(databaseUrl && { databaseUrl }),
      actes: { cle: trousseau.privee(partenaire), cles: trousseau.cles },
      graphe:
        relais === undefined
          ? null
          : {
              adresse: `${relais}/graphql`,
              emetteur: relais,
              clientId: `service-${partenaire}`,
              secretFichier: trousseau.secret,
            },
    },
  });

  function mustBeWired(): FeatureDeps {
    if (!deps) throw new Error('the feature was not wired');
    return deps;
  }

  return {
    subgraph,
    signer(texte) {
      const { database, actes } = mustBeWired();
      const agent = unResponsable(partenaire);
      return database.write(agent, (manager) =>
        actes.signer(sqlWriterOf(manager), agent, {
          nature: 'ESSAI',
          sujet: `essai:${texte}`,
          charge: { texte },
        }),
      );
    },
    appris: () =>
      mustBeWired().database.write('systeme', async (manager) => {
        const rows = await sqlWriterOf(manager).query<{ texte: string }>(
          'SELECT texte FROM appris ORDER BY id',
        );
        return rows.map(({ texte }) => texte);
      }),
    copies: () =>
      mustBeWired().database.write('systeme', async (manager) => {
        const [row] = await sqlWriterOf(manager).query<{ nombre: number }>(
          'SELECT count(*)::int AS nombre FROM acte WHERE partenaire <> $1',
          [partenaire],
        );
        return row?.nombre ?? 0;
      }),
    async suivi() {
      const body: unknown = await (await fetch(`${subgraph.origin}/sante/pret`)).json();
      return (body as { actes?: Record<string, string> }).actes ?? {};
    },
    stop: () => subgraph.stop(),
  };
}

function texteOf(charge: unknown): string {
  return typeof charge === 'object' && charge !== null && 'texte' in charge
    ? String(charge.texte)
    : '';
}
