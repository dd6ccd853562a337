const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});

/** First hour at which the letter leaves, Europe/Paris. */
const HEURE = 7;

/**
 * The Monday whose letter is due at this instant.
 *
 * From 7:00 to midnight in Paris, summer and winter time alike: a service that was down at 7:00
 * still sends when it is back, and never the day after.
 *
 * @returns its civil date, null when no letter is due
 */
export function lundiDeLaLettre(instant: Date): string | null {
  const parts = new Map(PARIS.formatToParts(instant).map(({ type, value }) => [type, value]));
  if (parts.get('weekday') !== 'Mon' || Number(parts.get('hour')) < HEURE) return null;
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Civil date so many days later. */
export function joursApres(jour: string, nombre: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + nombre);
  return date.toISOString().slice(0, 10);
}

/** Monday of the week of a civil date. */
export function lundiDe(jour: string): string {
  const rang = (new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7;
  return joursApres(jour, -rang);
}
