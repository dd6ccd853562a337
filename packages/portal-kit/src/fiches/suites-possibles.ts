import type { FicheLue } from './fiche.js';

/** The fiches in which an experiment may go on: none of an experiment, none already taken. */
export function suitesPossibles<
  Fiche extends Pick<FicheLue, 'id' | 'experimental' | 'prolonge' | 'statut'>,
>(fiches: readonly Fiche[], experimentation: Pick<FicheLue, 'id'>): readonly Fiche[] {
  return fiches.filter(
    ({ id, experimental, prolonge, statut }) =>
      id !== experimentation.id && !experimental && !prolonge && statut !== 'ABANDONNEE',
  );
}
