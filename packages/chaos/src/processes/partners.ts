import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createWorld, entityKeys, subgraphSchema } from '@passerelle/bench';
import { listen, playRole, readSettings } from '@passerelle/bench/processes';
import { empreinteDuSchema } from '@passerelle/publication';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';

/**
 * The three partners' services, each at its own port, on made-up data: small, and able to say that
 * they serve another schema from one moment to the next, as a deployment looks from outside.
 * The Region's subscription tells numbered events.
 */
const { schemas } = z
  .object({ schemas: z.record(z.string(), z.string()) })
  .parse(await readSettings());

const world = createWorld(entityKeys(Object.values(schemas)));
const ENGAGEMENT = 'E07';
const SIGN_OF_LIFE_MS = 10_000;
const KEEP_ALIVE_MS = 120_000;

interface Partner {
  readonly partenaire: string;
  /**
   * Of the first schema, whatever is served later: later ones only add, and no reader asks for what
   * they add. Building each anew would hold up the answers of the three partners at once, as no
   * deployment of one service does.
   */
  readonly schema: GraphQLSchema;
  /** Of the schema that it says it serves. */
  empreinte: string;
  /** Answers by request: the made-up world never changes, whatever its schema says of it. */
  readonly known: Map<string, string>;
  readonly streams: Set<{ body: string; response: ServerResponse }>;
}

const partners = new Map<string, Partner>();
const ports: Record<string, number> = {};
for (const [partenaire, sdl] of Object.entries(schemas)) {
  const known = new Map<string, string>();
  const partner = {
    partenaire,
    schema: subgraphSchema(sdl),
    empreinte: empreinteDuSchema(sdl),
    known,
    streams: new Set<never>(),
  };
  partners.set(partenaire, partner);
  const server = createServer((request, response) => {
    serve(partner, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  // Longer than any client's: a connection closed as it is used again would be a failure of ours.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  ports[partenaire] = await listen(server);
}

let emitting: NodeJS.Timeout | undefined;
let emitted = 0;

const questionSchema = z.discriminatedUnion('quoi', [
  z.object({ quoi: z.literal('servir'), partenaire: z.string(), empreinte: z.string() }),
  z.object({ quoi: z.literal('emettre'), parSeconde: z.number().positive() }),
  z.object({ quoi: z.literal('taire') }),
]);

playRole({ ports }, (said) => {
  const question = questionSchema.parse(said);
  switch (question.quoi) {
    case 'servir': {
      const partner = partners.get(question.partenaire);
      if (partner === undefined) throw new Error(`no partner ${question.partenaire}`);
      partner.empreinte = question.empreinte;
      return {};
    }
    case 'emettre':
      emitting = setInterval(emit, 1_000 / question.parSeconde);
      return { emis: emitted };
    case 'taire':
      clearInterval(emitting);
      return { emis: emitted };
  }
});

async function serve(
  partner: Partner,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (request.url) {
    case '/sante/pret':
      return sendJson(response, '{"statut":"pret"}');
    case '/sante/schema':
      return sendJson(
        response,
        JSON.stringify({ partenaire: partner.partenaire, empreinte: partner.empreinte }),
      );
    case '/graphql/stream':
      return openStream(partner, await text(request), response);
    default:
      return sendJson(response, answerTo(partner, await text(request)));
  }
}

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

function answerTo(partner: Partner, body: string): string {
  let answer = partner.known.get(body);
  if (answer === undefined) {
    const { query, variables } = bodySchema.parse(JSON.parse(body));
    answer = JSON.stringify(world.answer(partner.schema, query, variables ?? undefined));
    partner.known.set(body, answer);
  }
  return answer;
}

function openStream(partner: Partner, body: string, response: ServerResponse): void {
  const stream = { body, response };
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  const signs = setInterval(() => response.write(':\n\n'), SIGN_OF_LIFE_MS);
  partner.streams.add(stream);
  response.on('close', () => {
    clearInterval(signs);
    partner.streams.delete(stream);
  });
}

/** One event for every open stream, under the next number. */
function emit(): void {
  emitted += 1;
  for (const partner of partners.values()) {
    const said = new Map<string, string>();
    for (const { body, response } of partner.streams) {
      let event = said.get(body);
      if (event === undefined) {
        event = `event: next\ndata: ${eventFor(partner, body, emitted)}\n\n`;
        said.set(body, event);
      }
      response.write(event);
    }
  }
}

function eventFor({ schema }: Partner, body: string, numero: number): string {
  const { query, variables } = bodySchema.parse(JSON.parse(body));
  const contribution = {
    __typename: 'ContributionRegion',
    id: `region:${ENGAGEMENT}:${numero}`,
    version: numero,
  };
  const root = { contributionRegionModifiee: contribution };
  return JSON.stringify(world.answer(schema, query, variables ?? undefined, root));
}

function sendJson(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
