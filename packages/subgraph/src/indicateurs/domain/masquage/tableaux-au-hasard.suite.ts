import type { LigneDeTableau } from './tableau.js';

const AGES = { J: 0.2, A: 0.5, S: 0.3 } as const;

/** A region, its départements and arrondissements, by sex and age; small, medium and large. */
export function unTableau(
  graine: number,
  { departements: auPlus = 4, arrondissements = 5 } = {},
): readonly LigneDeTableau[] {
  const tirer = generateur(graine);
  const feuilles: LigneDeTableau[] = [];
  const departements = 1 + Math.floor(tirer() * auPlus);
  for (let d = 0; d < departements; d += 1) {
    const nombre = 1 + Math.floor(tirer() * arrondissements);
    for (let a = 0; a < nombre; a += 1) {
      const taille = [6, 30, 120, 600][Math.floor(tirer() * 4)] ?? 6;
      feuilles.push(uneFeuille(`d${d}a${a}`, `d${d}`, Math.floor(tirer() * taille), tirer));
    }
  }
  return remonter(feuilles);
}

/** These arrondissements, their départements and the region that they make. */
export function remonter(feuilles: readonly LigneDeTableau[]): readonly LigneDeTableau[] {
  const departements = [...new Set(feuilles.map(({ parent }) => parent ?? ''))];
  const dessus = departements.map((departement) =>
    sommer(
      departement,
      'région',
      feuilles.filter(({ parent }) => parent === departement),
    ),
  );
  return [sommer('région', null, dessus), ...dessus, ...feuilles];
}

function sommer(
  cle: string,
  parent: string | null,
  parts: readonly LigneDeTableau[],
): LigneDeTableau {
  const de = (dimension: string, modalite: string): number =>
    parts.reduce((t, part) => t + (part.ventilations[dimension]?.[modalite] ?? 0), 0);
  return {
    cle,
    parent,
    total: parts.reduce((t, part) => t + part.total, 0),
    ventilations: {
      SEXE: { F: de('SEXE', 'F'), H: de('SEXE', 'H') },
      AGE: { J: de('AGE', 'J'), A: de('AGE', 'A'), S: de('AGE', 'S') },
    },
  };
}

/** Park–Miller: enough to draw tables, the same everywhere. */
export function generateur(graine: number): () => number {
  let etat = (graine * 7_919) % 2_147_483_647;
  return () => {
    etat = (etat * 16_807) % 2_147_483_647;
    return etat / 2_147_483_647;
  };
}

/** An arrondissement of this total, broken down at random. */
export function uneFeuille(
  cle: string,
  parent: string,
  total: number,
  tirer: () => number,
): LigneDeTableau {
  const femmes = Math.floor(total * tirer() ** 2);
  const jeunes = Math.floor(total * AGES.J * 2 * tirer());
  const ages = Math.floor((total - jeunes) * tirer());
  return {
    cle,
    parent,
    total,
    ventilations: {
      SEXE: { F: femmes, H: total - femmes },
      AGE: { J: jeunes, A: ages, S: total - jeunes - ages },
    },
  };
}
