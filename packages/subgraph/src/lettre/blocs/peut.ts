import { type Droit, type Partenaire, scopeOf, scopesOf } from '@passerelle/identity';
import type { Abonne } from '../domain/abonne.js';

/** Whether the agent's roles open this right in their house. */
export function peut({ roles }: Pick<Abonne, 'roles'>, maison: Partenaire, droit: Droit): boolean {
  return scopesOf(roles, maison).includes(scopeOf(maison, droit));
}

/** The territory to look at; the region's agents look at everything. */
export function territoireDe({
  territoire,
}: Pick<Abonne, 'territoire'>): { code: string; maille: string } | null {
  return territoire === null || territoire.maille === 'REGION' ? null : territoire;
}
