import { type CursorCodec, createCursorCodec } from '@passerelle/subgraph';

/** Courses are sorted by the key of their title, then by number, wherever they are listed. */
export function formationCursors(list: string): CursorCodec {
  return createCursorCodec(list, ['string', 'string']);
}

/** Sessions are sorted by start date, then by number. */
export function sessionCursors(list: string): CursorCodec {
  return createCursorCodec(list, ['string', 'string']);
}
