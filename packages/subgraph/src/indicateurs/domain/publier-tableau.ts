import type { Maille } from '../../vocabulaire/codes.js';
import { additionner, type Decoupage, type MesureAdditionnee } from './additionner.js';
import { Dimension, type Indicateur, type Mesure, MODALITES } from './indicateur.js';
import { masquerCorrection } from './masquage/masquer-correction.js';
import { estMasquee, type LigneDeTableau, type VersionPubliee } from './masquage/tableau.js';

/** A cell as it is shown: null is hidden. */
export interface CellulePubliee extends Omit<MesureAdditionnee, 'valeur'> {
  readonly valeur: number | null;
}

export interface TableauPublie {
  readonly cellules: readonly CellulePubliee[];
  /** What later versions must know of this one; null where nothing is ever hidden. */
  readonly version: VersionPubliee | null;
}

/**
 * The published table of one indicator and one period, out of what its house holds: completed
 * upwards where it adds up, then hidden where a count is small or would give one away, by itself or
 * beside the versions published before.
 *
 * @param mesures - exact, of one indicator and one period
 * @param precedentes - every version published so far, oldest first
 */
export function publierTableau(
  indicateur: Pick<Indicateur, 'additif' | 'comptePersonnes'>,
  mesures: readonly Mesure[],
  decoupage: readonly Decoupage[],
  seuil: number,
  precedentes: readonly VersionPubliee[],
): TableauPublie {
  const completes = completer(indicateur, mesures, decoupage);
  if (!indicateur.comptePersonnes) return { cellules: completes, version: null };
  const lignes = lignesDe(completes, indicateur.additif ? decoupage : []);
  const masque = masquerCorrection(lignes, seuil, precedentes);
  return {
    cellules: completes.map((mesure) =>
      estMasquee(masque, cleDe(mesure), mesure.dimension) ? { ...mesure, valeur: null } : mesure,
    ),
    version: { lignes, masque },
  };
}

/**
 * A version that was published before versions were kept, out of its exact values and of what
 * everybody reads of it.
 */
export function retrouverVersion(
  indicateur: Pick<Indicateur, 'additif'>,
  mesures: readonly Mesure[],
  decoupage: readonly Decoupage[],
  masquees: readonly Pick<Mesure, 'maille' | 'territoire' | 'dimension'>[],
): VersionPubliee {
  const parDimension = Map.groupBy(masquees, ({ dimension }) => dimension);
  const cles = (dimension: Dimension | null): ReadonlySet<string> =>
    new Set((parDimension.get(dimension) ?? []).map(cleDe));
  return {
    lignes: lignesDe(
      completer(indicateur, mesures, decoupage),
      indicateur.additif ? decoupage : [],
    ),
    masque: {
      totaux: cles(null),
      ventilations: new Map(
        Object.values(Dimension).map((dimension) => [dimension, cles(dimension)]),
      ),
    },
  };
}

function completer(
  { additif }: Pick<Indicateur, 'additif'>,
  mesures: readonly Mesure[],
  decoupage: readonly Decoupage[],
): readonly MesureAdditionnee[] {
  if (additif) return additionner(mesures, decoupage);
  return mesures.map((mesure) => ({
    ...mesure,
    calculee: false,
    manquants: [],
    mailleAddition: null,
  }));
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
