import type { CodeRefus } from './seance.errors.js';
import type { Presence } from './seance.js';

/** What was done in a session since a given change. */
export interface ActesDepuis {
  readonly decisions: boolean;
  readonly releve: boolean;
  readonly validations: boolean;
}

/**
 * Attendance makes the quorum and stands in the minutes: once something was decided, written or
 * validated since, it is corrected in the open and no longer undone.
 */
export function refusDeRetablirLesPresences(
  presentes: readonly Presence[],
  anciennes: readonly Presence[],
  depuis: ActesDepuis,
): CodeRefus | null {
  if (memesPresences(presentes, anciennes)) return null;
  return depuis.decisions || depuis.releve || depuis.validations ? 'PRESENCES_ENGAGEES' : null;
}

/** An agenda that a house agreed on is moved in the open, and no longer undone. */
export function refusDeRetablirLOrdre(accords: number): CodeRefus | null {
  return accords > 0 ? 'ORDRE_DU_JOUR_ACCORDE' : null;
}

function memesPresences(unes: readonly Presence[], autres: readonly Presence[]): boolean {
  const cles = (presences: readonly Presence[]): readonly string[] =>
    presences.map(({ fonction, organisation, present, signataire, voix }) =>
      JSON.stringify([fonction, organisation, present, signataire, voix]),
    );
  return JSON.stringify(cles(unes)) === JSON.stringify(cles(autres));
}
