import type { Partenaire, Role } from '@passerelle/identity';
import type { TitreValidation } from './participation.js';

/** Subjects on which the recteur has a say, so that his delegate may act. */
export const SUJETS_DU_RECTEUR: readonly string[] = [
  'ORIENTATION',
  'FORMATION_INITIALE',
  'APPRENTISSAGE',
];

/** Houses that validate, with the titles they may speak in; the first is the house's own. */
export const TITRES: Readonly<Record<Partenaire, readonly TitreValidation[]>> = {
  etat: ['ETAT', 'RECTEUR'],
  region: ['REGION'],
  'pole-emploi': [],
};

/** The rectorat is of the État's house in the graph, and speaks in its own title. */
export function parleEnRecteur(roles: readonly Role[]): boolean {
  return roles.length > 0 && roles.every((role) => role === 'delegue-recteur');
}

/** The title in which this agent's agreement is given; null in a house that has none. */
export function titreDe(maison: Partenaire, roles: readonly Role[]): TitreValidation | null {
  const [sien = null, autre = null] = TITRES[maison];
  return autre === 'RECTEUR' && parleEnRecteur(roles) ? autre : sien;
}
