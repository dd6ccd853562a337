import type { Anneau, Forme } from './contours.js';

/** What the État's service keeps: `lon lat,lon lat;…`, an outline by territory. */
export interface Trace {
  readonly code: string;
  readonly anneaux: string;
}

/** A gateway refuses more in one request; a map of this size would show none of it. */
const CARACTERES_MAX = 150_000;
/** Degrees: about a hundred metres, then twice as much until it fits. */
const FINESSE = 0.001;

/** Outlines with as few points as a map of the region can show. */
export function simplifierFormes(formes: readonly Forme[]): readonly Trace[] {
  for (let ecart = FINESSE; ; ecart *= 2) {
    const traces = formes.map(({ code, anneaux }) => ({
      code,
      anneaux: anneaux.flatMap((anneau) => ecrireAnneau(anneau, ecart)).join(';'),
    }));
    const gardees = traces.filter(({ anneaux }) => anneaux !== '');
    if (gardees.reduce((somme, { anneaux }) => somme + anneaux.length, 0) <= CARACTERES_MAX) {
      return gardees;
    }
  }
}

/** The outlines kept by the État's service, for the map. */
export function lireTraces(
  traces: readonly Trace[],
  nomDe: (code: string) => string | undefined,
): readonly Forme[] {
  return traces.map(({ code, anneaux }) => ({
    code,
    nom: nomDe(code) ?? code,
    anneaux: anneaux.split(';').map((anneau) =>
      anneau.split(',').map((point): readonly [number, number] => {
        const [longitude = 0, latitude = 0] = point.split(' ').map(Number);
        return [longitude, latitude];
      }),
    ),
  }));
}

function ecrireAnneau(anneau: Anneau, ecart: number): readonly string[] {
  // A ring begins where it ends: cut where it is the farthest from there, it is two lines.
  const [premier] = anneau;
  if (premier === undefined) return [];
  const loin = anneau.reduce(
    (choisi, point, rang) =>
      distance(point, premier) > distance(anneau[choisi] ?? premier, premier) ? rang : choisi,
    0,
  );
  const points = [
    ...alleger(anneau.slice(0, loin + 1), ecart),
    ...alleger([...anneau.slice(loin), premier], ecart).slice(1),
  ].map(([longitude, latitude]) => `${arrondir(longitude)} ${arrondir(latitude)}`);
  const distincts = points.filter((point, rang) => point !== points[rang - 1]);
  return distincts.length >= 4 ? [distincts.join(',')] : [];
}

/** Douglas and Peucker: only the points that are farther than this from the line of the others. */
function alleger(ligne: Anneau, ecart: number): Anneau {
  const premier = ligne[0];
  const dernier = ligne.at(-1);
  if (premier === undefined || dernier === undefined || ligne.length < 3) return ligne;
  let loin = 0;
  let plusLoin = 0;
  ligne.forEach((point, rang) => {
    const ici = distanceALaLigne(point, premier, dernier);
    if (ici > plusLoin) {
      plusLoin = ici;
      loin = rang;
    }
  });
  if (plusLoin <= ecart) return [premier, dernier];
  return [
    ...alleger(ligne.slice(0, loin + 1), ecart),
    ...alleger(ligne.slice(loin), ecart).slice(1),
  ];
}

type Point = Anneau[number];

function distance([x, y]: Point, [a, b]: Point): number {
  return Math.hypot(x - a, y - b);
}

function distanceALaLigne([x, y]: Point, [a, b]: Point, [c, d]: Point): number {
  const longueur = Math.hypot(c - a, d - b);
  if (longueur === 0) return Math.hypot(x - a, y - b);
  return Math.abs((d - b) * x - (c - a) * y + c * b - d * a) / longueur;
}

function arrondir(degres: number): string {
  return String(Number(degres.toFixed(4)));
}
