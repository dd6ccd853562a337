import { createHash } from 'node:crypto';
import { paginationError } from './pagination.errors.js';

/** Position in a sorted list: the values of the sort key of the last row seen. */
export type SortKey = readonly (string | number)[];

/** The sort key of one list, in order; a cursor must carry exactly these kinds of values. */
export type SortKeyShape = readonly ('string' | 'number')[];

export interface CursorCodec {
  encode: (key: SortKey) => string;
  /** @throws CURSEUR_INVALIDE when the text is not a cursor that this list gave, unchanged */
  decode: (cursor: string) => SortKey;
}

/**
 * Opaque cursors of one list.
 *
 * The digest binds a cursor to its list and shows any change of a character. It is no secret:
 * a forged position gives nothing that paging would not give.
 *
 * @param list - name of the list with what filters and sorts it: another filter, another cursor
 */
export function createCursorCodec(list: string, shape: SortKeyShape): CursorCodec {
  return {
    encode: (key) => {
      const body = JSON.stringify(key);
      return Buffer.from(digest(list, body) + body).toString('base64url');
    },
    decode: (cursor) => {
      if (cursor.length > MAX_CURSOR_LENGTH) throw paginationError('CURSEUR_INVALIDE');
      const text = Buffer.from(cursor, 'base64url').toString('utf8');
      const body = text.slice(DIGEST_LENGTH);
      if (text.slice(0, DIGEST_LENGTH) !== digest(list, body)) {
        throw paginationError('CURSEUR_INVALIDE');
      }
      // base64url tolerates stray characters and unused bits: only the exact text is accepted.
      if (Buffer.from(text).toString('base64url') !== cursor) {
        throw paginationError('CURSEUR_INVALIDE');
      }
      return parseKey(body, shape);
    },
  };
}

const DIGEST_LENGTH = 8;
const MAX_CURSOR_LENGTH = 1024;

function digest(list: string, body: string): string {
  return createHash('sha256')
    .update(`${list}\n${body}`)
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}

function parseKey(body: string, shape: SortKeyShape): SortKey {
  const parsed: unknown = parseJson(body);
  if (!Array.isArray(parsed) || parsed.length !== shape.length) {
    throw paginationError('CURSEUR_INVALIDE');
  }
  return shape.map((kind, index) => {
    const value: unknown = parsed[index];
    if (kind === 'string' && typeof value === 'string') return value;
    if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return value;
    throw paginationError('CURSEUR_INVALIDE');
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw paginationError('CURSEUR_INVALIDE');
  }
}
