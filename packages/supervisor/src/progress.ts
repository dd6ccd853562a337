export interface Progress {
  /** Shows a step while `act` runs, then how long it took. */
  step<T>(titre: string, act: () => Promise<T>): Promise<T>;
  /** Something to read, on its own line even in the midst of a step. */
  say(message: string): void;
}

/** `[4/6] Base de données… 0,6 s`, numbered after the steps of the preparation. */
export function createProgress(o: {
  write: (text: string) => void;
  faites: number;
  total: number;
  nowMs: () => number;
}): Progress {
  let numero = o.faites;
  let isLineOpen = false;
  return {
    async step(titre, act) {
      numero += 1;
      const startedAt = o.nowMs();
      const head = `[${numero}/${o.total}] ${titre}…`;
      const end = (outcome: string): void => {
        o.write(`${isLineOpen ? '' : head} ${outcome}\n`);
        isLineOpen = false;
      };
      o.write(head);
      isLineOpen = true;
      try {
        const result = await act();
        end(formatSeconds(o.nowMs() - startedAt));
        return result;
      } catch (error) {
        end('échec');
        throw error;
      }
    },
    say(message) {
      o.write(`${isLineOpen ? '\n' : ''}${message}\n`);
      isLineOpen = false;
    },
  };
}

/** One decimal, with a comma: `12,3 s`. */
export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
