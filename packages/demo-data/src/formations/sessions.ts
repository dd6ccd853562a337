import { DATE_DEMONSTRATION } from '../date-demonstration.js';
import type { Aleatoire } from '../hasard/aleatoire.js';
import type { CleTerritoire } from '../partenaire.js';
import type { SessionDemonstration } from './formation-demonstration.js';
import type { TypeParcours } from './types-parcours.js';

const DAY_MS = 86_400_000;
/** First Monday on which a session may start, and how many weeks follow: until the end of June 2024. */
const PREMIER_LUNDI = Date.parse('2023-01-02T00:00:00Z');
const NOMBRE_SEMAINES = 78;
/** A session fills up over the three months before it starts. */
const SEMAINES_DE_REMPLISSAGE = 13;

export function tirerSessions(
  hasard: Aleatoire,
  formation: {
    readonly numeroOffre: string;
    readonly nombre: number;
    readonly type: TypeParcours;
    readonly lieu: CleTerritoire;
  },
): SessionDemonstration[] {
  const [min, max] = formation.type.dureeSemaines;
  const dureeSemaines = hasard.entier(min, max);
  const debuts = Array.from({ length: formation.nombre }, () =>
    hasard.entier(0, NOMBRE_SEMAINES - 1),
  ).toSorted((a, b) => a - b);
  return debuts.map((semaine, index) => {
    const debut = PREMIER_LUNDI + semaine * 7 * DAY_MS;
    const places = hasard.entier(8, 16);
    return {
      numeroSession: `${formation.numeroOffre}-${String(index + 1).padStart(2, '0')}`,
      debut: toCivilDate(debut),
      // A session ends on the Friday of its last week.
      fin: toCivilDate(debut + ((dureeSemaines - 1) * 7 + 4) * DAY_MS),
      places,
      placesRestantes: placesRestantes(hasard, debut, places),
      lieu: formation.lieu,
      demonstration: true,
    };
  });
}

/** None once begun; the nearer the start, the fewer. */
function placesRestantes(hasard: Aleatoire, debut: number, places: number): number {
  const tirage = hasard.nombre();
  const weeksAhead = (debut - Date.parse(`${DATE_DEMONSTRATION}T00:00:00Z`)) / (7 * DAY_MS);
  if (weeksAhead < 0) return 0;
  const partLibre = Math.min(1, (weeksAhead + 1) / SEMAINES_DE_REMPLISSAGE);
  return Math.min(places, Math.round(places * partLibre * (0.4 + 0.8 * tirage)));
}

function toCivilDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
