import { type Connection, toConnection } from '../../pagination/connection.js';
import { type CursorCodec, createCursorCodec } from '../../pagination/cursor.js';
import type { Slice } from '../../pagination/page.js';
import type { Fiche } from '../domain/fiche.js';

/** Lists of fiches go by number. @param list - its name, with what filters it */
export function ficheCursors(list: string): CursorCodec {
  return createCursorCodec(`fiches ${list}`, ['number']);
}

export function ficheConnection(slice: Slice<Fiche>, codec: CursorCodec): Connection<Fiche> {
  return toConnection(slice, codec, ({ numero }) => [numero]);
}
