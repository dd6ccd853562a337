const REDRAW_MS = 250;

/**
 * Shows numbered steps: `[2/6] Installation des dépendances… 12,3 s`. On a terminal the line counts
 * while the step runs; elsewhere it is written once at each end, so that a log stays readable.
 */
export function createSteps(total, { out = process.stdout, nowMs = Date.now } = {}) {
  let numero = 0;
  return {
    get done() {
      return numero;
    },
    /** `act` receives a function that shows how far it is, e.g. `412/771`. */
    async run(titre, act) {
      numero += 1;
      const head = `[${numero}/${total}] ${titre}…`;
      const startedAt = nowMs();
      let advance = '';
      const redraw = () => {
        const seconds = Math.floor((nowMs() - startedAt) / 1000);
        out.write(`\r\x1b[2K${head} ${advance}${seconds > 0 ? ` (${seconds} s)` : ''}`);
      };
      out.write(head);
      const timer = out.isTTY ? setInterval(redraw, REDRAW_MS) : null;
      try {
        const outcome = await act((text) => {
          advance = text;
        });
        clearInterval(timer);
        const said = outcome === 'a-jour' ? 'à jour' : formatSeconds(nowMs() - startedAt);
        out.write(`${out.isTTY ? `\r\x1b[2K${head}` : ''} ${said}\n`);
        return outcome;
      } catch (error) {
        clearInterval(timer);
        out.write(`${out.isTTY ? `\r\x1b[2K${head}` : ''} échec\n`);
        throw error;
      }
    },
  };
}

export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
