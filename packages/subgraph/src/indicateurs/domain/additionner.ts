import type { Maille } from '../../vocabulaire/codes.js';
import type { Dimension, Mesure, Modalite } from './indicateur.js';

/** Where each territory of these meshes is. */
export interface Decoupage {
  readonly maille: Maille;
  readonly code: string;
  /** Code of its territory of the mesh above; null for the region. */
  readonly parent: string | null;
}

export interface MesureAdditionnee extends Mesure {
  readonly calculee: boolean;
  /** `ARRONDISSEMENT/596`: what had no value when this one was added up. */
  readonly manquants: readonly string[];
  readonly mailleAddition: Maille | null;
}

/**
 * The table of an additive indicator, completed upwards: a territory without a value of its own
 * gets the sum of those that it contains, and says which of them had none.
 *
 * What the source gave stays as it gave it, even where it is not the sum.
 *
 * @param mesures - of one indicator and one period
 */
export function additionner(
  mesures: readonly Mesure[],
  decoupage: readonly Decoupage[],
): readonly MesureAdditionnee[] {
  const toutes: MesureAdditionnee[] = mesures.map((mesure) => ({
    ...mesure,
    calculee: false,
    manquants: [],
    mailleAddition: null,
  }));
  // From the bottom: a region may be the sum of départements that are sums themselves.
  for (const maille of ['DEPARTEMENT', 'REGION'] as const) {
    for (const territoire of decoupage.filter((un) => un.maille === maille)) {
      toutes.push(...sommesDe(territoire, toutes, decoupage));
    }
  }
  return toutes;
}

function sommesDe(
  territoire: Decoupage,
  toutes: readonly MesureAdditionnee[],
  decoupage: readonly Decoupage[],
): readonly MesureAdditionnee[] {
  const enfants = decoupage.filter(
    ({ parent, maille }) => parent === territoire.code && maille === sousMaille(territoire.maille),
  );
  const codes = new Set(enfants.map(({ code }) => code));
  const dessous = toutes.filter(
    ({ maille, territoire: code }) => maille === sousMaille(territoire.maille) && codes.has(code),
  );
  const dejaLa = new Set(
    toutes
      .filter(
        ({ maille, territoire: code }) => maille === territoire.maille && code === territoire.code,
      )
      .map(cellule),
  );
  const aTotal = dejaLa.has(cellule({ dimension: null, modalite: null }));
  return [...Map.groupBy(dessous, cellule).entries()].flatMap(([cle, parts]) => {
    const [premiere] = parts;
    if (premiere === undefined || dejaLa.has(cle)) return [];
    const { dimension, modalite } = premiere;
    const manquants = enfants
      .filter(({ code }) => !parts.some((part) => part.territoire === code))
      .map((enfant) => `${enfant.maille}/${enfant.code}`);
    // A breakdown beside a total that the source gave must be a whole one, or it would contradict.
    const partielle = manquants.length > 0 || parts.some((part) => part.manquants.length > 0);
    if (dimension !== null && aTotal && partielle) return [];
    return [somme(territoire, parts, premiere, manquants, { dimension, modalite })];
  });
}

function somme(
  { maille, code }: Decoupage,
  parts: readonly MesureAdditionnee[],
  premiere: MesureAdditionnee,
  manquants: readonly string[],
  cle: { dimension: Dimension | null; modalite: Modalite | null },
): MesureAdditionnee {
  const sources = new Set(parts.map((part) => part.source));
  // What is missing is told at the finest mesh that has something to tell.
  const plusFins = parts.flatMap((part) => part.manquants);
  return {
    indicateur: premiere.indicateur,
    periode: premiere.periode,
    maille,
    territoire: code,
    ...cle,
    valeur: parts.reduce((total, part) => total + part.valeur, 0),
    dateValeur:
      parts
        .map((part) => part.dateValeur)
        .toSorted()
        .at(-1) ?? premiere.dateValeur,
    source: [...sources].join(' ; '),
    demonstration: parts.some((part) => part.demonstration),
    calculee: true,
    manquants: [...manquants, ...plusFins],
    mailleAddition: sousMaille(maille),
  };
}

function sousMaille(maille: Maille): Maille | null {
  return maille === 'REGION' ? 'DEPARTEMENT' : maille === 'DEPARTEMENT' ? 'ARRONDISSEMENT' : null;
}

function cellule({
  dimension,
  modalite,
}: {
  dimension: Dimension | null;
  modalite: Modalite | null;
}): string {
  return `${dimension ?? ''}/${modalite ?? ''}`;
}
