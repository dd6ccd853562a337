import { availableParallelism } from 'node:os';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { z } from 'zod';
import { quantile } from '../quantile.js';
import { FRONTENDS, MODELES } from '../rooms.js';
import { type Question, readQuestions } from './documents.js';
import type { PageFigure, PagesFigures } from './figures.js';
import { valeursDe } from './valeurs.js';

export interface PagesOptions {
  readonly taille: 'petite' | 'demonstration' | 'region';
  /** Measured requests of each query. */
  readonly requetes: number;
  /** Names of queries; empty: all. */
  readonly seules: readonly string[];
}

/** Plans, prepared statements and the database's own cache: a page is not measured cold. */
const ECHAUFFEMENT = 15;

/** Who looks at a front end's pages. */
const AGENTS: Readonly<Record<string, string>> = {
  etat: 'etat.chef-de-projet',
  region: 'region.charge-de-mission',
  'pole-emploi': 'pole-emploi.directeur-territorial',
};
const AGENT_DE_LA_COQUILLE = 'etat.chef-de-projet';

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
});
const introspection = z.custom<Parameters<typeof buildClientSchema>[0]>(
  (value) => typeof value === 'object' && value !== null && '__schema' in value,
);
const idsShape = z.record(
  z.string(),
  z.object({ nodes: z.array(z.object({ id: z.string() })) }).nullable(),
);

/**
 * How long each query of each page of the portal takes at the gateway of a whole platform of this
 * size, signed in as an agent, one request after another. Leaves no process behind.
 */
export async function runPages(
  { taille, requetes, seules }: PagesOptions,
  say: (text: string) => void,
): Promise<PagesFigures> {
  say(`Démarrage de la plateforme, taille « ${taille} »`);
  const platform = await startPlatform({ taille });
  try {
    const sessions = await openSessions(platform);
    const schema = await readSchema(sessionOf(sessions, 'shell'));
    const pages: PageFigure[] = [];
    const nonMesurees: { question: string; raison: string }[] = [];
    const questions = readQuestions(FRONTENDS, MODELES).filter(
      ({ nom }) => seules.length === 0 || seules.includes(nom),
    );
    for (const question of questions) {
      const nom = `${question.fichier} ${question.nom}`;
      const session = sessionOf(sessions, question.front);
      const valeurs = await valeursDe(question.operation, schema, (liste) =>
        readIds(session, liste),
      );
      if ('manque' in valeurs) {
        nonMesurees.push({ question: nom, raison: valeurs.manque });
        continue;
      }
      say(nom);
      pages.push(await measure(session, question, valeurs.variables, requetes));
    }
    return {
      date: new Date().toISOString(),
      node: process.versions.node,
      cores: availableParallelism(),
      taille,
      requetes,
      pages: pages.sort((a, b) => b.p95Ms - a.p95Ms),
      nonMesurees,
    };
  } finally {
    await platform.stop();
  }
}

async function openSessions(platform: Platform): Promise<ReadonlyMap<string, AgentSession>> {
  const sessions = new Map<string, AgentSession>();
  for (const agent of new Set([...Object.values(AGENTS), AGENT_DE_LA_COQUILLE])) {
    sessions.set(agent, await platform.openSession(agent));
  }
  return sessions;
}

function sessionOf(sessions: ReadonlyMap<string, AgentSession>, front: string): AgentSession {
  const session = sessions.get(AGENTS[front] ?? AGENT_DE_LA_COQUILLE);
  if (session === undefined) throw new Error(`Personne n’est connecté pour ${front}.`);
  return session;
}

async function readSchema(session: AgentSession): Promise<GraphQLSchema> {
  const { body } = await session.graphql(getIntrospectionQuery({ descriptions: false }));
  return buildClientSchema(introspection.parse(answerShape.parse(body).data));
}

async function readIds(session: AgentSession, liste: string): Promise<readonly string[]> {
  const { body } = await session.graphql(`{ ${liste}(first: 50) { nodes { id } } }`);
  const { data } = answerShape.parse(body);
  return idsShape.parse(data ?? {})[liste]?.nodes.map(({ id }) => id) ?? [];
}

async function measure(
  session: AgentSession,
  { front, fichier, nom, texte }: Question,
  variables: (turn: number) => Readonly<Record<string, unknown>>,
  requetes: number,
): Promise<PageFigure> {
  const durees: number[] = [];
  const erreurs = new Set<string>();
  let octets = 0;
  for (let turn = -ECHAUFFEMENT; turn < requetes; turn += 1) {
    const start = performance.now();
    const { body } = await session.graphql(texte, { ...variables(turn + ECHAUFFEMENT) });
    const ms = performance.now() - start;
    if (turn < 0) continue;
    durees.push(ms);
    octets = Math.max(octets, JSON.stringify(body).length);
    for (const { extensions } of answerShape.parse(body).errors ?? []) {
      erreurs.add(String(extensions?.['code']));
    }
  }
  const sorted = durees.toSorted((a, b) => a - b);
  return {
    front,
    fichier,
    question: nom,
    p50Ms: rounded(quantile(sorted, 0.5)),
    p95Ms: rounded(quantile(sorted, 0.95)),
    maxMs: rounded(quantile(sorted, 1)),
    octets,
    erreurs: [...erreurs].sort(),
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
