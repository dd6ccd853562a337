import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { ErrorMask } from '../errors/mask-error.js';
import type { RequestContext } from '../request/request-context.js';
import { MAX_TOKENS, parseGraphqlRequest } from './parse-graphql-request.js';
import { sendJson } from './send-json.js';

export interface GraphqlEndpointOptions {
  schema: GraphQLSchema;
  introspection: boolean;
  mask: ErrorMask;
}

export interface GraphqlEndpoint {
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** `POST /graphql`: Apollo Server runs the operation, our server speaks HTTP. */
export async function createGraphqlEndpoint(
  options: GraphqlEndpointOptions,
): Promise<GraphqlEndpoint> {
  const apollo = new ApolloServer<RequestContext>({
    schema: options.schema,
    introspection: options.introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, error) => options.mask(error, formatted),
    plugins: [
      // It hooks every field: two to three times the cost of a list, for a header nobody reads here.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      unavailableStatus,
    ],
  });
  await apollo.start();

  return {
    async handle(request, response, context) {
      const body = await parseGraphqlRequest(request);
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      // Only incremental delivery is chunked, and no operation here can ask for it.
      if (answer.body.kind !== 'complete') throw new Error('unexpected chunked answer');
      sendJson(
        response,
        answer.status ?? 200,
        answer.body.string,
        Object.fromEntries(answer.headers),
      );
    },
    stop: () => apollo.stop(),
  };
}

/** An answer without its database is this partner's outage: the status says it to the gateway. */
const unavailableStatus = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }: ResponseSent): Promise<void> => {
        if (response.body.kind === 'single') {
          const errors = response.body.singleResult.errors ?? [];
          if (errors.some((error) => error.extensions?.['code'] === 'BASE_INDISPONIBLE')) {
            response.http.status = 503;
          }
        }
        return Promise.resolve();
      },
    }),
};

interface ResponseSent {
  response: {
    http: { status?: number };
    body:
      | {
          kind: 'single';
          singleResult: { errors?: readonly { extensions?: Record<string, unknown> }[] };
        }
      | { kind: 'incremental' };
  };
}
