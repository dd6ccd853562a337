import type { Partenaire } from '@passerelle/identity';
import type { Partenaire as Symbole } from './codes.js';

/** How one partner is written in the graph; its stable code never changes, its shown name may. */
export interface Maison {
  readonly partenaire: Partenaire;
  /** Value of the enum `Partenaire`. */
  readonly symbole: Symbole;
  /** Ending of the names that the partner contributes: `contributionRegion`. */
  readonly suffixe: 'Etat' | 'Region' | 'PoleEmploi';
  /** With its article, for descriptions: « contribution de la Région ». */
  readonly complement: string;
}

export const MAISONS: Readonly<Record<Partenaire, Maison>> = {
  etat: { partenaire: 'etat', symbole: 'ETAT', suffixe: 'Etat', complement: 'de l’État' },
  region: {
    partenaire: 'region',
    symbole: 'REGION',
    suffixe: 'Region',
    complement: 'de la Région',
  },
  'pole-emploi': {
    partenaire: 'pole-emploi',
    symbole: 'POLE_EMPLOI',
    suffixe: 'PoleEmploi',
    complement: 'de Pôle emploi',
  },
};
