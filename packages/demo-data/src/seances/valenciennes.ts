import type { InstanceDemonstration } from '../instances/instances-demonstration.js';
import { instantAParis } from './calendrier.js';
import type { Voulu } from './decisions.js';
import { MODELES_DECISION } from './modeles.js';
import type { PointDemonstration } from './seance-demonstration.js';

/** The session that a visitor prepares, holds and closes: its agenda is not agreed yet. */
export const SEANCE_A_PREPARER = {
  instance: 'spel-596',
  jour: '2023-12-15',
  debut: instantAParis('2023-12-15', '14:30'),
  fin: instantAParis('2023-12-15', '16:30'),
  lieu: 'Sous-préfecture de Valenciennes',
  objet: 'Recrutements de l’industrie et formations du premier trimestre 2024',
} as const;

export const POINTS_A_ACCORDER: readonly PointDemonstration[] = [
  {
    id: 'region-1',
    titre: 'Places de formation ouvertes au premier trimestre 2024',
    duree: 20,
    partenaire: 'region',
  },
  {
    id: 'pole-emploi-1',
    titre: 'Demandeurs d’emploi et métiers en tension de l’arrondissement',
    duree: 20,
    partenaire: 'pole-emploi',
  },
];

/** What the former session of Valenciennes left: two late decisions, one that awaits the Région. */
const LAISSEES: readonly Voulu[] = [
  { ...modele(2), echeance: '2023-12-01', avancement: 'EN_COURS', manquent: [] },
  { ...modele(0), echeance: '2023-12-08', avancement: null, manquent: [] },
  { ...modele(8), echeance: '2024-01-15', avancement: null, manquent: ['REGION'] },
];

function modele(rang: number): Pick<Voulu, 'modele'> {
  const trouve = MODELES_DECISION[rang];
  return trouve ? { modele: trouve } : {};
}

/** @returns null for any other session */
export function decisionsVoulues(
  { id }: Pick<InstanceDemonstration, 'id'>,
  mois: string,
): readonly Voulu[] | null {
  return id === SEANCE_A_PREPARER.instance && mois === '2023-11' ? LAISSEES : null;
}
