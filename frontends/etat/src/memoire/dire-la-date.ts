import { formaterDate } from '@passerelle/portal-kit';
import type { PrecisionDate } from '../generated/graphql.js';

const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date said no more exactly than its source says it. */
export function direLaDate(le: string, precision: PrecisionDate): string {
  switch (precision) {
    case 'ANNEE':
      return le.slice(0, 4);
    case 'MOIS':
      return MOIS.format(new Date(`${le}T00:00:00Z`));
    case 'JOUR':
      return formaterDate(le);
  }
}
