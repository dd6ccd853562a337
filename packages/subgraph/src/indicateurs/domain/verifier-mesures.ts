import type { Maille } from '../../vocabulaire/codes.js';
import {
  type Dimension,
  type Indicateur,
  type Mesure,
  MODALITES,
  type Modalite,
} from './indicateur.js';
import { emboitees, parsePeriode } from './periode.js';

/** A value as somebody wrote it, in a form or in a file. */
export interface LigneSaisie {
  /** Where it was written, from 1. */
  readonly ligne: number;
  readonly maille: Maille;
  readonly territoire: string;
  readonly periode: string;
  readonly dimension: Dimension | null;
  readonly modalite: Modalite | null;
  /** Null for what could not be read as a number. */
  readonly valeur: number | null;
  readonly dateValeur: string | null;
  readonly source: string;
}

export interface ErreurDeLigne {
  readonly ligne: number;
  readonly code: CodeDeLigne;
  readonly message: string;
}

const MESSAGES = {
  COLONNE_INCONNUE: 'Une colonne attendue manque, ou son contenu n’est pas reconnu.',
  DOUBLON: 'Cette valeur est donnée deux fois.',
  MAILLE_TROP_FINE: 'L’indicateur n’est pas publié à une maille aussi fine.',
  NOMBRE_ENTIER_ATTENDU: 'Un effectif est un nombre entier de personnes.',
  PERIODE_EMBOITEE:
    'Cet effectif est déjà publié pour une période qui contient celle-ci, ou que celle-ci contient : leur différence dirait ce qui est masqué.',
  PERIODE_INVALIDE: 'La période s’écrit 2022, 2023-T3 ou 2023-10.',
  TERRITOIRE_INCONNU: 'Aucun territoire de la région ne porte ce code à cette maille.',
  VALEUR_INVALIDE: 'La valeur est un nombre positif ou nul, virgule ou point pour les décimales.',
  VENTILATION_NON_PUBLIEE: 'L’indicateur n’est pas publié selon cette ventilation.',
  VENTILATION_SUPERIEURE: 'La somme de la ventilation dépasse le total du territoire.',
} as const;

export type CodeDeLigne = keyof typeof MESSAGES;

export function erreurDeLigne(ligne: number, code: CodeDeLigne): ErreurDeLigne {
  return { ligne, code, message: MESSAGES[code] };
}

const FINESSE: Readonly<Record<Maille, number>> = {
  REGION: 0,
  DEPARTEMENT: 1,
  ARRONDISSEMENT: 2,
  EPCI: 3,
  COMMUNE: 4,
};

/**
 * What of these lines can be published; every mistake at once, line by line.
 *
 * @param existe - whether the region has this territory
 */
export function verifierMesures(
  indicateur: Indicateur,
  lignes: readonly LigneSaisie[],
  existe: (maille: Maille, code: string) => boolean,
  demonstration: boolean,
): { readonly mesures: readonly Mesure[]; readonly erreurs: readonly ErreurDeLigne[] } {
  const erreurs: ErreurDeLigne[] = [];
  const mesures: Mesure[] = [];
  const vues = new Set<string>();
  for (const saisie of lignes) {
    const { ligne, maille, territoire, dimension, modalite, valeur } = saisie;
    const periode = parsePeriode(saisie.periode);
    const codes: CodeDeLigne[] = [];
    if (periode === null) codes.push('PERIODE_INVALIDE');
    if (FINESSE[maille] > FINESSE[indicateur.mailleMinimale]) codes.push('MAILLE_TROP_FINE');
    else if (!existe(maille, territoire)) codes.push('TERRITOIRE_INCONNU');
    if (valeur === null || !Number.isFinite(valeur) || valeur < 0 || valeur > 1e12) {
      codes.push('VALEUR_INVALIDE');
    } else if (indicateur.comptePersonnes && !Number.isInteger(valeur)) {
      codes.push('NOMBRE_ENTIER_ATTENDU');
    }
    if (!estPubliee(indicateur, dimension, modalite)) codes.push('VENTILATION_NON_PUBLIEE');
    const cle = [periode?.code, maille, territoire, dimension, modalite].join('/');
    if (vues.has(cle)) codes.push('DOUBLON');
    vues.add(cle);
    erreurs.push(...codes.map((code) => erreurDeLigne(ligne, code)));
    if (codes.length > 0 || periode === null || valeur === null) continue;
    mesures.push({
      indicateur: indicateur.code,
      maille,
      territoire,
      periode: periode.code,
      dimension,
      modalite,
      valeur,
      dateValeur: saisie.dateValeur ?? periode.fin,
      source: saisie.source,
      demonstration,
    });
  }
  return { mesures, erreurs };
}

function estPubliee(
  { dimensions }: Indicateur,
  dimension: Dimension | null,
  modalite: Modalite | null,
): boolean {
  if (dimension === null) return modalite === null;
  return (
    modalite !== null && dimensions.includes(dimension) && MODALITES[dimension].includes(modalite)
  );
}

/**
 * Lines of a count of persons whose period contains another one of which a table is shown, or is
 * within it: a year less three of its quarters is the fourth, and what it hides.
 *
 * @param publiees - periods of which a table was ever shown
 */
export function periodesEmboitees(
  { comptePersonnes }: Pick<Indicateur, 'comptePersonnes'>,
  lignes: readonly LigneSaisie[],
  publiees: readonly string[],
): readonly ErreurDeLigne[] {
  if (!comptePersonnes) return [];
  const connues = [...publiees, ...lignes.map(({ periode }) => periode)].flatMap(
    (code) => parsePeriode(code) ?? [],
  );
  return lignes.flatMap(({ ligne, periode: code }) => {
    const periode = parsePeriode(code);
    return periode !== null && connues.some((autre) => emboitees(periode, autre))
      ? [erreurDeLigne(ligne, 'PERIODE_EMBOITEE')]
      : [];
  });
}

/**
 * Breakdowns larger than the total that they break down, once these values are in.
 *
 * @param lignes - where each new value was written, by the text of its key
 * @param ensemble - the whole table: what stays and what is new
 */
export function ventilationsSuperieures(
  ensemble: readonly Mesure[],
  ligneDe: (mesure: Mesure) => number | undefined,
): readonly ErreurDeLigne[] {
  const parTerritoire = Map.groupBy(
    ensemble,
    ({ periode, maille, territoire }) => `${periode}/${maille}/${territoire}`,
  );
  return [...parTerritoire.values()].flatMap((cellules) => {
    const total = cellules.find(({ dimension }) => dimension === null)?.valeur;
    if (total === undefined) return [];
    const parDimension = Map.groupBy(cellules, ({ dimension }) => dimension);
    return [...parDimension.entries()].flatMap(([dimension, rangee]) => {
      if (dimension === null) return [];
      const somme = rangee.reduce((t, { valeur }) => t + valeur, 0);
      if (somme <= total) return [];
      const lignes = cellules.map(ligneDe).filter((ligne) => ligne !== undefined);
      return [erreurDeLigne(lignes.length > 0 ? Math.max(...lignes) : 0, 'VENTILATION_SUPERIEURE')];
    });
  });
}
