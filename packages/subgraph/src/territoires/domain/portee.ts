import {
  type Droit,
  type Identite,
  REGLES_DES_ROLES,
  type Role,
  type Territoire as TerritoireAgent,
} from '@passerelle/identity';
import type { CleTerritoire } from './territoire.js';

/**
 * Where a role may act: everywhere in the region, in its own territory only, or also at the tables
 * that its territory belongs to (a directeur territorial sits at the SPER).
 */
type Portee = 'PARTOUT' | 'DEDANS' | 'DEDANS_OU_AUTOUR';

const PORTEE: Readonly<Partial<Record<Role, Portee>>> = {
  'sous-prefet': 'DEDANS',
  'conseiller-regional': 'DEDANS',
  'animateur-prochemploi': 'DEDANS',
  'charge-relations-entreprises': 'DEDANS',
  conseiller: 'DEDANS',
  'directeur-territorial': 'DEDANS_OU_AUTOUR',
};

/** A territory and what contains it, as this service's own table says. */
export interface Lieu extends CleTerritoire {
  readonly parents: readonly CleTerritoire[];
}

/**
 * Whether one of the roles that give this right reaches there. A role bound to a territory reaches
 * nowhere when the agent has none: a forgotten line of the habilitations opens nothing.
 *
 * @param lieu - where the act would take place
 * @param sien - the agent's own territory, with what contains it; null when unknown here
 */
export function estDansSaPortee(
  identite: Pick<Identite, 'roles' | 'territoire'>,
  droit: Droit,
  lieu: Lieu,
  sien: Lieu | null,
): boolean {
  return identite.roles
    .filter((role) => REGLES_DES_ROLES[role].droits.includes(droit))
    .some((role) => atteint(PORTEE[role] ?? 'PARTOUT', identite.territoire, lieu, sien));
}

function atteint(
  portee: Portee,
  territoire: TerritoireAgent | null,
  lieu: Lieu,
  sien: Lieu | null,
): boolean {
  if (portee === 'PARTOUT') return true;
  if (territoire === null) return false;
  if ([lieu, ...lieu.parents].some((cle) => estLeMeme(cle, territoire))) return true;
  const autour = sien?.parents ?? [];
  return portee === 'DEDANS_OU_AUTOUR' && autour.some((cle) => estLeMeme(cle, lieu));
}

function estLeMeme(un: CleTerritoire, autre: CleTerritoire): boolean {
  return un.maille === autre.maille && un.code === autre.code;
}
