import { ActeRefuse, type ActeVerifier, type Partenaire } from '@passerelle/identity';
import { ExposedError } from '../../errors/exposed-error.js';
import type { Copies, PageDActes } from '../domain/copies.js';
import { type EtatDuSuivi, SuiviArrete } from '../domain/etat-du-suivi.js';
import { GrapheInjoignable } from '../domain/graphe-de-service.js';

export interface SuiviLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The acts of the other houses, wherever they come from. */
export interface ActesDesAutres {
  /** @throws GrapheInjoignable while the house, or the way to it, is away */
  lire(partenaire: Partenaire, apres: number, signal: AbortSignal): Promise<PageDActes>;
  /**
   * Calls `reveiller` once the house can be heard, then at each of its acts.
   * Resolves when the stream ends.
   */
  ecouter(partenaire: Partenaire, reveiller: () => void, signal: AbortSignal): Promise<void>;
}

export interface SuivreMaisonDeps {
  /** The house that is followed. */
  readonly partenaire: Partenaire;
  readonly actes: ActesDesAutres;
  readonly verifier: ActeVerifier;
  readonly copies: Copies;
  readonly log: SuiviLog;
  readonly rythme?: Rythme;
}

/** In milliseconds. */
export interface Rythme {
  /** Between two looks when nothing wakes: a stream may be lost without a word. */
  readonly relecture: number;
  /** First and longest pause after a failure. */
  readonly reprise: readonly [premiere: number, derniere: number];
}

/** The whole process has five seconds to stop. */
const STOP_MS = 2000;
const RYTHME: Rythme = { relecture: 10_000, reprise: [500, 8000] };

export interface SuiviDeMaison {
  readonly partenaire: Partenaire;
  etat(): EtatDuSuivi;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Follows one house: reads what comes after the last act kept, verifies each, keeps it with what it
 * changes here, in order. Whatever fails is tried again at the same place: nothing is skipped.
 */
export function suivreMaison(deps: SuivreMaisonDeps): SuiviDeMaison {
  const { partenaire, actes, verifier, copies, log } = deps;
  const { relecture, reprise } = deps.rythme ?? RYTHME;
  const stopping = new AbortController();
  let jusquAu = 0;
  let etat: EtatDuSuivi = { etat: 'EN_ATTENTE', jusquAu, raison: 'pas encore lue' };
  let running: Promise<unknown> = Promise.resolve();
  let woken = false;
  let wake: (() => void) | undefined;

  function reveiller(): void {
    woken = true;
    wake?.();
  }

  /** Until woken, at most so long. */
  async function pause(ms: number): Promise<void> {
    if (woken || stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = undefined;
  }

  async function catchUp(): Promise<void> {
    let suite = true;
    while (suite && !stopping.signal.aborted) {
      const kept = await copies.curseur(partenaire);
      jusquAu = kept.numero;
      // The last one kept is read again: a house whose history changed must not pass unseen.
      const page = await actes.lire(partenaire, Math.max(kept.numero - 1, 0), stopping.signal);
      const [first, ...others] = page.jws;
      if (kept.jws !== null && first !== kept.jws) {
        throw new SuiviArrete(
          `la maison ne donne plus le même acte n° ${kept.numero} (son dernier est le n° ${page.dernier})`,
        );
      }
      const fresh = kept.jws === null ? page.jws : others;
      for (const jws of fresh) {
        const acte = await verifier(partenaire, jws);
        // Another process of this service may have gone further meanwhile: then it is kept already.
        await copies.ajouter(acte, jws);
        jusquAu = Math.max(jusquAu, acte.numero);
      }
      // A house that announces acts and gives none, or the same ones again, is not followed blindly.
      const isStuck = jusquAu === kept.numero;
      if ((isStuck || !page.suite) && page.dernier > jusquAu) {
        throw new SuiviArrete(`les actes après le n° ${jusquAu} manquent`);
      }
      suite = page.suite && !isStuck;
    }
  }

  function become(next: EtatDuSuivi, cause?: unknown): void {
    const isKnown = next.etat === etat.etat && raisonOf(next) === raisonOf(etat);
    etat = next;
    // Told once, however often it is tried again.
    if (isKnown) return;
    const fields = { partenaire, ...next };
    if (next.etat === 'A_JOUR') log.info(fields, 'acts followed');
    else if (next.etat === 'EN_ATTENTE') log.warn(fields, 'acts awaited');
    else log.error({ ...fields, err: cause }, 'acts no longer followed');
  }

  async function follow(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      woken = false;
      try {
        await catchUp();
        failures = 0;
        become({ etat: 'A_JOUR', jusquAu });
        await pause(relecture);
      } catch (error) {
        if (stopping.signal.aborted) return;
        become(stateAfter(error, jusquAu), error);
        await pause(delayAfter(failures, reprise));
        failures += 1;
      }
    }
  }

  async function listen(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const openedAt = Date.now();
      try {
        await actes.ecouter(partenaire, reveiller, stopping.signal);
      } catch {
        // Whatever kept it from opening is told by the reading, which goes the same way.
      }
      // A stream ends by itself from time to time; one that ends at once is a failure.
      if (Date.now() - openedAt > reprise[1]) failures = 0;
      await delay(delayAfter(failures, reprise), stopping.signal);
      failures += 1;
    }
  }

  return {
    partenaire,
    etat: () => etat,
    start() {
      running = Promise.all([follow(), listen()]);
    },
    async stop() {
      stopping.abort();
      wake?.();
      // What is being written here is left to its own end: committed whole, or not at all.
      await Promise.race([running, delay(STOP_MS, new AbortController().signal)]);
    },
  };
}

function stateAfter(error: unknown, jusquAu: number): EtatDuSuivi {
  if (error instanceof GrapheInjoignable) {
    return { etat: 'EN_ATTENTE', jusquAu, raison: error.raison };
  }
  if (error instanceof ExposedError) {
    return { etat: 'EN_ATTENTE', jusquAu, raison: error.message.replace(/\.$/, '') };
  }
  if (error instanceof SuiviArrete || error instanceof ActeRefuse) {
    return { etat: 'ARRETE', jusquAu, raison: error.raison };
  }
  return { etat: 'ARRETE', jusquAu, raison: 'une erreur imprévue, voir le journal' };
}

function raisonOf(etat: EtatDuSuivi): string | null {
  return etat.etat === 'A_JOUR' ? null : etat.raison;
}

function delayAfter(failures: number, [first, last]: Rythme['reprise']): number {
  return Math.min(first * 2 ** Math.min(failures, 20), last);
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
