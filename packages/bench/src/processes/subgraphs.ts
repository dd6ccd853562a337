import { createServer, type Socket } from 'node:net';
import { z } from 'zod';
import { entityKeys, subgraphSchema } from '../fake/subgraph-schema.js';
import { createWorld } from '../fake/world.js';
import { listen, playRole, readSettings } from './play-role.js';

/**
 * The three partners, at `/<partenaire>`, on bare TCP and with every answer remembered by its
 * body: once warm they cost nearly nothing, and the gateway in front is what is measured.
 */
const { schemas } = z
  .object({ schemas: z.record(z.string(), z.string()) })
  .parse(await readSettings());
const world = createWorld(entityKeys(Object.values(schemas)));
const partners = new Map(
  Object.entries(schemas).map(([partenaire, sdl]) => [`/${partenaire}`, subgraphSchema(sdl)]),
);
const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

const known = new Map<string, Buffer>();
let calls: { path: string; body: string }[] = [];
let count = 0;
let isRecording = false;

const port = await listen(createServer({ noDelay: true }, serve));

const questionSchema = z.object({ record: z.boolean() });

/** Calls since the last question; in full when they were recorded. */
playRole({ port }, (question) => {
  const told = { count, calls };
  isRecording = questionSchema.parse(question).record;
  count = 0;
  calls = [];
  return told;
});

/** Enough HTTP for clients that we know: they send a length, keep the connection, never pipeline. */
function serve(socket: Socket): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const headEnd = pending.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const head = pending.toString('latin1', 0, headEnd);
      const end = headEnd + 4 + Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end) return;
      const body = pending.toString('utf8', headEnd + 4, end);
      pending = pending.subarray(end);
      const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
      count += 1;
      if (isRecording) calls.push({ path, body });
      socket.write(answerTo(path, body));
    }
  });
}

function answerTo(path: string, body: string): Buffer {
  const key = `${path}\0${body}`;
  let bytes = known.get(key);
  if (bytes === undefined) {
    const text = answerText(path, body);
    bytes = Buffer.from(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    known.set(key, bytes);
  }
  return bytes;
}

function answerText(path: string, body: string): string {
  const schema = partners.get(path);
  if (schema === undefined) return '{"errors":[{"message":"no such partner"}]}';
  const { query, variables } = bodySchema.parse(JSON.parse(body));
  return JSON.stringify(world.answer(schema, query, variables));
}
