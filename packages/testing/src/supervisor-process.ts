import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Partenaire } from '@passerelle/identity';

const SUPERVISOR = fileURLToPath(new URL('../../supervisor/dist/', import.meta.url));
const POLL_MS = 50;
const START_DEADLINE_MS = 180_000;
/** The supervisor promises ten seconds; beyond, it is killed and its children follow. */
const STOP_DEADLINE_MS = 20_000;

/** `npm start` without its preparation, in a process that a test holds. */
export class SupervisorProcess {
  readonly #env: NodeJS.ProcessEnv;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  /** Everything that it printed. */
  words = '';

  /** @param settings - ports, folder and whatever else `npm start` reads in its environment */
  constructor(settings: Readonly<Record<string, string>>, taille: string) {
    this.#env = { ...inheritedEnv(), ...settings };
    // It holds the other end of the channel: should this process die, it stops everything by itself.
    this.#child = spawn(process.execPath, [join(SUPERVISOR, 'main.js'), `--taille=${taille}`], {
      env: this.#env,
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

  /** Waits until the portal of that address names this state of the platform. */
  async untilState(portail: string, statut: 'pret' | 'degrade'): Promise<void> {
    const giveUpAt = Date.now() + START_DEADLINE_MS;
    while ((await stateOf(portail)) !== statut) {
      this.mustRun();
      if (Date.now() > giveUpAt) throw new Error(`Jamais « ${statut} ».\n${this.words}`);
      await delay(POLL_MS);
    }
  }

  async command(action: 'arreter' | 'demarrer', code: Partenaire | 'registre'): Promise<void> {
    const command = spawn(process.execPath, [join(SUPERVISOR, 'partenaire.js'), action, code], {
      env: this.#env,
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

/** A clean room: settings of the person who runs the tests must not reach the platform under test. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const name of ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}
