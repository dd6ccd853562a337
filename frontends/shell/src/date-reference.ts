import { lireRegistre } from '@passerelle/portal-kit';

/**
 * The day from which lateness is counted. Demonstration data was closed on a given day: counted
 * from today, everything would look years late.
 */
export function dateDeReference(): Date {
  const { dateDonnees } = lireRegistre();
  return dateDonnees === null ? new Date() : new Date(`${dateDonnees}T23:00:00Z`);
}

const civile = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Paris',
});

/** The same as a civil date of Paris, AAAA-MM-JJ: what the graph is asked « as of ». */
export function jourDeReference(): string {
  return lireRegistre().dateDonnees ?? civile.format(new Date());
}
