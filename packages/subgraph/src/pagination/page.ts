import type { CursorCodec, SortKey } from './cursor.js';
import { paginationError } from './pagination.errors.js';

export const MAX_PAGE_SIZE = 100;

/** As a caller asks: both may be left out or null. */
export interface PageAsked {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** As a reader gets it: a checked size and the position after which to read. */
export interface Page {
  readonly first: number;
  readonly after: SortKey | null;
}

/**
 * @throws PAGE_INVALIDE outside 1..100, CURSEUR_INVALIDE for a cursor of another list
 */
export function parsePage(asked: PageAsked, codec: CursorCodec, defaultSize = 20): Page {
  const first = asked.first ?? defaultSize;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    throw paginationError('PAGE_INVALIDE');
  }
  return { first, after: asked.after ? codec.decode(asked.after) : null };
}

/** What a reader gives back: at most `first` rows, and whether more follow. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** @param rows - up to `first + 1` rows: the extra one only says that there is a next page */
export function toSlice<Row>(rows: readonly Row[], first: number): Slice<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}
