import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { GatewayError } from '../errors.js';
import type { Limites } from '../limits.js';

/**
 * Reads a document's lexemes before it is parsed, and stops at the limit. Comments count:
 * the parser skips them for free for the sender, not for us.
 *
 * @throws GatewayError DOCUMENT_TROP_GRAND, LEXEMES_TROP_NOMBREUX, SYNTAXE_INVALIDE
 */
export function scanDocument(
  query: string,
  limites: Pick<Limites, 'documentOctets' | 'lexemes'>,
): void {
  if (Buffer.byteLength(query) > limites.documentOctets) {
    throw new GatewayError('DOCUMENT_TROP_GRAND', { champs: { limite: limites.documentOctets } });
  }
  const lexer = new Lexer(new Source(query));
  let count = 0;
  // `advance` walks over comments but links them in the list of tokens: they are counted there.
  let previous = lexer.token;
  try {
    for (;;) {
      const token = lexer.advance();
      for (let t = previous.next; t !== null && t !== token; t = t.next) count += 1;
      if (token.kind === TokenKind.EOF) break;
      count += 1;
      if (count > limites.lexemes) break;
      previous = token;
    }
  } catch (cause) {
    throw syntaxError(cause);
  }
  if (count > limites.lexemes) {
    throw new GatewayError('LEXEMES_TROP_NOMBREUX', { champs: { limite: limites.lexemes } });
  }
}

/** A syntax error of graphql-js with our code, its place kept, its English kept as a detail. */
export function syntaxError(cause: unknown): unknown {
  if (!(cause instanceof GraphQLError)) return cause;
  const [place] = cause.locations ?? [];
  return new GatewayError('SYNTAXE_INVALIDE', {
    ...(place === undefined
      ? {}
      : {
          precision: `Voir ligne ${place.line}, colonne ${place.column}.`,
          locations: [{ line: place.line, column: place.column }],
        }),
    champs: { detail: cause.message },
    cause,
  });
}
