import { CANAUX, type Canal, type SousGraphePublie } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { RegistreError } from '../errors/registre-error.js';
import type { Journal } from '../journal/journal.js';
import type { Log } from '../log.js';
import { keepSonde, takeRound } from './derive-store.js';
import { probe, type Sonde } from './probe.js';

/** What the watcher needs of a channel. */
export interface CanalSurveille {
  readonly carte: { readonly hotes: Readonly<Record<string, readonly string[]>> };
  readonly sousGraphes: readonly Pick<
    SousGraphePublie,
    'partenaire' | 'revision' | 'url' | 'empreinte'
  >[];
}

export interface WatchDriftDeps {
  readonly sql: Sql;
  readonly journal: Pick<Journal, 'append'>;
  readonly log: Log;
  readonly production: boolean;
  readonly everyMs: number;
  readonly maintenant: () => Date;
  readonly canalVivant: (canal: Canal) => Promise<CanalSurveille>;
}

export interface DriftWatcher {
  start(): void;
  /** Asks each partner of the channel now, if no other replica does. */
  round(canal: Canal): Promise<void>;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Asks again, all the time, whether each process still serves what was published. */
export function watchDrift(deps: WatchDriftDeps): DriftWatcher {
  const { sql, log, everyMs, maintenant, production } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function round(canal: Canal): Promise<void> {
    if (!(await takeRound(sql, canal, everyMs))) return;
    const { sousGraphes, carte } = await deps.canalVivant(canal);
    await Promise.all(
      sousGraphes.map(async (sousGraphe) => {
        const hotes = carte.hotes[sousGraphe.partenaire] ?? [];
        await keep(canal, sousGraphe, await probe(sousGraphe, { production, hotes }));
      }),
    );
  }

  async function keep(
    canal: Canal,
    { partenaire, revision }: { readonly partenaire: string; readonly revision: number },
    sonde: Sonde,
  ): Promise<void> {
    await sql.transaction(async (transaction) => {
      const le = maintenant();
      const told = await keepSonde(transaction, { canal, partenaire, revision, sonde, le });
      if (told === null) return;
      await deps.journal.append(transaction, {
        evenement: 'DERIVE',
        canal,
        editeur: partenaire,
        par: 'registre',
        resume: resumeOf(partenaire, revision, sonde),
        details: {
          statut: sonde.statut,
          avant: told,
          revision,
          ...(sonde.constat && { code: sonde.constat.code, remede: sonde.constat.remede }),
        },
      });
    });
  }

  async function everyChannel(): Promise<void> {
    for (const canal of CANAUX) {
      try {
        await round(canal);
      } catch (err) {
        // A database that is away says so elsewhere, and the next round tries again.
        if (err instanceof RegistreError && err.code === 'BASE_INDISPONIBLE') continue;
        log.error({ err, canal }, 'the drift of a channel was not looked at');
      }
    }
  }

  return {
    round,
    start() {
      timer ??= setInterval(() => {
        running = running.then(everyChannel);
      }, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

function resumeOf(partenaire: string, revision: number, sonde: Sonde): string {
  return sonde.statut === 'CONFORME'
    ? `Le service de « ${partenaire} » sert de nouveau le schéma publié (révision ${revision}).`
    : `Schéma publié et service diffèrent (révision ${revision}) : ${sonde.message}`;
}
