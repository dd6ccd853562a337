import { createServer } from 'node:http';
import { Agent } from 'undici';
import { z } from 'zod';
import { listen, playRole, readSettings, usage } from './play-role.js';
import { post } from './post.js';
import { readAll } from './read-all.js';

/**
 * What nobody can beat in Node: the same calls in the same waves, read and thrown away, then an
 * answer made beforehand. At `/<scenario>`.
 */
const { origin, scenarios } = z
  .object({
    origin: z.string(),
    scenarios: z.record(
      z.string(),
      z.object({
        waves: z.array(z.array(z.object({ path: z.string(), body: z.string() }))),
        answer: z.string(),
      }),
    ),
  })
  .parse(await readSettings());
const dispatcher = new Agent({ connections: 64, pipelining: 1 });
const ready = new Map(
  Object.entries(scenarios).map(([nom, { waves, answer }]) => [
    `/${nom}`,
    { waves, answer: Buffer.from(answer) },
  ]),
);

const server = createServer((req, res) => {
  readAll(req)
    .then(async () => {
      const scenario = ready.get(req.url ?? '');
      if (scenario === undefined) throw new Error(`no scenario ${req.url}`);
      for (const wave of scenario.waves) {
        await Promise.all(wave.map(({ path, body }) => post(dispatcher, origin, path, body)));
      }
      res.setHeader('content-type', 'application/json');
      res.setHeader('content-length', scenario.answer.length);
      res.end(scenario.answer);
    })
    .catch((error: unknown) => {
      console.error(error);
      res.statusCode = 500;
      res.end();
    });
});

playRole({ port: await listen(server) }, usage);
