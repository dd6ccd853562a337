import { DATE_DEMONSTRATION } from '@passerelle/demo-data';
import type { SubgraphConfig } from '../config/subgraph-config.js';

/** « AAAA-MM-JJ » of an instant where the partners work: that is how Swedish writes a date. */
const JOUR_A_PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** @returns civil date of this instant in Europe/Paris */
export function jourAParis(instant: Date): string {
  return JOUR_A_PARIS.format(instant);
}

/**
 * The day on which a question without a date is answered: that of the demonstration, else today.
 * Asked at each question, because a service outlives the day on which it started.
 *
 * @returns civil date, Europe/Paris
 */
export function jourCourant({ demonstration }: Pick<SubgraphConfig, 'demonstration'>): string {
  return demonstration ? DATE_DEMONSTRATION : jourAParis(new Date());
}
