import { setTimeout as delay } from 'node:timers/promises';
import type { GrapheDeService, Tache } from '@passerelle/subgraph';
import type { CodeRefus } from '../domain/situation.errors.js';
import type { PageLue, TravailPris } from '../domain/travail.js';
import type { RegistreDesTravaux } from '../domain/travaux.js';
import { lireUnePage } from './lire-une-page.js';

export interface Conduite extends Tache {
  /** There is something to do: not to wait for the next look. */
  eveiller(): void;
}

/** Between two looks: what another replica left behind, or this one before it stopped. */
const PERIODE_MS = 10_000;
/** Pauses after each failure of the same page; after the last, the work has failed. */
const REPRISES_MS = [500, 1000, 2000, 4000, 8000] as const;

/**
 * Reads each work page by page and keeps each page: a process that stops costs one page, and the
 * work goes on from there when the service is back, here or in another replica.
 */
export function conduireLesTravaux(deps: {
  graphe: GrapheDeService;
  travaux: RegistreDesTravaux;
  region: string;
  onEchec: (error: unknown) => void;
  reprisesMs?: readonly number[];
}): Conduite {
  const { graphe, travaux, region, onEchec, reprisesMs = REPRISES_MS } = deps;
  const arret = new AbortController();
  const { signal } = arret;
  let timer: NodeJS.Timeout | undefined;
  let enCours: Promise<void> | null = null;
  let encore = false;

  async function lire(pris: TravailPris): Promise<PageLue | CodeRefus> {
    for (let essai = 0; ; essai += 1) {
      let echec: CodeRefus = 'SITUATION_ILLISIBLE';
      try {
        const page = await lireUnePage(graphe, { ...pris, region }, signal);
        if (page !== null && (page.manquants.length === 0 || pris.incomplet)) return page;
        if (page !== null) echec = 'PARTENAIRE_ABSENT';
      } catch (error) {
        signal.throwIfAborted();
        onEchec(error);
      }
      const pause = reprisesMs[essai];
      if (pause === undefined) return echec;
      await delay(pause, undefined, { signal });
    }
  }

  async function mener(premier: TravailPris): Promise<void> {
    let pris = premier;
    for (;;) {
      const page = await lire(pris);
      if (typeof page === 'string') return travaux.echouer(pris, page);
      const suite = await travaux.noter(pris, page);
      if (suite === null) return;
      if (suite === 'FINI') return travaux.signer(pris);
      pris = suite;
    }
  }

  async function passer(): Promise<void> {
    do {
      encore = false;
      for (;;) {
        if (signal.aborted) return;
        const pris = await travaux.prendre();
        if (pris === null) break;
        await mener(pris);
      }
    } while (encore);
  }

  function eveiller(): void {
    encore = true;
    if (enCours !== null || signal.aborted) return;
    clearTimeout(timer);
    enCours = passer()
      .catch((error: unknown) => {
        if (!signal.aborted) onEchec(error);
      })
      .finally(() => {
        enCours = null;
        if (signal.aborted) return;
        timer = setTimeout(eveiller, PERIODE_MS);
        timer.unref();
      });
  }

  return {
    eveiller,
    demarrer: eveiller,
    async arreter() {
      arret.abort();
      clearTimeout(timer);
      await enCours;
    },
  };
}
