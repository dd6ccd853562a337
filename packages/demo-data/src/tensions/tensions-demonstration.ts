import { loadTerritoires, METIERS, type Metier, type Territoire } from '@passerelle/reference-data';
import { hacher } from '../hasard/aleatoire.js';
import type { CleTerritoire } from '../partenaire.js';
import type { Taille } from '../taille.js';

/** Origins of a tension, as the indicator of Dares and Pôle emploi names them. */
export const FACTEURS_TENSION = [
  'CONDITIONS_DE_TRAVAIL',
  'EMPLOI_NON_DURABLE',
  'INADEQUATION_GEOGRAPHIQUE',
  'INTENSITE_EMBAUCHES',
  'LIEN_FORMATION',
  'MANQUE_MAIN_OEUVRE',
] as const;

export type FacteurTension = (typeof FACTEURS_TENSION)[number];

export interface TensionDemonstration {
  /** `F1602-596-2022`. */
  readonly id: string;
  readonly codeRome: string;
  readonly territoire: CleTerritoire;
  readonly annee: number;
  /** 1 (low) to 5 (very high). */
  readonly niveau: number;
  readonly facteurs: readonly FacteurTension[];
  readonly source: string;
  /** Civil date at which the figure was settled. */
  readonly arreteLe: string;
  readonly demonstration: true;
}

/** The years shown: tensions of a year come out in the autumn of the next. */
export const ANNEES_TENSION: readonly number[] = [2020, 2021, 2022];

const GRAINE = 'tensions-2023-12-15';
const SOURCE =
  'Valeur de démonstration, tirée au sort ; forme de l’indicateur de tension de la Dares et de Pôle emploi';

/**
 * One level per trade of the sectors in tension, per arrondissement (per département where there is
 * none) and per year; the small size keeps the last year only.
 *
 * A level depends on its key alone: adding a trade or a territory changes no other figure.
 *
 * @throws {RegionInconnue} when the COG has no such region
 */
export function tensionsDemonstration(
  region: string,
  taille: Taille,
  graine: string = GRAINE,
): TensionDemonstration[] {
  const { arrondissements, departements } = loadTerritoires(region);
  const territoires = arrondissements.length > 0 ? arrondissements : departements;
  const annees = taille === 'petite' ? ANNEES_TENSION.slice(-1) : ANNEES_TENSION;
  return METIERS.flatMap((metier) =>
    territoires.flatMap((territoire) =>
      annees.map((annee) => tension(graine, metier, territoire, annee)),
    ),
  );
}

function tension(
  graine: string,
  metier: Metier,
  territoire: Territoire,
  annee: number,
): TensionDemonstration {
  const { codeRome } = metier;
  const niveau = niveauOf(graine, metier, territoire, annee);
  return {
    id: `${codeRome}-${territoire.code}-${annee}`,
    codeRome,
    territoire: { code: territoire.code, maille: territoire.maille },
    annee,
    niveau,
    facteurs: facteursOf(`${graine}|${codeRome}|${territoire.code}`, niveau),
    source: SOURCE,
    arreteLe: `${annee + 1}-09-30`,
    demonstration: true,
  };
}

/**
 * Mostly the trade, somewhat the place, and a rise from year to year: neighbours resemble each
 * other and half of the levels are high in the last year, as the published surveys show.
 */
function niveauOf(graine: string, metier: Metier, territoire: Territoire, annee: number): number {
  const ofMetier = hacher(`${graine}|${metier.codeRome}`);
  const ofLieu = hacher(`${graine}|${metier.domaine}|${territoire.code}`);
  const ofAnnee = hacher(`${graine}|${metier.codeRome}|${territoire.code}|${annee}`);
  const hausse = (annee - 2020) * 0.45;
  const score = 0.5 + ofMetier * 2.6 + ofLieu * 1.1 + ofAnnee * 0.8 + hausse;
  return Math.min(5, Math.max(1, Math.round(score)));
}

/** One to three factors, more when the tension is high; none at the lowest level. */
function facteursOf(graine: string, niveau: number): FacteurTension[] {
  const nombre = niveau === 1 ? 0 : niveau <= 3 ? 1 : niveau === 4 ? 2 : 3;
  return FACTEURS_TENSION.map((facteur) => ({ facteur, rang: hacher(`${graine}|${facteur}`) }))
    .toSorted((a, b) => a.rang - b.rang)
    .slice(0, nombre)
    .map(({ facteur }) => facteur)
    .toSorted();
}
