import { jourDuPortail } from '@passerelle/portal-kit';

/** The day from which lateness is counted: the end of the one that the portal shows. */
export function dateDeReference(): Date {
  const { le, estPresent } = jourDuPortail();
  // Today is not over: counted from its end, what is due this evening would be late this morning.
  const maintenant = new Date();
  const fin = new Date(`${le}T23:00:00Z`);
  return estPresent && maintenant < fin ? maintenant : fin;
}

/** The same as a civil date of Paris, AAAA-MM-JJ: what the graph is asked « as of ». */
export function jourDeReference(): string {
  return jourDuPortail().le;
}
