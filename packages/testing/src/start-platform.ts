import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import type { Partenaire } from '@passerelle/identity';
import { freePorts, type RegistryTokens, readRegistryTokens } from '@passerelle/supervisor';
import type { Page } from 'playwright-core';
import { type AgentSession, openAgentSession } from './agent-session.js';
import { type Acces, readAcces, readPid } from './platform-files.js';

const SUPERVISOR = fileURLToPath(new URL('../../supervisor/dist/', import.meta.url));
const POLL_MS = 50;
const START_DEADLINE_MS = 180_000;
/** The supervisor promises ten seconds; beyond, it is killed and its children follow. */
const STOP_DEADLINE_MS = 20_000;

/** The whole product, running for one test file. */
export interface Platform {
  /** Its own data folder, gone after `stop`. */
  readonly dossier: string;
  readonly portail: string;
  readonly graphql: string;
  readonly emetteur: string;
  readonly administration: string;
  readonly registre: string;
  /** With what each partner, and the platform (`commun`), speaks to the registry. */
  readonly jetons: RegistryTokens;
  /** Address of each partner's subgraph, as nobody outside should use it. */
  readonly partenaires: Readonly<Record<Partenaire, string>>;
  readonly comptes: Acces['comptes'];
  readonly integrateur: Acces['integrateur'];
  /** Signs an agent in through the portal, in the page given, and comes back to `retour`. */
  signIn(page: Page, identifiant: string, retour?: string): Promise<void>;
  /** The same without a browser: an agent's session, to speak to the graph directly. */
  openSession(identifiant: string): Promise<AgentSession>;
  /** An access token of the demonstration's integrator. */
  integratorToken(): Promise<string>;
  stopPartner(code: Partenaire | 'registre'): Promise<void>;
  startPartner(code: Partenaire | 'registre'): Promise<void>;
  /** Process of that name (`gateway`, `identite`, `registre`, `postgres`, a partner's code), to be killed. */
  pidOf(nom: string): number;
  /** Waits until the portal names this state of the platform; `pret` after a repair, for example. */
  untilState(statut: 'pret' | 'degrade'): Promise<void>;
  /** All that `npm start` has printed: who fell, and how. */
  said(): string;
  stop(): Promise<void>;
}

/**
 * Starts everything by the supervisor, as `npm start` does, on free ports and in a temporary folder;
 * resolves when the portal serves with its three partners.
 *
 * @param opts.env - settings given to every process, over those of `npm start`
 * @throws Error with the supervisor's words when it refuses
 */
export async function startPlatform(
  opts: {
    taille?: 'petite' | 'demonstration' | 'region';
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Platform> {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  // The database server may run as another user, who must be able to reach its files.
  chmodSync(dossier, 0o755);
  const ports = await freePorts();
  const env = { ...inheritedEnv(), ...ports, PASSERELLE_DOSSIER: dossier, ...opts.env };
  const supervisor = new Supervisor(env, opts.taille ?? 'petite');

  const stop = async () => {
    await supervisor.stop();
    await removeEmbeddedPostgres(dossier);
    rmSync(dossier, { recursive: true, force: true });
  };
  const local = (port: string) => `http://127.0.0.1:${port}`;
  const portail = local(ports.PORT);

  const untilState = async (statut: 'pret' | 'degrade') => {
    const giveUpAt = Date.now() + START_DEADLINE_MS;
    while ((await stateOf(portail)) !== statut) {
      supervisor.mustRun();
      if (Date.now() > giveUpAt) throw new Error(`Jamais « ${statut} ».\n${supervisor.words}`);
      await delay(POLL_MS);
    }
  };

  try {
    await untilState('pret');
  } catch (error) {
    await stop();
    throw error;
  }
  const acces = readAcces(dossier);
  const compteOf = (identifiant: string) => {
    const compte = acces.comptes.find((candidate) => candidate.identifiant === identifiant);
    if (!compte) throw new Error(`Aucun compte « ${identifiant} ».`);
    return compte;
  };

  return {
    dossier,
    portail,
    graphql: acces.graphql,
    emetteur: acces.emetteur,
    administration: local(ports.PORT_ADMIN),
    registre: local(ports.PORT_REGISTRE),
    // Read each time: the supervisor makes again those that the registry no longer knows.
    get jetons() {
      const jetons = readRegistryTokens(dossier);
      if (jetons === null) throw new Error('La plateforme n’a pas de jetons du registre.');
      return jetons;
    },
    partenaires: {
      etat: local(ports.PORT_ETAT),
      region: local(ports.PORT_REGION),
      'pole-emploi': local(ports.PORT_POLE_EMPLOI),
    },
    comptes: acces.comptes,
    integrateur: acces.integrateur,
    async signIn(page, identifiant, retour = '/') {
      const { motDePasse } = compteOf(identifiant);
      await page.goto(`${portail}/connexion?${new URLSearchParams({ retour })}`);
      await page.getByLabel('Identifiant', { exact: true }).fill(identifiant);
      await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasse);
      await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await page.waitForURL(new URL(retour, portail).href);
    },
    openSession: (identifiant) => openAgentSession({ portail, compte: compteOf(identifiant) }),
    integratorToken: () => requestIntegratorToken(acces),
    stopPartner: (code) => supervisor.command('arreter', code),
    startPartner: (code) => supervisor.command('demarrer', code),
    pidOf: (nom) => readPid(dossier, nom),
    untilState,
    said: () => supervisor.words,
    stop,
  };
}

class Supervisor {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  /** Everything that it printed. */
  words = '';

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    taille: string,
  ) {
    // It holds the other end of the channel: should this process die, it stops everything by itself.
    this.#child = spawn(process.execPath, [join(SUPERVISOR, 'main.js'), `--taille=${taille}`], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.words += text;
      });
    }
    this.#exited = new Promise((resolve) => {
      this.#child.once('close', () => resolve());
    });
  }

  mustRun(): void {
    const { exitCode, signalCode } = this.#child;
    if (exitCode === null && signalCode === null) return;
    throw new Error(`La plateforme s’est arrêtée (${signalCode ?? exitCode}).\n${this.words}`);
  }

  async command(action: 'arreter' | 'demarrer', code: Partenaire | 'registre'): Promise<void> {
    const command = spawn(process.execPath, [join(SUPERVISOR, 'partenaire.js'), action, code], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [command.stdout, command.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        words += text;
      });
    }
    const exitCode = await new Promise((resolve) => command.once('close', resolve));
    if (exitCode !== 0) throw new Error(`${action} ${code} : ${words}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const force = setTimeout(() => this.#child.kill('SIGKILL'), STOP_DEADLINE_MS);
    this.#child.kill('SIGTERM');
    await this.#exited;
    clearTimeout(force);
  }
}

async function stateOf(portail: string): Promise<string | null> {
  try {
    const body: unknown = await (await fetch(`${portail}/sante/pret`)).json();
    if (typeof body !== 'object' || body === null || !('statut' in body)) return null;
    return String(body.statut);
  } catch {
    return null;
  }
}

async function requestIntegratorToken(acces: Acces): Promise<string> {
  const { clientId, clientSecret } = acces.integrateur;
  const response = await fetch(`${acces.emetteur}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'protocole:lire:public',
    }),
  });
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'access_token' in body) {
    return String(body.access_token);
  }
  throw new Error(`Aucun jeton pour l’intégrateur : ${JSON.stringify(body)}`);
}

/** A clean room: settings of the person who runs the tests must not reach the platform under test. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const name of ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** For tests that read what a process wrote. */
export function readLog(platform: Pick<Platform, 'dossier'>, nom: string): string {
  return readFileSync(join(platform.dossier, 'logs', `${nom}.log`), 'utf8');
}
