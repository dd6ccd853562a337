import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '@passerelle/embedded-postgres';
import { NOM_PARTENAIRE, PARTENAIRES } from '@passerelle/identity';
import { checkDisk } from './check-disk.js';
import { checkPorts } from './check-ports.js';
import { type Commande, listenForCommands, type Reponse } from './command-socket.js';
import { baseOf, type Config, embarques, type Titulaire } from './config.js';
import { endOrphans } from './end-orphans.js';
import { eraseData } from './erase-data.js';
import { ManagedPostgres } from './managed-postgres.js';
import { ManagedProcess, type ProcessDefinition } from './managed-process.js';
import type { ProcessDefinitions } from './process-definitions.js';
import type { Progress } from './progress.js';
import { writeAcces, writeHabilitations } from './published-files.js';
import { hasKeptPublication } from './registre/kept-publication.js';
import { publishCheckout } from './registre/publish-checkout.js';
import { ensureSecrets, type Secrets } from './secrets.js';
import {
  type Demonstration,
  keepDemonstration,
  settleDemonstration,
} from './settle-demonstration.js';
import { takeDossier } from './single-instance.js';
import { StartRefusal } from './start-refusal.js';
import { removeStateFile, writeStateFile } from './state-file.js';
import { makeFolder } from './write-file.js';

export interface PlatformDeps {
  readonly config: Config;
  readonly progress: Progress;
  readonly describe: (
    config: Config,
    demonstration: Demonstration,
    databaseUrl: (titulaire: Titulaire) => string,
  ) => ProcessDefinitions;
  /** What happens after the start, for the person at the keyboard. */
  readonly onMessage: (message: string) => void;
}

/** Everything together must be gone within ten seconds of the signal. */
const GATEWAY_PATIENCE_MS = 2_000;
const FORCE_AFTER_MS = 5_500;

/** All that runs on one machine, from the first file written to the last process stopped. */
export class Platform {
  readonly #deps: PlatformDeps;
  readonly #processes = new Map<string, ManagedProcess>();
  #postgres: ManagedPostgres | null = null;
  #commands: { path: string; close(): Promise<void> } | null = null;
  #lock: { release(): Promise<void> } | null = null;
  #stopping: Promise<void> | null = null;
  /** Why the registry did not start, when the rest goes on without it. */
  #registryRefusal = '';
  /** Why the state could not be written last time: said once, not at each change. */
  #unwritten = '';

  constructor(deps: PlatformDeps) {
    this.#deps = deps;
  }

  /**
   * Starts everything and waits until the portal can serve. When something refuses, all that was
   * started is stopped before the refusal is thrown.
   *
   * @returns the secrets to show, or null when `stop` was asked meanwhile
   * @throws StartRefusal
   */
  async start(): Promise<Secrets | null> {
    try {
      return await this.#start();
    } catch (error) {
      if (this.#stopping !== null) return null;
      await this.stop();
      throw error instanceof EmbeddedPostgresError ? new StartRefusal(error.message, error) : error;
    }
  }

  /** Stops everything in the reverse order of the flow; resolves when no process is left. */
  stop(): Promise<void> {
    if (this.#stopping === null) {
      this.#stopping = this.#stop();
      // Told at once: the next start waits for this stop instead of being refused.
      if (this.#processes.size > 0) this.#writeState();
    }
    return this.#stopping;
  }

  async #start(): Promise<Secrets> {
    const { config, progress } = this.#deps;
    makeFolder(config.dossier, 0o755);
    this.#lock = await takeDossier(config.dossier);
    for (const folder of ['data', 'logs']) makeFolder(join(config.dossier, folder), 0o755);
    const demonstration = settleDemonstration(config);
    // Known without the database: enough to recognise and end what a killed supervisor left.
    await endOrphans(config.dossier, listed(this.#deps.describe(config, demonstration, () => '')));
    await checkPorts(config);
    this.#goOn();
    if (config.reinitialiser) await eraseData(config.dossier);
    checkDisk(config.dossier, !hasCluster(config.dossier));
    const secrets = await ensureSecrets(config);
    writeHabilitations(config);
    this.#goOn();
    await progress.step('Base de données', () => this.#startPostgres());
    this.#goOn();
    keepDemonstration(config, demonstration);
    const definitions = this.#deps.describe(config, demonstration, (titulaire) =>
      this.#databaseUrl(titulaire),
    );
    this.#commands = await listenForCommands(config.dossier, (commande) => this.#act(commande));
    writeAcces(config, secrets);
    this.#goOn();
    const services = listed(definitions).filter(
      ({ nom }) => !['registre', 'gateway'].includes(nom),
    );
    await progress.step('Registre, identité et services des trois partenaires', () =>
      Promise.all([this.#startTogether(services), this.#startRegistry(definitions.registre)]),
    );
    this.#goOn();
    await this.#publish(secrets);
    this.#goOn();
    await progress.step('Passerelle et portail', () => this.#startTogether([definitions.gateway]));
    this.#goOn();
    return secrets;
  }

  /** Nothing more is started once a stop was asked; `start` turns this into null. */
  #goOn(): void {
    if (this.#stopping !== null) throw new Error('Stopped while starting.');
  }

  async #startPostgres(): Promise<void> {
    const { config } = this.#deps;
    const bases = embarques(config).map(baseOf);
    if (bases.length === 0) return;
    const { dossier } = config;
    this.#postgres = new ManagedPostgres(
      { dossier, port: config.ports.postgres, bases },
      this.#events,
    );
    await this.#postgres.start();
  }

  #databaseUrl(titulaire: Titulaire): string {
    const externe = this.#deps.config.basesExternes[titulaire];
    if (externe !== null) return externe;
    if (this.#postgres === null) throw new Error('The embedded database is not started.');
    return this.#postgres.url(baseOf(titulaire));
  }

  /** Without it the gateway serves what it has kept: only a first start needs it. */
  async #startRegistry(definition: ProcessDefinition): Promise<void> {
    try {
      await this.#startTogether([definition]);
    } catch (error) {
      const isRefused = error instanceof StartRefusal;
      if (!isRefused || !hasKeptPublication(this.#deps.config.dossier)) throw error;
      this.#registryRefusal = error.message;
    }
  }

  async #publish({ jetonRacine }: Secrets): Promise<void> {
    const { config, progress, onMessage } = this.#deps;
    if (this.#registryRefusal !== '') {
      onMessage(
        `${this.#registryRefusal}\nLa passerelle sert la dernière publication qu'elle a gardée ; le registre est relancé jusqu'à ce qu'il tienne.`,
      );
      this.#processes.get('registre')?.keepTrying();
      return;
    }
    const notes = await progress.step('Publication des trois partenaires', () =>
      publishCheckout(config, jetonRacine),
    );
    for (const note of notes) onMessage(note);
  }

  async #startTogether(definitions: readonly ProcessDefinition[]): Promise<void> {
    const starts = definitions.map((definition) => {
      const logs = join(this.#deps.config.dossier, 'logs');
      const managed = new ManagedProcess(definition, logs, this.#events);
      this.#processes.set(definition.nom, managed);
      return managed.start();
    });
    await Promise.all(starts);
  }

  async #act({ action, partenaire }: Commande): Promise<Reponse> {
    const managed = this.#processes.get(partenaire);
    const nom = partenaire === 'registre' ? 'Registre' : NOM_PARTENAIRE[partenaire];
    if (managed === undefined || this.#stopping !== null) {
      return { ok: false, message: `${nom} : la plateforme n'est pas prête.` };
    }
    if (action === 'arreter') {
      await managed.stop(FORCE_AFTER_MS);
      return { ok: true, message: `${nom} : arrêté.` };
    }
    await managed.start();
    const { etat } = managed.snapshot();
    if (etat === 'pret') return { ok: true, message: `${nom} : en marche.` };
    if (etat === 'arrete') return { ok: false, message: `${nom} : arrêté entre-temps.` };
    return { ok: true, message: `${nom} : démarrage déjà en cours.` };
  }

  readonly #events = {
    onChange: (): void => this.#writeState(),
    onMessage: (message: string): void => this.#deps.onMessage(message),
  };

  #writeState(): void {
    const postgres = this.#postgres === null ? [] : [this.#postgres.snapshot()];
    const processes = [...this.#processes.values()].map((managed) => managed.snapshot());
    try {
      writeStateFile(this.#deps.config.dossier, {
        superviseur: process.pid,
        arret: this.#stopping !== null,
        commande: this.#commands?.path ?? '',
        processus: [...postgres, ...processes],
      });
      this.#unwritten = '';
    } catch (error) {
      // A disk that fills up must not bring down what still serves.
      const why = error instanceof Error ? error.message : String(error);
      if (why !== this.#unwritten) this.#deps.onMessage(why);
      this.#unwritten = why;
    }
  }

  async #stop(): Promise<void> {
    const { gateway, others } = this.#split();
    // The gateway first, so that it answers what it has begun; the others do not wait for it long.
    const gatewayStops = gateway?.stop(FORCE_AFTER_MS);
    await Promise.race([gatewayStops, patience(GATEWAY_PATIENCE_MS)]);
    const forceAfterMs = FORCE_AFTER_MS - GATEWAY_PATIENCE_MS;
    await Promise.all([gatewayStops, ...others.map((managed) => managed.stop(forceAfterMs))]);
    await this.#postgres?.stop();
    await this.#commands?.close();
    if (this.#lock !== null) removeStateFile(this.#deps.config.dossier);
    await this.#lock?.release();
  }

  #split(): { gateway: ManagedProcess | undefined; others: ManagedProcess[] } {
    const gateway = this.#processes.get('gateway');
    return {
      gateway,
      others: [...this.#processes.values()].filter((managed) => managed !== gateway),
    };
  }
}

function listed(definitions: ProcessDefinitions): ProcessDefinition[] {
  const { identite, registre, partenaires, gateway } = definitions;
  const services = PARTENAIRES.map((partenaire) => partenaires[partenaire]);
  return [identite, registre, ...services, gateway].filter((definition) => definition !== null);
}

function hasCluster(dossier: string): boolean {
  return ['postgres', 'postgres.emplacement'].some((name) =>
    existsSync(join(dossier, 'data', name)),
  );
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
