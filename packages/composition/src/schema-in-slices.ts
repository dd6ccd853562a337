import {
  type DocumentNode,
  GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedDirectives,
  validateSchema,
} from 'graphql';
// graphql exports no way to make the types of a document without building the schema whole.
import { extendSchemaImpl } from 'graphql/utilities/extendSchema.js';

/** Called between two pieces of a long work: waits while others have something to do. */
export type Breathe = () => Promise<void> | undefined;

/**
 * What `buildASTSchema(document, { assumeValidSDL: true })` returns, made piece by piece: a type's
 * fields are only worked out when they are first asked for, so asking each type for its own before
 * the whole is put together leaves little to do in one go. Validated too, which the first validation
 * of an operation would do otherwise.
 */
export async function buildSchemaInSlices(
  document: DocumentNode,
  breathe: Breathe,
): Promise<GraphQLSchema> {
  const config = extendSchemaImpl(EMPTY, document, { assumeValidSDL: true });
  for (const type of config.types) {
    await breathe();
    if (isObjectType(type) || isInterfaceType(type)) {
      type.getFields();
      type.getInterfaces();
    } else if (isInputObjectType(type)) type.getFields();
    else if (isUnionType(type)) type.getTypes();
  }
  await breathe();
  const rootNamed = (name: string) =>
    config.types.filter(isObjectType).find((type) => type.name === name);
  const declared = new Set(config.directives.map(({ name }) => name));
  const schema = new GraphQLSchema({
    ...config,
    ...(config.astNode == null
      ? {
          query: rootNamed('Query') ?? null,
          mutation: rootNamed('Mutation') ?? null,
          subscription: rootNamed('Subscription') ?? null,
        }
      : {}),
    directives: [
      ...config.directives,
      ...specifiedDirectives.filter(({ name }) => !declared.has(name)),
    ],
  });
  await breathe();
  validateSchema(schema);
  await breathe();
  return schema;
}

const EMPTY = {
  ...new GraphQLSchema({ assumeValid: false }).toConfig(),
  types: [],
  directives: [],
};
