import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler, type OperationArgs } from 'graphql-sse';
import type { ErrorMask } from '../errors/mask-error.js';
import { platformError } from '../errors/platform-errors.js';
import type { RequestContext } from '../request/request-context.js';
import { type GraphqlRequest, MAX_TOKENS, parseGraphqlRequest } from './parse-graphql-request.js';
import { sendJson } from './send-json.js';

/** After this the stream ends and the subscriber asks again, with rights checked anew. */
const MAX_STREAM_MS = 60 * 60 * 1000;
const COMPLETE = 'event: complete\ndata:\n\n';

export interface StreamEndpointOptions {
  schema: GraphQLSchema;
  introspection: boolean;
  mask: ErrorMask;
}

export interface StreamEndpoint {
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  /** Ends every stream that is open. */
  stop(): void;
}

interface StreamContext {
  readonly body: GraphqlRequest;
  readonly request: RequestContext;
}

/** `POST /graphql/stream`: one subscription per connection, as server-sent events. */
export function createStreamEndpoint(options: StreamEndpointOptions): StreamEndpoint {
  const rules = options.introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const handler = createHandler<IncomingMessage, StreamContext, RequestContext>({
    // No token: never the single connection mode, whose streams would outlive their request.
    authenticate: () => null,
    onSubscribe: ({ context }) => prepare(context, options.schema, rules),
    onNext: (_context, _request, result) => ({
      ...result,
      ...(result.errors && { errors: result.errors.map((error) => masked(error, options.mask)) }),
    }),
  });
  const open = new Set<() => void>();

  return {
    async handle(request, response, context) {
      const body = await parseGraphqlRequest(request);
      const [stream, init] = await handler({
        method: 'POST',
        url: request.url ?? '/graphql/stream',
        headers: {
          get: (name) => (name === 'accept' ? 'text/event-stream' : headerOf(request, name)),
        },
        body: {
          query: body.query,
          ...(body.operationName && { operationName: body.operationName }),
          variables: body.variables ?? {},
        },
        raw: request,
        context: { body, request: context },
      });
      if (stream === null || typeof stream === 'string') {
        sendJson(response, init.status, stream ?? '{}');
        return;
      }
      response.writeHead(init.status, {
        ...init.headers,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      const end = (): void => void stream.return(undefined);
      let tooLong = false;
      const timer = setTimeout(() => {
        tooLong = true;
        end();
      }, MAX_STREAM_MS);
      open.add(end);
      response.once('close', end);
      try {
        for await (const event of stream) {
          if (!response.writable) break;
          if (!response.write(event)) await drained(response);
        }
        // Ended by the clock: the subscriber may come back. Ended by a stop: the cut says it all.
        if (tooLong) response.write(COMPLETE);
      } catch (error) {
        const errors = [options.mask(error)];
        response.write(`event: next\ndata: ${JSON.stringify({ errors })}\n\n${COMPLETE}`);
      } finally {
        clearTimeout(timer);
        open.delete(end);
        response.off('close', end);
        response.end();
      }
    },
    stop() {
      for (const end of open) end();
    },
  };
}

/** What graphql-sse would do, with our rules and for subscriptions only: acts have one door. */
function prepare(
  context: StreamContext,
  schema: GraphQLSchema,
  rules: typeof specifiedRules,
): OperationArgs<RequestContext> | { data: null; errors: readonly GraphQLError[] } {
  const document = parseDocument(context.body.query);
  const operation = getOperationAST(document, context.body.operationName);
  if (operation?.operation !== 'subscription') throw platformError('ABONNEMENT_ATTENDU');
  const errors = validate(schema, document, rules);
  if (errors.length > 0) {
    return {
      data: null,
      errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')),
    };
  }
  return {
    schema,
    document,
    operationName: context.body.operationName ?? null,
    variableValues: context.body.variables ?? null,
    contextValue: context.request,
  };
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw withCode(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

/** As Apollo Server does for `POST /graphql`, so that both doors give the same codes. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, code },
  });
}

/** graphql-sse prints GraphQL errors; this one prints as the mask decided. */
function masked(error: GraphQLError, mask: ErrorMask): GraphQLError {
  const { message, extensions } = mask(error);
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: extensions ?? null,
  });
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A reader that is slow or gone: wait for either, never buffer without bound. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
