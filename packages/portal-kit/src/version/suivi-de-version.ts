import type { Saisie } from '../brouillon/saisies.js';
import { creerObservable, type Observable } from '../observable.js';

export interface DepsSuiviDeVersion {
  /** Key of what this page is made of. */
  actuelle: string;
  /** Key of what a page opened now would be made of; null when nobody can say. */
  demander: () => Promise<string | null>;
  maintenantMs: () => number;
}

export interface SuiviDeVersion {
  /** Key of the newer version; null while the page is the latest. */
  disponible: Observable<string | null>;
  /** Asks, at most once every ten seconds. Never throws. */
  verifier(): Promise<void>;
}

const ECART_MIN_MS = 10_000;
const INTERVALLE_MS = 60_000;

/** Knows whether the page has been replaced since it was opened. */
export function creerSuiviDeVersion(deps: DepsSuiviDeVersion): SuiviDeVersion {
  const disponible = creerObservable<string | null>(null);
  let demandeeMs = Number.NEGATIVE_INFINITY;
  return {
    disponible,
    async verifier() {
      if (deps.maintenantMs() - demandeeMs < ECART_MIN_MS) return;
      demandeeMs = deps.maintenantMs();
      const recue = await deps.demander().catch(() => null);
      if (recue === null) return;
      // A publication taken back leaves nothing to offer.
      disponible.ecrire(recue === deps.actuelle ? null : recue);
    },
  };
}

/**
 * At a change of page: whether the newer version is taken, by loading the next page whole. What is
 * being typed or sent holds it back, even when it would come back: nobody loses their place.
 */
export function estPrise(disponible: string | null, saisie: Saisie): boolean {
  return disponible !== null && saisie === 'aucune';
}

/** Around a minute, spread so that open tabs do not all ask at once after a publication. */
export function delaiDeVerificationMs(hasard: number): number {
  return Math.round(INTERVALLE_MS * (0.75 + hasard / 2));
}
