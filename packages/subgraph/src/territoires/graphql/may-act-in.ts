import type { Droit } from '@passerelle/identity';
import type { RequestContext } from '../../request/request-context.js';
import { estDansSaPortee } from '../domain/portee.js';
import type { CleTerritoire } from '../domain/territoire.js';
import type { TerritoireReader } from '../domain/territoire.reader.js';

/**
 * Whether this agent may use a right there, by this service's own territories.
 *
 * @returns `INCONNU` when the place is none of the region's
 */
export async function mayActIn(
  { identite, reads }: RequestContext,
  reader: TerritoireReader,
  droit: Droit,
  { code, maille }: CleTerritoire,
): Promise<'OUI' | 'HORS_TERRITOIRE' | 'INCONNU'> {
  const [lieu, sien] = await Promise.all([
    reads.load(reader.parCle, { code, maille }),
    identite.territoire ? reads.load(reader.parCle, identite.territoire) : null,
  ]);
  if (!lieu) return 'INCONNU';
  return estDansSaPortee(identite, droit, lieu, sien) ? 'OUI' : 'HORS_TERRITOIRE';
}
