const nombres = new Intl.NumberFormat('fr-FR');
const dates = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Paris',
});
const instants = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
const heures = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
const jours = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'Europe/Paris' });
const joursEtMois = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Paris',
});
const civiles = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Paris',
});

const JOUR_MS = 86_400_000;
const estCivile = (valeur: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(valeur);

/** The first of the month is « 1er » in French; Intl writes « 1 ». */
const avecPremier = (texte: string): string => texte.replace(/^1 /, '1er ');

/** `5992194` → « 5 992 194 », with narrow no-break spaces. */
export function formaterNombre(nombre: number): string {
  return nombres.format(nombre);
}

/** Exact: « 8 décembre 2023 » for a civil date, « 8 décembre 2023 à 17:42 » for an instant. */
export function formaterDate(iso: string): string {
  return avecPremier(
    estCivile(iso) ? dates.format(new Date(`${iso}T12:00:00Z`)) : instants.format(new Date(iso)),
  );
}

/** Days between two instants, counted on the calendar of Paris. */
function joursEntre(avant: Date, apres: Date): number {
  const midi = (date: Date): number => Date.parse(`${civiles.format(date)}T12:00:00Z`);
  return Math.round((midi(apres) - midi(avant)) / JOUR_MS);
}

/**
 * In words near, exact far: « à l’instant », « il y a 5 minutes », « 17:42 », « hier, 17:42 »,
 * « vendredi », « 8 décembre », « 8 juin 2022 ». A civil date has no hour.
 */
export function formaterDateProche(iso: string, maintenant: Date = new Date()): string {
  const civile = estCivile(iso);
  const date = new Date(civile ? `${iso}T12:00:00Z` : iso);
  const ecart = joursEntre(date, maintenant);
  const minutes = Math.floor((maintenant.getTime() - date.getTime()) / 60_000);
  if (ecart === 0 && civile) return 'aujourd’hui';
  if (ecart === 0 && minutes >= 0 && minutes < 1) return 'à l’instant';
  if (ecart === 0 && minutes >= 1 && minutes < 60) {
    return `il y a ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  }
  if (ecart === 0) return `aujourd’hui, ${heures.format(date)}`;
  if (ecart === 1) return civile ? 'hier' : `hier, ${heures.format(date)}`;
  if (ecart > 1 && ecart < 7) return jours.format(date);
  const memeAnnee = civiles.format(date).slice(0, 4) === civiles.format(maintenant).slice(0, 4);
  return avecPremier(memeAnnee ? joursEtMois.format(date) : dates.format(date));
}

/** The near date after a verb: « le 8 décembre », but « hier, 17:42 », « vendredi ». */
export function formaterLe(iso: string, maintenant: Date = new Date()): string {
  const proche = formaterDateProche(iso, maintenant);
  return /^\d/.test(proche) ? `le ${proche}` : proche;
}

/** « du 8 janvier au 20 février 2024 »; the year is said once when it is the same. */
export function formaterPeriode(debut: string, fin: string): string {
  const memeAnnee = debut.slice(0, 4) === fin.slice(0, 4);
  const premier = formaterDate(debut);
  return `du ${memeAnnee ? premier.replace(/ \d{4}$/, '') : premier} au ${formaterDate(fin)}`;
}

/** « depuis 2 minutes », « depuis 3 heures », for a situation that lasts. */
export function formaterDepuis(debut: Date, maintenant: Date = new Date()): string {
  const minutes = Math.floor((maintenant.getTime() - debut.getTime()) / 60_000);
  if (minutes < 1) return 'depuis moins d’une minute';
  if (minutes < 60) return `depuis ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const nombreHeures = Math.floor(minutes / 60);
  if (nombreHeures < 24) return `depuis ${nombreHeures} ${nombreHeures === 1 ? 'heure' : 'heures'}`;
  return `depuis le ${avecPremier(joursEtMois.format(debut))}`;
}
