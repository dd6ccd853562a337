import type { Partenaire } from './partenaires.js';
import { type ActeContribution, type Droit, REGLES_DES_ROLES, type Role } from './roles.js';

export const SCOPE_LIRE = 'protocole:lire';
export const SCOPE_LIRE_PUBLIC = 'protocole:lire:public';
/** To follow the signed acts of a house: for the services of the houses, never for an agent. */
export const SCOPE_ACTES_LIRE = 'actes:lire';

/** All that a house's service may be given: it reads; acts belong to agents. */
export const SCOPES_DE_SERVICE = [SCOPE_LIRE, SCOPE_ACTES_LIRE] as const;

/** The scope that the graph asks for an act in a house. */
export function scopeOf(partenaire: Partenaire, droit: Droit): string {
  return `${partenaire}:${droit}`;
}

/** The scope that the graph asks for an act on a house's contribution. */
export function scopeContribution(partenaire: Partenaire, acte: ActeContribution): string {
  return scopeOf(partenaire, `contribution:${acte}`);
}

/**
 * What these roles open, held in this house.
 *
 * @param partenaire - the agent's house; null outside the three. A role held outside the houses
 *   where it exists gives reading only: an agent moved to another house loses the acts of the
 *   former one even if nobody tidied the roles.
 * @returns sorted, without repetition; empty without a role
 */
export function scopesOf(roles: readonly Role[], partenaire: Partenaire | null): string[] {
  const scopes = new Set<string>();
  for (const role of roles) {
    const regle = REGLES_DES_ROLES[role];
    scopes.add(regle.lecture === 'tout' ? SCOPE_LIRE : SCOPE_LIRE_PUBLIC);
    if (partenaire === null || !regle.maisons.includes(partenaire)) continue;
    for (const droit of regle.droits) scopes.add(scopeOf(partenaire, droit));
  }
  return [...scopes].sort();
}
