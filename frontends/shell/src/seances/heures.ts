const heures = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** « 09:30 », in Paris. */
export function heureDe(instant: string): string {
  return heures.format(new Date(instant));
}

/** « de 09:30 à 11:30 », « à 09:30 », or nothing. */
export function horaireDe(debut: string | null, fin: string | null): string {
  if (debut === null) return '';
  return fin === null ? `à ${heureDe(debut)}` : `de ${heureDe(debut)} à ${heureDe(fin)}`;
}

/**
 * The instant of an hour on a day of Paris.
 *
 * @param jour - civil date
 * @param heure - « HH:MM »
 * @returns ISO instant; null when the hour is not one
 */
export function instantDe(jour: string, heure: string): string | null {
  if (!/^\d{2}:\d{2}$/.test(heure)) return null;
  const naif = Date.parse(`${jour}T${heure}:00Z`);
  if (Number.isNaN(naif)) return null;
  // Paris is one or two hours ahead: the right one is that which reads back as the hour asked.
  for (const avance of [1, 2]) {
    const instant = new Date(naif - avance * 3_600_000);
    if (heures.format(instant) === heure) return instant.toISOString();
  }
  return null;
}
