export interface Progress {
  /** Shows a step while `act` runs, then how long it took. */
  step<T>(titre: string, act: () => Promise<T>): Promise<T>;
}

/** `[4/6] Base de données… 0,6 s`, numbered after the steps of the preparation. */
export function createProgress(o: {
  write: (text: string) => void;
  faites: number;
  total: number;
  nowMs: () => number;
}): Progress {
  let numero = o.faites;
  return {
    async step(titre, act) {
      numero += 1;
      const startedAt = o.nowMs();
      o.write(`[${numero}/${o.total}] ${titre}…`);
      try {
        const result = await act();
        o.write(` ${formatSeconds(o.nowMs() - startedAt)}\n`);
        return result;
      } catch (error) {
        o.write(' échec\n');
        throw error;
      }
    },
  };
}

/** One decimal, with a comma: `12,3 s`. */
export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
