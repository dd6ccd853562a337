import type { CodeRefus } from './seance.errors.js';
import type { Seance, StatutSeance } from './seance.js';

// What each act asks of where a session is in its life; null lets it through.

/** Its frame, its attendance and its minutes change until it is closed or cancelled. */
export function refusDEcrire(statut: StatutSeance): CodeRefus | null {
  if (statut === 'CLOSE') return 'SEANCE_CLOSE';
  return statut === 'ANNULEE' ? 'SEANCE_ANNULEE' : null;
}

/** A decision is recorded, corrected or voted while the session is held. */
export function refusDeDecider(statut: StatutSeance): CodeRefus | null {
  return statut === 'PREVUE' ? 'SEANCE_NON_TENUE' : refusDEcrire(statut);
}

/** Minutes tell what happened: nothing before the session is held. */
export function refusDuReleve(statut: StatutSeance): CodeRefus | null {
  return refusDeDecider(statut);
}

/** What was held cannot be cancelled. */
export function refusDAnnuler(statut: StatutSeance): CodeRefus | null {
  return statut === 'TENUE' ? 'SEANCE_DEJA_TENUE' : refusDEcrire(statut);
}

/** What was held took place that day. */
export function refusDeReporter(statut: StatutSeance): CodeRefus | null {
  return refusDAnnuler(statut);
}

/** The agenda is set before the session, and only once for the two convenings of one. */
export function refusDOrdonner({
  statut,
  convocationDe,
}: Pick<Seance, 'statut' | 'convocationDe'>): CodeRefus | null {
  if (statut !== 'PREVUE') return 'ORDRE_DU_JOUR_FERME';
  return convocationDe === null ? null : 'ORDRE_DU_JOUR_REPRIS';
}

/**
 * Where a session is once a former version comes back: what was decided or written in it was
 * decided or written, so it has been held.
 */
export function statutRetabli(
  ancien: StatutSeance,
  { decisions, releve }: { readonly decisions: boolean; readonly releve: boolean },
): StatutSeance {
  return decisions || releve ? 'TENUE' : ancien;
}
