import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { listen, playRole, readSettings, usage } from './play-role.js';

/** Our gateway as `npm run gateway` runs it, in a process that can say what it has spent. */
const { script, supergraph, journal } = z
  .object({ script: z.string(), supergraph: z.string(), journal: z.string() })
  .parse(await readSettings());
const port = await freePort();
process.env['NIVEAU_JOURNAL'] = journal;
process.argv.splice(2, process.argv.length, '--supergraph', supergraph, '--sans-authentification');
process.argv.push('--port', String(port));
await import(script);
await untilItServes();

playRole({ port }, usage);

async function untilItServes(): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/sante/pret`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await delay(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const found = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return found;
}
