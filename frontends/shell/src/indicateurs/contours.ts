/** Outline of a territory, ready to be drawn. */
export interface Contour {
  readonly code: string;
  readonly nom: string;
  /** SVG path in the frame of `Contours`. */
  readonly trace: string;
}

export interface Contours {
  readonly largeur: number;
  readonly hauteur: number;
  readonly contours: readonly Contour[];
}

export type Anneau = readonly (readonly [longitude: number, latitude: number])[];

export interface Forme {
  readonly code: string;
  readonly nom: string;
  readonly anneaux: readonly Anneau[];
}

const LARGEUR = 600;
const TAILLE_MAX = 20 * 1024 * 1024;

/**
 * Reads outlines from a GeoJSON file: polygons and multipolygons in degrees, each with a `code`.
 * What is not among the territories known is left out.
 *
 * @param connus - codes of the territories to draw, as the COG writes them
 * @returns nothing for a file that holds none of them, or that is larger than 20 MB
 */
export function lireFormes(texte: string, connus: ReadonlySet<string>): readonly Forme[] {
  if (texte.length > TAILLE_MAX) return [];
  return collection(lireJson(texte)).flatMap((element) => {
    const forme = formeDe(element, connus);
    return forme === null ? [] : [forme];
  });
}

function lireJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    // Not JSON: said with every other file that draws nothing.
    return null;
  }
}

function collection(json: unknown): readonly unknown[] {
  return estObjet(json) && Array.isArray(json['features']) ? json['features'] : [];
}

function formeDe(element: unknown, connus: ReadonlySet<string>): Forme | null {
  if (!estObjet(element)) return null;
  const { properties, geometry } = element;
  if (!estObjet(properties) || !estObjet(geometry)) return null;
  const code = codesPossibles(texteDe(properties['code'])).find((un) => connus.has(un));
  if (code === undefined) return null;
  const anneaux =
    geometry['type'] === 'Polygon'
      ? lireAnneaux(geometry['coordinates'])
      : geometry['type'] === 'MultiPolygon' && Array.isArray(geometry['coordinates'])
        ? geometry['coordinates'].flatMap(lireAnneaux)
        : [];
  return anneaux.length === 0 ? null : { code, nom: texteDe(properties['nom']) || code, anneaux };
}

/** IGN writes the arrondissement 595 as `59005`: département, then its number on three digits. */
export function codesPossibles(code: string): readonly string[] {
  const long = /^(\d[0-9AB])00(\d)$/.exec(code);
  return long ? [code, `${long[1]}${long[2]}`] : [code];
}

function lireAnneaux(coordonnees: unknown): Anneau[] {
  if (!Array.isArray(coordonnees)) return [];
  return coordonnees.flatMap((anneau: unknown) => {
    if (!Array.isArray(anneau)) return [];
    const points = anneau.flatMap((point: unknown): (readonly [number, number])[] => {
      if (!Array.isArray(point)) return [];
      const [longitude, latitude]: unknown[] = point;
      return estDegre(longitude, 180) && estDegre(latitude, 90) ? [[longitude, latitude]] : [];
    });
    return points.length > 3 ? [points] : [];
  });
}

function estDegre(valeur: unknown, max: number): valeur is number {
  return typeof valeur === 'number' && Math.abs(valeur) <= max;
}

/** Degrees to a flat frame: at these sizes, shortening longitudes is projection enough. */
export function tracer(formes: readonly Forme[]): Contours {
  const points = formes.flatMap(({ anneaux }) => anneaux.flat());
  const ouest = points.reduce((min, [x]) => Math.min(min, x), 180);
  const est = points.reduce((max, [x]) => Math.max(max, x), -180);
  const sud = points.reduce((min, [, y]) => Math.min(min, y), 90);
  const nord = points.reduce((max, [, y]) => Math.max(max, y), -90);
  const contraction = Math.cos((((nord + sud) / 2) * Math.PI) / 180);
  const echelle = LARGEUR / Math.max((est - ouest) * contraction, 1e-6);
  const x = (longitude: number): string => ((longitude - ouest) * contraction * echelle).toFixed(1);
  const y = (latitude: number): string => ((nord - latitude) * echelle).toFixed(1);
  return {
    largeur: LARGEUR,
    hauteur: Math.ceil((nord - sud) * echelle),
    contours: formes.map(({ code, nom, anneaux }) => ({
      code,
      nom,
      trace: anneaux
        .map((anneau) => `M${anneau.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`)
        .join(''),
    })),
  };
}

function texteDe(valeur: unknown): string {
  return typeof valeur === 'string' ? valeur : '';
}

function estObjet(valeur: unknown): valeur is Readonly<Record<string, unknown>> {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);
}
