const INSTANT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/** `22/11/2026 20:10`, Paris time; a text that is not an instant stays as it is. */
export function instant(texte: string | null): string {
  if (texte === null) return '—';
  const date = new Date(texte);
  return Number.isNaN(date.getTime()) ? texte : INSTANT.format(date);
}
