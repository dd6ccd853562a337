import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExposedError } from '../errors/exposed-error.js';
import { parseGraphqlRequest } from './parse-graphql-request.js';

let server: Server;
let read: Promise<unknown>;

beforeEach(async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  read = promise;
  server = createServer((request: IncomingMessage, response) => {
    void parseGraphqlRequest(request)
      .then(resolve, resolve)
      .finally(() => response.end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(() => new Promise((done) => server.close(done)));

async function post(body: string): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return read;
}

test.each([
  ['half a character', '{"query":"{ a }","variables":{"input":{"texte":"a\\ud800b"}}}'],
  ['the other half', '{"query":"{ a }","variables":{"input":{"textes":["\\uDC00"]}}}'],
])('refuses %s, which no database would keep as it is', async (_what, body) => {
  const answer = await post(body);
  expect(answer).toBeInstanceOf(ExposedError);
  expect(answer).toMatchObject({ code: 'TEXTE_INVALIDE' });
});

test('takes a whole pair, escaped or not, and a text that speaks of escapes', async () => {
  const variables = { a: '\u{1f4a5}', b: 'un \\ud800 écrit en clair' };
  const body = JSON.stringify({ query: '{ a }', variables }).replace('\u{1f4a5}', '\\ud83d\\udca5');
  expect(await post(body)).toEqual({ query: '{ a }', variables });
});

test('says that what is no JSON is none', async () => {
  expect(await post('{"query": "\\ud800')).toMatchObject({ code: 'REQUETE_INVALIDE' });
});
