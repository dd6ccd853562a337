import { dateDeReference } from '../date-reference.js';

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The civil day from which lateness is counted, in Paris: Swedish writes it AAAA-MM-JJ. */
export function jourDeReference(): string {
  return PARIS.format(dateDeReference());
}
