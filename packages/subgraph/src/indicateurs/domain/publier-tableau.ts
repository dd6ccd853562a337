import type { Maille } from '../../vocabulaire/codes.js';
import { additionner, type Decoupage, type MesureAdditionnee } from './additionner.js';
import { type Dimension, type Indicateur, type Mesure, MODALITES } from './indicateur.js';
import { masquer } from './masquage/masquer.js';
import type { LigneDeTableau } from './masquage/tableau.js';

/** A cell as it is shown: null is hidden. */
export interface CellulePubliee extends Omit<MesureAdditionnee, 'valeur'> {
  readonly valeur: number | null;
}

/**
 * The published table of one indicator and one period, out of what its house holds: completed
 * upwards where it adds up, then hidden where a count is small or would give one away.
 *
 * @param mesures - exact, of one indicator and one period
 */
export function publierTableau(
  indicateur: Pick<Indicateur, 'additif' | 'comptePersonnes'>,
  mesures: readonly Mesure[],
  decoupage: readonly Decoupage[],
  seuil: number,
): readonly CellulePubliee[] {
  const completes = indicateur.additif
    ? additionner(mesures, decoupage)
    : mesures.map((mesure) => ({
        ...mesure,
        calculee: false,
        manquants: [],
        mailleAddition: null,
      }));
  if (!indicateur.comptePersonnes) return completes;
  const lignes = lignesDe(completes, indicateur.additif ? decoupage : []);
  const masque = masquer(lignes, seuil);
  return completes.map((mesure) => {
    const cle = cleDe(mesure);
    const cache =
      mesure.dimension === null
        ? masque.totaux.has(cle)
        : (masque.ventilations.get(mesure.dimension)?.has(cle) ?? false);
    return cache ? { ...mesure, valeur: null } : mesure;
  });
}

function lignesDe(
  mesures: readonly MesureAdditionnee[],
  decoupage: readonly Decoupage[],
): readonly LigneDeTableau[] {
  const parTerritoire = Map.groupBy(mesures, cleDe);
  const places = new Map(decoupage.map((place) => [`${place.maille}/${place.code}`, place]));

  /** The nearest territory above that has a value: what is added without it stays comparable. */
  function parentDe(cle: string): string | null {
    const place = places.get(cle);
    const dessus = place && mailleDessus(place.maille);
    if (!place?.parent || !dessus) return null;
    const parent = `${dessus}/${place.parent}`;
    return parTerritoire.has(parent) ? parent : parentDe(parent);
  }

  return [...parTerritoire.entries()].map(([cle, cellules]) => {
    const ventilations = Object.fromEntries(
      [...Map.groupBy(cellules, ({ dimension }) => dimension).entries()].flatMap(
        ([dimension, rangee]) =>
          dimension === null ? [] : [[dimension, valeursDe(dimension, rangee)]],
      ),
    );
    const total = cellules.find(({ dimension }) => dimension === null)?.valeur;
    const plusGrande = Math.max(
      0,
      ...Object.values(ventilations).map((valeurs) =>
        Object.values(valeurs).reduce((somme, valeur) => somme + valeur, 0),
      ),
    );
    return { cle, parent: parentDe(cle), total: total ?? plusGrande, ventilations };
  });
}

/** A modality that is not given is none: it counts as an empty cell, and is protected as one. */
function valeursDe(
  dimension: Dimension,
  rangee: readonly MesureAdditionnee[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    MODALITES[dimension].map((modalite) => [
      modalite,
      rangee.find((cellule) => cellule.modalite === modalite)?.valeur ?? 0,
    ]),
  );
}

function cleDe({ maille, territoire }: Pick<Mesure, 'maille' | 'territoire'>): string {
  return `${maille}/${territoire}`;
}

function mailleDessus(maille: Maille): Maille | null {
  return maille === 'ARRONDISSEMENT' ? 'DEPARTEMENT' : maille === 'DEPARTEMENT' ? 'REGION' : null;
}
