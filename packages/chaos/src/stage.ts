import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScenarios } from '@passerelle/bench';
import type { Child } from '@passerelle/bench/processes';
import { habilitationsDemonstration, PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { type Platform, startPlatform } from '@passerelle/testing';
import { z } from 'zod';
import { startIssuer } from './issuer.js';
import { errorsTold } from './journals.js';
import { startRole } from './processes/start-role.js';
import { publishSchema } from './publisher.js';
import { readSchemas } from './schemas.js';

/** The whole product with stand-ins for the partners' services, and readers in front of it. */
export interface Stage {
  readonly platform: Platform;
  readonly schemas: Readonly<Record<Partenaire, string>>;
  /** The stand-ins' process, and where each partner's is. */
  readonly partners: Child;
  readonly origines: Readonly<Record<Partenaire, string>>;
  readonly load: Child;
  readonly subscribers: Child;
  stop(): Promise<void>;
}

/** The gateway bounds the streams of one identity to 20. */
const SUBSCRIPTIONS_PER_TOKEN = 18;
const MIX = ['protocole', 'petite', 'territoires'];
const TURNS = 20;
const JOURNAL_CHARS = 1_000;

/** Those open now, so that an interruption leaves nothing behind. */
const stages = new Set<() => Promise<void>>();

export async function closeStages(): Promise<void> {
  await Promise.all([...stages].map((stop) => stop()));
}

const portsSchema = z.object({
  ports: z.object({ etat: z.number(), region: z.number(), 'pole-emploi': z.number() }),
});

/**
 * Starts everything on free ports and in its own folder. The stand-ins take the place of the real
 * services as any new address does: each partner publishes it with its own token.
 */
async function openStage(o: { abonnements: number; say: (text: string) => void }): Promise<Stage> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    stages.delete(stop);
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  };
  stages.add(stop);
  const child = async (...of: Parameters<typeof startRole>): Promise<Child> => {
    const started = await startRole(...of);
    ends.push(() => started.stop());
    return started;
  };
  try {
    const issuer = await startIssuer();
    ends.push(() => issuer.stop());
    const clients = Array.from(
      { length: Math.max(4, Math.ceil(o.abonnements / SUBSCRIPTIONS_PER_TOKEN)) },
      (_, i) => `lecteur-${i + 1}`,
    );
    const jetons = await Promise.all(clients.map((client) => issuer.token(client)));

    o.say('Démarrage de la plateforme');
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-chaos-'));
    ends.push(async () => rmSync(folder, { recursive: true, force: true }));
    const platform = await startPlatform({
      env: {
        OIDC_EMETTEUR: issuer.adresse,
        HABILITATIONS: writeHabilitations(folder, issuer.adresse, clients),
        NIVEAU_JOURNAL: 'warn',
      },
    });
    ends.push(() => platform.stop());

    const schemas = readSchemas();
    const partners = await child('partners', { schemas });
    const { ports } = portsSchema.parse(partners.ready);
    const at = (partenaire: Partenaire): string => `http://127.0.0.1:${ports[partenaire]}`;
    const origines = { etat: at('etat'), region: at('region'), 'pole-emploi': at('pole-emploi') };
    o.say('Les partenaires publient leurs remplaçants');
    for (const partenaire of PARTENAIRES) {
      const schema = schemas[partenaire];
      await publishSchema(platform.registre, platform.jetons, partenaire, schema, at(partenaire));
    }
    const origin = platform.portail;
    return {
      platform,
      schemas,
      partners,
      origines,
      load: await child('load', { origin, jetons, bodies: mixedBodies() }),
      subscribers: await child('subscribers', {
        origin,
        jetons,
        parJeton: SUBSCRIPTIONS_PER_TOKEN,
      }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens a stage, acts, and leaves nothing; what went wrong is told with the words of the journals. */
export async function onStage<T>(
  o: { abonnements: number; say: (text: string) => void },
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await openStage(o);
  try {
    return await act(stage);
  } catch (error) {
    for (const [nom, lines] of Object.entries(errorsTold(stage.platform))) {
      for (const line of lines) o.say(`${nom} : ${line.slice(0, JOURNAL_CHARS)}`);
    }
    throw error;
  } finally {
    await stage.stop();
  }
}

/** Applications that may read what is public, added to the demonstration's people. */
function writeHabilitations(folder: string, emetteur: string, clients: readonly string[]): string {
  const { agents, integrateurs, services } = habilitationsDemonstration(emetteur);
  const [modele] = integrateurs;
  if (modele === undefined) throw new Error('The demonstration has no integrator.');
  const lecteurs = clients.map((clientId) => ({ ...modele, clientId }));
  const path = join(folder, 'habilitations.json');
  const contenu = { agents, integrateurs: lecteurs, services };
  writeFileSync(path, JSON.stringify(contenu), { mode: 0o600 });
  return path;
}

/** The portal's pages in turn, each time with other variables. */
function mixedBodies(): string[] {
  const scenarios = readScenarios().filter(({ nom }) => MIX.includes(nom));
  return Array.from({ length: TURNS }, (_, turn) =>
    scenarios.map(({ query, variables }) =>
      JSON.stringify({ query, variables: variables(turn + 1) }),
    ),
  ).flat();
}
