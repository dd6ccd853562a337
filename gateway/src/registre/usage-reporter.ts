import type { Canal, RapportDUsage } from '@passerelle/publication';
import type { OperationUsage, UsageCounter } from '../operation/operation-usage.js';
import { RegistryRefusal } from './registry-client.js';

/** Counts what clients really ask, and tells the registry now and then. */
export interface UsageReporter {
  /** Adds one to a number: nothing else happens while a request waits. */
  record(usage: OperationUsage, client: string, version: string): void;
  /** Sends what is counted. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface UsageReporterDeps {
  canal: Canal;
  passerelle: string;
  post: (rapport: RapportDUsage) => Promise<void>;
  /** Requests that the registry will never know. */
  onLost: (nombre: number) => void;
  maintenant?: () => number;
  /** 0: only when asked. */
  intervalleMs?: number;
}

type Ligne = RapportDUsage['operations'][number];

const INTERVALLE_MS = 10_000;
/** Distinct operations and clients between two reports. */
const COMPTEURS_MAX = 5_000;
const CLIENTS_PAR_OPERATION = 50;
/** Of the documents held parsed between two reports: far heavier than their text. */
const COMPTES_CARACTERES = 4_000_000;
/** Lines kept while the registry is away. */
const LIGNES_MAX = 10_000;
const LIGNES_CARACTERES = 16_000_000;
/** The registry takes no more at once, whatever is sent. */
const LIGNES_PAR_RAPPORT = 500;
const CARACTERES_PAR_RAPPORT = 2_000_000;
/** What the registry takes. */
const DOCUMENT_MAX = 65_536;

export function createUsageReporter(deps: UsageReporterDeps): UsageReporter {
  const maintenant = deps.maintenant ?? (() => Date.now());
  let counters: UsageCounter[] = [];
  let countedCharacters = 0;
  const waiting = new Map<string, Ligne>();
  let waitingCharacters = 0;
  let last = Promise.resolve();
  const every = deps.intervalleMs ?? INTERVALLE_MS;
  const timer = every === 0 ? undefined : setInterval(() => void flush(), every).unref();

  function counterOf(usage: OperationUsage, client: string, version: string): UsageCounter | null {
    const cle = `${client} ${version}`;
    const known = usage.clients.get(cle);
    if (known !== undefined) return known;
    if (usage.clients.size >= CLIENTS_PAR_OPERATION || counters.length >= COMPTEURS_MAX) {
      return null;
    }
    if (usage.clients.size === 0) {
      if (countedCharacters + usage.taille > COMPTES_CARACTERES) return null;
      countedCharacters += usage.taille;
    }
    const counter: UsageCounter = { nombre: 0, vuLe: 0, usage, client, version };
    usage.clients.set(cle, counter);
    counters.push(counter);
    return counter;
  }

  /** Turns the counters into lines; an operation kept while the registry was away is added up. */
  function collect(): void {
    const counted = counters;
    counters = [];
    countedCharacters = 0;
    for (const counter of counted) {
      counter.usage.clients.clear();
      const ligne = lineOf(counter);
      if (ligne.document.length > DOCUMENT_MAX) {
        deps.onLost(ligne.nombre);
        continue;
      }
      const cle = `${ligne.client} ${ligne.version} ${ligne.empreinte}`;
      const before = waiting.get(cle);
      if (before !== undefined) {
        before.nombre += ligne.nombre;
        before.vuLe = ligne.vuLe;
        before.prevenuDe = ligne.prevenuDe;
      } else if (
        waiting.size < LIGNES_MAX &&
        waitingCharacters + ligne.document.length <= LIGNES_CARACTERES
      ) {
        waiting.set(cle, ligne);
        waitingCharacters += ligne.document.length;
      } else {
        deps.onLost(ligne.nombre);
      }
    }
  }

  async function send(): Promise<void> {
    collect();
    while (waiting.size > 0) {
      const batch = nextBatch(waiting);
      const rapport = {
        canal: deps.canal,
        passerelle: deps.passerelle,
        operations: batch.map(([, ligne]) => ligne),
      };
      try {
        await deps.post(rapport);
      } catch (error) {
        // Away: kept, and sent with what is counted meanwhile.
        if (!isUnreadable(error)) return;
        for (const [, { nombre }] of batch) deps.onLost(nombre);
      }
      for (const [cle, { document }] of batch) {
        waiting.delete(cle);
        waitingCharacters -= document.length;
      }
    }
  }

  /** One at a time: a line must not leave twice. */
  function flush(): Promise<void> {
    last = last.then(send);
    return last;
  }

  return {
    record(usage, client, version) {
      const counter = counterOf(usage, client, version);
      if (counter === null) {
        deps.onLost(1);
        return;
      }
      counter.nombre += 1;
      counter.vuLe = maintenant();
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

function nextBatch(waiting: ReadonlyMap<string, Ligne>): [string, Ligne][] {
  const batch: [string, Ligne][] = [];
  let characters = 0;
  for (const [cle, ligne] of waiting) {
    characters += ligne.document.length;
    if (batch.length >= LIGNES_PAR_RAPPORT) break;
    if (batch.length > 0 && characters > CARACTERES_PAR_RAPPORT) break;
    batch.push([cle, ligne]);
  }
  return batch;
}

/** What the registry can't take now, it never will: sent again, it would hold back all that follows. */
function isUnreadable(error: unknown): boolean {
  return error instanceof RegistryRefusal && [400, 413, 422].includes(error.statut);
}

function lineOf({ usage, client, version, nombre, vuLe }: UsageCounter): Ligne {
  return {
    ...usage.document(),
    client,
    version,
    nombre,
    vuLe: new Date(vuLe).toISOString(),
    prevenuDe: usage.prevenuDe.slice(0, 100),
  };
}
