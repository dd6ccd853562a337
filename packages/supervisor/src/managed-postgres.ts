import { setTimeout as delay } from 'node:timers/promises';
import { type EmbeddedPostgres, ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';
import type { ProcessEvents, ProcessSnapshot, ProcessState } from './managed-process.js';

const BACKOFF_MS = [0, 200, 500, 1_000, 2_000, 5_000] as const;

/** The embedded database, kept alive: lost, it is started again on the same port. */
export class ManagedPostgres {
  #postgres: EmbeddedPostgres | null = null;
  #state: ProcessState = 'arrete';
  #since = new Date();
  #restarts = 0;
  #isWanted = false;
  /** The start under way, so that a stop in its midst leaves no server behind. */
  #starting: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: { dossier: string; port: number; bases: readonly string[] },
    private readonly events: ProcessEvents,
  ) {}

  snapshot(): ProcessSnapshot {
    return {
      nom: 'postgres',
      pid: this.#postgres?.pid ?? null,
      port: this.options.port,
      etat: this.#state,
      depuis: this.#since.toISOString(),
      redemarrages: this.#restarts,
    };
  }

  /** @throws EmbeddedPostgresError, a French sentence */
  start(): Promise<void> {
    this.#isWanted = true;
    this.#set('demarrage', null);
    this.#starting = this.#ensure().then((postgres) => this.#watch(postgres));
    return this.#starting;
  }

  /** Address of a database; stable across restarts of the server. */
  url(base: string): string {
    if (this.#postgres === null) throw new Error('The database is not started.');
    return this.#postgres.url(base);
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.#starting.catch(() => {});
    await this.#postgres?.stop({ force: true });
    this.#set('arrete', null);
  }

  async #ensure(): Promise<EmbeddedPostgres> {
    const postgres = await ensureEmbeddedPostgres(this.options);
    if (postgres.port === this.options.port) return postgres;
    // Left alive by a killed supervisor, when PORT_POSTGRES was another.
    await postgres.stop({ force: true });
    return ensureEmbeddedPostgres(this.options);
  }

  #watch(postgres: EmbeddedPostgres): void {
    this.#set('pret', postgres);
    void postgres.lost.then(() => {
      if (!this.#isWanted) return;
      this.events.onMessage('La base de données ne tourne plus ; redémarrage.');
      this.#set('attente', null);
      this.#starting = this.#startAgain();
    });
  }

  async #startAgain(): Promise<void> {
    for (let failures = 0; this.#isWanted; failures += 1) {
      await delay(BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 0);
      if (!this.#isWanted) return;
      try {
        this.#restarts += 1;
        this.#watch(await this.#ensure());
        this.events.onMessage('La base de données est de nouveau en marche.');
        return;
      } catch (error) {
        if (failures === 0) {
          this.events.onMessage(error instanceof Error ? error.message : String(error));
        }
      }
    }
  }

  #set(state: ProcessState, postgres: EmbeddedPostgres | null): void {
    this.#state = state;
    this.#postgres = postgres;
    this.#since = new Date();
    this.events.onChange();
  }
}
