import { hacher } from '../hasard/aleatoire.js';
import type { InstanceDemonstration } from '../instances/instances-demonstration.js';
import type { PresenceDemonstration } from './seance-demonstration.js';

/**
 * The members of that day.
 *
 * @param assiste - whether the session has been held: co-pilots came, others nearly always
 */
export function presencesDe(
  { id, membres }: InstanceDemonstration,
  jour: string,
  assiste: boolean,
): PresenceDemonstration[] {
  return membres
    .filter(({ du, au }) => (du === null || du <= jour) && (au === null || au >= jour))
    .map(({ fonction, organisation, partenaire, copilote, voix }) => ({
      fonction,
      organisation,
      partenaire,
      present: assiste && (copilote || hacher(`${id}|${jour}|${fonction}`) < 0.85),
      signataire: false,
      voix,
    }));
}
