import { DROITS, type Identite, type Partenaire, scopeOf } from '@passerelle/identity';
import type { Destinataire } from './notification.js';

/** What decides of an agent's notifications in this house. */
export function destinataireOf(
  { sujet, scopes, territoire }: Pick<Identite, 'sujet' | 'scopes' | 'territoire'>,
  maison: Partenaire,
): Destinataire {
  return {
    sujet,
    droits: DROITS.filter((droit) => scopes.includes(scopeOf(maison, droit))),
    territoire:
      territoire === null || territoire.maille === 'REGION'
        ? null
        : `${territoire.maille}:${territoire.code}`,
  };
}
