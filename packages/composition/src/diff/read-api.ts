import { buildSchema, GraphQLSchema } from 'graphql';

/**
 * The API schema of a graph. It has been composed and validated: no validation here, so that an
 * older graph stays readable when rules change.
 *
 * @param apiSdl - empty when there is no graph yet
 * @throws GraphQLError when the text is not SDL
 */
export function readApi(apiSdl: string): GraphQLSchema {
  if (apiSdl.trim() === '') return new GraphQLSchema({ assumeValid: true });
  return buildSchema(apiSdl, { assumeValid: true, assumeValidSDL: true });
}
