import { lireRegistre } from '@passerelle/portal-kit';

/**
 * The day from which lateness is counted. Demonstration data was closed on a given day: counted
 * from today, everything would look years late.
 */
export function dateDeReference(): Date {
  const { dateDonnees } = lireRegistre();
  return dateDonnees === null ? new Date() : new Date(`${dateDonnees}T23:00:00Z`);
}
