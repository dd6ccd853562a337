import { createServer } from 'node:http';
import { Agent } from 'undici';
import { z } from 'zod';
import { createHiveRouter, type PeerCall } from '../peer/hive-router.js';
import { listen, playRole, readSettings, usage } from './play-role.js';
import { post, textOf } from './post.js';
import { readAll } from './read-all.js';

/**
 * The peer behind a plain server, with the same client library and the same sharing of equal calls
 * in flight as ours, but no limits, no deadlines, no report, no journal, no metrics.
 */
const { supergraphSdl, origin } = z
  .object({ supergraphSdl: z.string(), origin: z.string() })
  .parse(await readSettings());
const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
const dispatcher = new Agent({ connections: 64, pipelining: 1 });
const inFlight = new Map<string, Promise<string>>();

const execute = await createHiveRouter(supergraphSdl, async (call) => {
  const parsed: unknown = JSON.parse(await shared(call));
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('no answer');
  return parsed;
});

const server = createServer((req, res) => {
  readAll(req)
    .then(async (bytes) => {
      const { query, variables } = requestSchema.parse(JSON.parse(bytes.toString('utf8')));
      const text = JSON.stringify(await execute(query, variables));
      res.setHeader('content-type', 'application/json');
      res.setHeader('content-length', Buffer.byteLength(text));
      res.end(text);
    })
    .catch((error: unknown) => {
      console.error(error);
      res.statusCode = 500;
      res.end();
    });
});

playRole({ port: await listen(server) }, usage);

function shared({ partenaire, query, variables }: PeerCall): Promise<string> {
  const key = `${partenaire}\0${query}\0${variables}`;
  const known = inFlight.get(key);
  if (known !== undefined) return known;
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const text = post(dispatcher, origin, `/${partenaire}`, body)
    .then(textOf)
    .finally(() => inFlight.delete(key));
  inFlight.set(key, text);
  return text;
}
