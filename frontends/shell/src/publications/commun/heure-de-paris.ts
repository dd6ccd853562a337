const heures = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Paris',
});

/** « 14:05:09 »: beside the day of an instant, which spreadsheets sort as a date. */
export function heureDeParis(iso: string | null | undefined): string {
  return iso ? heures.format(new Date(iso)) : '';
}
