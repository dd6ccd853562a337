export interface PointCarte {
  code: string;
  longitude: number;
  latitude: number;
}

export interface Tuile {
  code: string;
  colonne: number;
  ligne: number;
}

/**
 * Places each point on its own cell of a grid, as near as possible to where it is on the map.
 * Works for any region: the grid takes the shape of the points. Deterministic.
 *
 * @returns one tile per point, columns and rows from 1
 */
export function disposerTuiles(points: readonly PointCarte[]): {
  tuiles: Tuile[];
  colonnes: number;
  lignes: number;
} {
  if (points.length === 0) return { tuiles: [], colonnes: 0, lignes: 0 };
  const lons = points.map((p) => p.longitude);
  const lats = points.map((p) => p.latitude);
  const ouest = Math.min(...lons);
  const nord = Math.max(...lats);
  const latitudeMoyenne = (nord + Math.min(...lats)) / 2;
  // A degree of longitude is shorter than a degree of latitude: without this the map is too wide.
  const contraction = Math.cos((latitudeMoyenne * Math.PI) / 180);
  const largeur = (Math.max(...lons) - ouest) * contraction;
  const hauteur = nord - Math.min(...lats);
  const surface = Math.max(largeur, 0.01) * Math.max(hauteur, 0.01);
  // 1.5 cells per point leaves enough holes for the outline of the region to be recognised.
  const maille = Math.sqrt(surface / (points.length * 1.5));
  const colonnes = Math.max(1, Math.round(largeur / maille) + 1);
  const lignes = Math.max(Math.ceil(points.length / colonnes), Math.round(hauteur / maille) + 1);

  const voulues = points.map((p) => ({
    code: p.code,
    x: largeur === 0 ? 0 : (((p.longitude - ouest) * contraction) / largeur) * (colonnes - 1),
    y: hauteur === 0 ? 0 : ((nord - p.latitude) / hauteur) * (lignes - 1),
  }));
  const places = placer(voulues, colonnes, lignes);
  echanger(voulues, places);
  return {
    tuiles: places.map(({ code, colonne, ligne }) => ({
      code,
      colonne: colonne + 1,
      ligne: ligne + 1,
    })),
    colonnes,
    lignes,
  };
}

interface Voulue {
  code: string;
  x: number;
  y: number;
}

function distance(voulue: Voulue, colonne: number, ligne: number): number {
  return (voulue.x - colonne) ** 2 + (voulue.y - ligne) ** 2;
}

function placer(voulues: readonly Voulue[], colonnes: number, lignes: number): Tuile[] {
  const prises = new Set<number>();
  return voulues.map((voulue) => {
    let meilleure = -1;
    for (let cellule = 0; cellule < colonnes * lignes; cellule += 1) {
      if (prises.has(cellule)) continue;
      const ici = distance(voulue, cellule % colonnes, Math.floor(cellule / colonnes));
      if (
        meilleure === -1 ||
        ici < distance(voulue, meilleure % colonnes, Math.floor(meilleure / colonnes))
      ) {
        meilleure = cellule;
      }
    }
    prises.add(meilleure);
    return {
      code: voulue.code,
      colonne: meilleure % colonnes,
      ligne: Math.floor(meilleure / colonnes),
    };
  });
}

/** Swaps pairs of tiles while that brings both nearer to their places. */
function echanger(voulues: readonly Voulue[], places: Tuile[]): void {
  let change = true;
  while (change) {
    change = false;
    for (let i = 0; i < places.length; i += 1) {
      for (let j = i + 1; j < places.length; j += 1) {
        const [a, b, va, vb] = [places[i], places[j], voulues[i], voulues[j]];
        if (!a || !b || !va || !vb) continue;
        const avant = distance(va, a.colonne, a.ligne) + distance(vb, b.colonne, b.ligne);
        const apres = distance(va, b.colonne, b.ligne) + distance(vb, a.colonne, a.ligne);
        if (apres < avant - 1e-9) {
          places[i] = { ...b, code: a.code };
          places[j] = { ...a, code: b.code };
          change = true;
        }
      }
    }
  }
}
