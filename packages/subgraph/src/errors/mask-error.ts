import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ExposedError } from './exposed-error.js';

/** Failures of the operation itself: the caller's text, so its detail may be shown. */
const OPERATION_FAILURES: Readonly<Record<string, string>> = {
  BAD_REQUEST: 'La requête HTTP n’est pas une requête GraphQL.',
  BAD_USER_INPUT: 'Une variable ne correspond pas au type attendu.',
  GRAPHQL_PARSE_FAILED: 'Le texte de la requête n’est pas du GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'La requête ne correspond pas au graphe de ce partenaire.',
  OPERATION_RESOLUTION_FAILURE: 'L’opération à exécuter n’est pas désignée sans équivoque.',
};

export interface ErrorMaskOptions {
  partenaire: string;
  /** Told of every error that the caller can't act upon. */
  onUnexpected: (event: { reference: string; code: string; error: unknown }) => void;
  newReference?: () => string;
}

export type ErrorMask = (
  error: unknown,
  formatted?: GraphQLFormattedError,
) => GraphQLFormattedError;

/**
 * Turns whatever was thrown into what may leave: code, French sentence, partner, and a reference
 * to quote. Never a stack, never the text of an unforeseen error.
 */
export function createErrorMask(options: ErrorMaskOptions): ErrorMask {
  const newReference = options.newReference ?? (() => randomUUID());
  return (error, given) => {
    const formatted = given ?? (error instanceof GraphQLError ? error.toJSON() : { message: '' });
    const reference = newReference();
    const { partenaire } = options;
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };

    const exposed = findExposed(error);
    if (exposed) {
      if (exposed.httpStatus >= 500) {
        options.onUnexpected({ reference, code: exposed.code, error: exposed });
      }
      return {
        message: exposed.message,
        ...place,
        extensions: { ...exposed.details, code: exposed.code, partenaire, reference },
      };
    }

    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && Object.hasOwn(OPERATION_FAILURES, code)) {
      return {
        message: OPERATION_FAILURES[code] ?? '',
        ...place,
        extensions: { code, detail: formatted.message, partenaire, reference },
      };
    }

    options.onUnexpected({ reference, code: 'INTERNAL_SERVER_ERROR', error });
    return {
      message: 'Une erreur imprévue s’est produite. Donnez la référence à l’assistance.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', partenaire, reference },
    };
  };
}

/** graphql-js wraps what resolvers and scalars throw, sometimes twice. */
function findExposed(error: unknown): ExposedError | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (current instanceof ExposedError) return current;
    if (!(current instanceof GraphQLError)) return undefined;
    current = current.originalError;
  }
  return undefined;
}
