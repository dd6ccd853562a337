import type { Canal, RapportDIncidents } from '@passerelle/publication';
import { z } from 'zod';

/** What a page says of its modules since it last did. */
export const pageReportSchema = z.object({
  modules: z
    .array(
      z.object({
        partenaire: z.string().max(63),
        revision: z.number().int().positive(),
        montages: z.number().int().min(0).max(1_000),
        erreurs: z.number().int().min(0).max(1_000),
        genres: z
          .record(z.string().regex(/^[A-Za-z]{1,60}$/), z.number().int().min(1).max(1_000))
          .default({}),
      }),
    )
    .max(20),
});
export type PageReport = z.infer<typeof pageReportSchema>;

/** Adds up what all pages say of their modules, and tells the registry now and then. */
export interface Incidents {
  add(sujet: string, report: PageReport): void;
  /** Tells the registry what was added up since the last time. Never throws. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface IncidentsDeps {
  canal: Canal;
  passerelle: string;
  /** Whether this revision is one that the portal serves: anything else is invented. */
  isServed: (partenaire: string, revision: number) => boolean;
  post: (rapport: RapportDIncidents) => Promise<void>;
  /** The registry is away: so many mounts and failures will never be known. */
  onLost: (nombre: number) => void;
  intervalleMs?: number;
  maintenant?: () => number;
}

type Counted = RapportDIncidents['modules'][number];

const INTERVALLE_MS = 5_000;
const MODULES_MAX = 100;
const GENRES_MAX = 30;
/** A page that loops counts for a few failures at each report, not for thousands. */
const ERREURS_PAR_AGENT = 5;
/** A failure is rare: agents who met one are counted over more than one report. */
const AGENTS_MS = 10 * 60_000;
/** Past this many, they are many: no more are remembered. */
const AGENTS_MAX = 100;

export function createIncidents(deps: IncidentsDeps): Incidents {
  let modules = new Map<string, Counted>();
  let erreursParAgent = new Map<string, number>();
  const agents = createFailedAgents(deps.maintenant ?? (() => Date.now()));
  let sending = Promise.resolve();

  function addModule(sujet: string, one: PageReport['modules'][number]): void {
    if (!deps.isServed(one.partenaire, one.revision)) return;
    const cle = `${one.partenaire}:${one.revision}`;
    const known = modules.get(cle) ?? {
      partenaire: one.partenaire,
      revision: one.revision,
      montages: 0,
      erreurs: 0,
      agents: 0,
      genres: {},
    };
    if (!modules.has(cle) && modules.size >= MODULES_MAX) {
      deps.onLost(one.montages + one.erreurs);
      return;
    }
    const already = erreursParAgent.get(`${sujet} ${cle}`) ?? 0;
    const erreurs = Math.min(one.erreurs, ERREURS_PAR_AGENT - already);
    // The mounts that go with what is left out are left out too: the rate stays true.
    const montages = Math.max(0, one.montages - (one.erreurs - erreurs));
    erreursParAgent.set(`${sujet} ${cle}`, already + erreurs);
    if (one.erreurs > 0) agents.note(cle, sujet);
    modules.set(cle, {
      ...known,
      montages: known.montages + montages,
      erreurs: known.erreurs + erreurs,
      genres: addGenres(known.genres, one.genres),
    });
  }

  async function send(): Promise<void> {
    if (modules.size === 0) return;
    const counted = [...modules].map(([cle, one]) => ({ ...one, agents: agents.count(cle) }));
    modules = new Map();
    erreursParAgent = new Map();
    try {
      await deps.post({ canal: deps.canal, passerelle: deps.passerelle, modules: counted });
    } catch {
      deps.onLost(counted.reduce((sum, one) => sum + one.montages + one.erreurs, 0));
    }
  }

  const flush = (): Promise<void> => {
    sending = sending.then(send);
    return sending;
  };
  const timer = setInterval(() => void flush(), deps.intervalleMs ?? INTERVALLE_MS).unref();

  return {
    add(sujet, report) {
      for (const one of report.modules) addModule(sujet, one);
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}

/** Who met a failure of each module lately; only how many ever leaves. */
function createFailedAgents(maintenant: () => number): {
  note(cle: string, sujet: string): void;
  count(cle: string): number;
} {
  const seen = new Map<string, Map<string, number>>();

  function forgetOld(): void {
    const since = maintenant() - AGENTS_MS;
    for (const [cle, agents] of seen) {
      for (const [sujet, le] of agents) if (le < since) agents.delete(sujet);
      if (agents.size === 0) seen.delete(cle);
    }
  }

  return {
    note(cle, sujet) {
      const agents = seen.get(cle) ?? new Map<string, number>();
      if (agents.size >= AGENTS_MAX && !agents.has(sujet)) return;
      if (!seen.has(cle)) {
        if (seen.size >= MODULES_MAX) return;
        seen.set(cle, agents);
      }
      agents.set(sujet, maintenant());
    },
    count(cle) {
      forgetOld();
      return seen.get(cle)?.size ?? 0;
    },
  };
}

function addGenres(
  known: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum = new Map(Object.entries(known));
  for (const [nom, nombre] of Object.entries(more)) {
    const cle = sum.has(nom) || sum.size < GENRES_MAX ? nom : 'Autre';
    sum.set(cle, (sum.get(cle) ?? 0) + nombre);
  }
  return Object.fromEntries(sum);
}
