import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { giveWay } from './give-way.js';
import { lastLines, openLog } from './log-file.js';
import { probe } from './probe.js';
import { signalGroup } from './process-signals.js';
import { StartRefusal } from './start-refusal.js';

export interface ProcessDefinition {
  readonly nom: string;
  readonly libelle: string;
  /** Absolute path of the program. */
  readonly script: string;
  readonly port: number;
  /** Page that answers 200 when the process can serve. */
  readonly sante: string;
  readonly env: NodeJS.ProcessEnv;
  /** Leaves the processors to the others when they are short: nobody waits for it with a page open. */
  readonly cedeLePas?: boolean;
}

export type ProcessState = 'demarrage' | 'pret' | 'attente' | 'arrete';

export interface ProcessSnapshot {
  nom: string;
  pid: number | null;
  port: number;
  etat: ProcessState;
  depuis: string;
  redemarrages: number;
}

export interface ProcessEvents {
  /** The snapshot is another. */
  onChange(): void;
  /** Something that the person at the keyboard should read. */
  onMessage(message: string): void;
}

const POLL_MS = 50;
const READY_DEADLINE_MS = 300_000;
const STABLE_AFTER_MS = 30_000;
const KEEP_TRYING_AFTER_MS = 2_000;
const BACKOFF_MS = [100, 500, 1_000, 2_000, 5_000, 10_000] as const;
const WATCH_PARENT = fileURLToPath(new URL('./watch-parent.js', import.meta.url));

/** One child process with a life: started, watched, started again when it falls, stopped. */
export class ManagedProcess {
  #child: ChildProcess | null = null;
  #exited: Promise<void> = Promise.resolve();
  /** The stop under way: a start waits for its end, since the old process holds the port. */
  #stopping: Promise<void> | null = null;
  #state: ProcessState = 'arrete';
  #since = new Date();
  #restarts = 0;
  #failuresInARow = 0;
  #startOfLog = 0;
  #isWanted = false;
  /** Until the first readiness, a fall is told to the caller of `start` instead of being repaired. */
  #isStarting = false;
  /** Changes at each stop, so that a wait begun before knows that it is over. */
  #life = 0;

  constructor(
    readonly definition: ProcessDefinition,
    private readonly logs: string,
    private readonly events: ProcessEvents,
  ) {}

  snapshot(): ProcessSnapshot {
    return {
      nom: this.definition.nom,
      pid: this.#child?.pid ?? null,
      port: this.definition.port,
      etat: this.#state,
      depuis: this.#since.toISOString(),
      redemarrages: this.#restarts,
    };
  }

  /**
   * Starts the process and waits until it can serve.
   *
   * @throws StartRefusal when it ends before, with its last words
   */
  async start(): Promise<void> {
    if (this.#isWanted) return;
    this.#isWanted = true;
    const life = this.#life;
    // Only when there is one: otherwise the process is there as soon as `start` is called.
    if (this.#stopping !== null) await this.#stopping;
    if (life !== this.#life) return;
    this.#failuresInARow = 0;
    this.#isStarting = true;
    this.#spawn();
    const outcome = await this.#untilReady(life);
    // Stopped meanwhile, and perhaps started again: what follows is no longer this start's.
    if (outcome === 'stopped') return;
    this.#isStarting = false;
    if (outcome === 'ready') return;
    const refusal = this.#refusal(outcome);
    await this.stop(0);
    throw refusal;
  }

  /** Instead of `start`, for what may come up later: tries until it holds, and says so. */
  keepTrying(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#isStarting = false;
    this.#set('attente');
    void this.#restart(KEEP_TRYING_AFTER_MS, this.#life);
  }

  /** Asks to stop, then forces after `forceAfterMs`; resolves when no process is left. */
  stop(forceAfterMs: number): Promise<void> {
    this.#isWanted = false;
    this.#isStarting = false;
    this.#life += 1;
    const stopping = this.#end(forceAfterMs, this.#life).finally(() => {
      if (this.#stopping === stopping) this.#stopping = null;
    });
    this.#stopping = stopping;
    return stopping;
  }

  async #end(forceAfterMs: number, life: number): Promise<void> {
    const pid = this.#child?.pid;
    if (pid !== undefined) {
      signalGroup(pid, 'SIGTERM');
      const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), forceAfterMs);
      await this.#exited;
      clearTimeout(force);
    }
    if (life === this.#life) this.#set('arrete');
  }

  #spawn(): void {
    const { definition } = this;
    const log = openLog(join(this.logs, `${definition.nom}.log`));
    this.#startOfLog = fstatSync(log).size;
    const child = spawn(process.execPath, ['--import', WATCH_PARENT, definition.script], {
      cwd: this.logs,
      env: definition.env,
      // Its own group: the terminal's Ctrl-C reaches the supervisor alone, which stops in order.
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
    });
    closeSync(log);
    if (definition.cedeLePas === true && child.pid !== undefined) giveWay(child.pid);
    const life = this.#life;
    this.#child = child;
    this.#set('demarrage');
    this.#exited = new Promise((resolve) => {
      const over = (): void => {
        // Whatever the process had started itself.
        if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
        if (this.#child === child) this.#child = null;
        resolve();
        // A stop asked for this end, even when a start already waits for it.
        const isOurs = life === this.#life;
        if (isOurs && this.#isWanted && !this.#isStarting) this.#fell(child);
      };
      child.once('exit', over);
      child.once('error', () => {
        if (child.pid === undefined) over();
      });
    });
    // The pipe tells the child that we live; its error only says that the child is gone.
    child.stdio[3]?.on('error', () => {});
  }

  async #untilReady(life: number): Promise<'ready' | 'stopped' | 'exited' | 'late'> {
    const giveUpAt = Date.now() + READY_DEADLINE_MS;
    for (;;) {
      if (life !== this.#life) return 'stopped';
      if (this.#child === null) return 'exited';
      if ((await probe(this.definition.sante)) === 200 && life === this.#life) {
        if (this.#child === null) return 'exited';
        this.#set('pret');
        return 'ready';
      }
      if (Date.now() > giveUpAt) return 'late';
      await delay(POLL_MS);
    }
  }

  #fell(child: ChildProcess): void {
    if (Date.now() - this.#since.getTime() > STABLE_AFTER_MS) this.#failuresInARow = 0;
    const waitMs = BACKOFF_MS[Math.min(this.#failuresInARow, BACKOFF_MS.length - 1)] ?? 0;
    this.#failuresInARow += 1;
    this.#set('attente');
    const why = child.signalCode ?? `code ${child.exitCode}`;
    this.events.onMessage(`${this.definition.libelle} ne tourne plus (${why}) ; redémarrage.`);
    void this.#restart(waitMs, this.#life);
  }

  async #restart(waitMs: number, life: number): Promise<void> {
    await delay(waitMs);
    if (life !== this.#life) return;
    this.#restarts += 1;
    try {
      this.#spawn();
    } catch (error) {
      this.events.onMessage(`${this.definition.libelle} ne redémarre pas : ${String(error)}`);
      void this.#restart(BACKOFF_MS[BACKOFF_MS.length - 1] ?? waitMs, life);
      return;
    }
    const outcome = await this.#untilReady(life);
    if (outcome === 'ready') {
      this.events.onMessage(`${this.definition.libelle} est de nouveau en marche.`);
    }
  }

  #refusal(outcome: 'exited' | 'late'): StartRefusal {
    const path = join(this.logs, `${this.definition.nom}.log`);
    const words = lastLines(path, this.#startOfLog, 12).map((line) => `  ${wordsOf(line)}`);
    const what =
      outcome === 'exited'
        ? `${this.definition.libelle} n'a pas pu démarrer.`
        : `${this.definition.libelle} n'est toujours pas prêt après cinq minutes.`;
    return new StartRefusal([`${what} Journal complet : ${path}`, ...words].join('\n'));
  }

  #set(state: ProcessState): void {
    this.#state = state;
    this.#since = new Date();
    this.events.onChange();
  }
}

/** A log line says its message; what is not one, such as a stack, is shown as it is. */
function wordsOf(line: string): string {
  try {
    const parsed: unknown = JSON.parse(line);
    const hasWords = typeof parsed === 'object' && parsed !== null && 'msg' in parsed;
    return hasWords && typeof parsed.msg === 'string' ? parsed.msg : line;
  } catch {
    return line;
  }
}
