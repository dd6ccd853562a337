import { formaterNombre } from '../formats/formats.js';
import type { Dimension, Modalite } from './indicateurs.js';

/** « 8,7 % », « 511 880 personnes », « masqué » ; null when the house gave nothing. */
export function direValeur(
  { valeur, masque }: { valeur?: number | null; masque: boolean },
  unite: string,
): string | null {
  if (masque) return 'masqué';
  return valeur === null || valeur === undefined ? null : `${formaterNombre(valeur)}\u00a0${unite}`;
}

/** « + 1,2 % » : a difference always says its sign. */
export function direVariation(variation: number, unite: string): string {
  if (variation === 0) return 'sans changement';
  const signe = variation > 0 ? '+' : '−';
  const points = unite === '%' ? 'point' : unite;
  const pluriel = unite === '%' && Math.abs(variation) >= 2 ? 's' : '';
  return `${signe}\u00a0${formaterNombre(Math.abs(variation))}\u00a0${points}${pluriel}`;
}

const TRIMESTRES = ['1er', '2e', '3e', '4e'];
const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2023-T3` → « 3e trimestre 2023 », `2023-10` → « octobre 2023 », `2022` → « 2022 ». */
export function direPeriode(periode: string): string {
  const trimestre = /^(\d{4})-T([1-4])$/.exec(periode);
  if (trimestre) return `${TRIMESTRES[Number(trimestre[2]) - 1]} trimestre ${trimestre[1]}`;
  if (/^\d{4}-\d{2}$/.test(periode)) return MOIS.format(new Date(`${periode}-15T00:00:00Z`));
  return periode;
}

export const LIBELLES_DIMENSION: Readonly<Record<Dimension, string>> = {
  SEXE: 'Par sexe',
  AGE: 'Par âge',
  ZONE: 'Par zone',
};

export const LIBELLES_MODALITE: Readonly<Record<Modalite, string>> = {
  FEMMES: 'Femmes',
  HOMMES: 'Hommes',
  MOINS_DE_25_ANS: 'Moins de 25 ans',
  DE_25_A_49_ANS: 'De 25 à 49 ans',
  A_PARTIR_DE_50_ANS: '50 ans et plus',
  QPV: 'Quartiers prioritaires',
  RURAL: 'Communes rurales',
  AUTRE_ZONE: 'Autres communes',
};
