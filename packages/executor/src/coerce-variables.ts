import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { ExecutionError } from './execution-result.js';

export type CoercedVariables =
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly ExecutionError[] };

/** Variables as the operation declares them, defaults included. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | null | undefined,
): CoercedVariables {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return { values: {} };
  const { coerced, errors } = getVariableValues(
    schema,
    definitions,
    { ...given },
    {
      maxErrors: 10,
    },
  );
  if (coerced !== undefined) return { values: coerced };
  return {
    errors: (errors ?? []).map((error) => ({
      message: `Les variables ne conviennent pas à l'opération : ${error.message}`,
      ...(error.locations === undefined ? {} : { locations: error.locations }),
      extensions: { code: 'VARIABLES_INVALIDES' },
    })),
  };
}
