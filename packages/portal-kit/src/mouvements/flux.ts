const ATTENTE_MIN_MS = 1_000;
const ATTENTE_MAX_MS = 30_000;

export interface Ecoute<Evenement> {
  recevoir: (evenement: Evenement) => void;
  /** To be called once the stream is known to hold. */
  etablie: () => void;
  signal: AbortSignal;
}

/** How one stream is followed; time, chance and network come from outside. */
export interface DepsFlux<Evenement> {
  /** Opens the stream and ends with it. */
  ouvrir: (ecoute: Ecoute<Evenement>) => Promise<void>;
  recevoir: (evenement: Evenement) => void;
  /** The stream is back after a cut: what happened meanwhile was not heard. */
  reprise: () => void;
  /** Resolves after the delay, or sooner when there is a reason to try again. */
  attendre: (delaiMs: number, signal: AbortSignal) => Promise<void>;
  hasard: () => number;
}

/** Follows a stream for ever: when it ends or fails, opens it again, less and less often. */
export async function suivreFlux<Evenement>(
  deps: DepsFlux<Evenement>,
  signal: AbortSignal,
): Promise<void> {
  let coupures = 0;
  let dejaEtablie = false;
  while (!signal.aborted) {
    try {
      await deps.ouvrir({
        signal,
        recevoir: deps.recevoir,
        etablie() {
          coupures = 0;
          if (dejaEtablie) deps.reprise();
          dejaEtablie = true;
        },
      });
    } catch {
      // A stream that cannot be had now will be asked for again: nothing to decide here.
    }
    if (signal.aborted) return;
    await deps.attendre(delaiMs(coupures, deps.hasard()), signal);
    coupures += 1;
  }
}

/** From one second to thirty, spread so that browsers do not all come back at once. */
export function delaiMs(coupures: number, hasard: number): number {
  const plafond = Math.min(ATTENTE_MAX_MS, ATTENTE_MIN_MS * 2 ** coupures);
  return Math.round(plafond * (0.5 + hasard / 2));
}
