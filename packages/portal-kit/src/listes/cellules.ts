import type { JourCivil } from '@passerelle/portal-files';

const civile = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Paris',
});

/** A civil day, or an instant's day in Paris, as a cell that spreadsheets sort as a date. */
export function celluleJour(iso: string | null | undefined): JourCivil | null {
  if (!iso) return null;
  return { jour: iso.length === 10 ? iso : civile.format(new Date(iso)) };
}
