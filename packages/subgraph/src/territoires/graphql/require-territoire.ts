import type { RequestReads } from '../../request/request-reads.js';
import { territoireError } from '../domain/territoire.errors.js';
import type { CleTerritoire, Territoire } from '../domain/territoire.js';
import type { TerritoireReader } from '../domain/territoire.reader.js';

/** @throws TERRITOIRE_INCONNU: a filter on nothing would answer an empty list, and mislead */
export async function requireTerritoire(
  reads: RequestReads,
  reader: TerritoireReader,
  { code, maille }: CleTerritoire,
): Promise<Territoire> {
  const territoire = await reads.load(reader.parCle, { code, maille });
  if (!territoire) throw territoireError('TERRITOIRE_INCONNU');
  return territoire;
}
