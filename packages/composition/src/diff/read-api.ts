import { buildSchema, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What was published last is what the next publication is compared with. */
const known = new LRUCache<string, GraphQLSchema>({ max: 2 });

/**
 * The API schema of a graph. It has been composed and validated: no validation here, so that an
 * older graph stays readable when rules change.
 *
 * @param apiSdl - empty when there is no graph yet
 * @throws GraphQLError when the text is not SDL
 */
export function readApi(apiSdl: string): GraphQLSchema {
  if (apiSdl.trim() === '') return new GraphQLSchema({ assumeValid: true });
  let api = known.get(apiSdl);
  if (api === undefined) {
    api = buildSchema(apiSdl, { assumeValid: true, assumeValidSDL: true });
    known.set(apiSdl, api);
  }
  return api;
}
