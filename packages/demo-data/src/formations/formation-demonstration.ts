import type { CodeSecteur } from '@passerelle/reference-data';
import type { CleTerritoire } from '../partenaire.js';

export interface SessionDemonstration {
  /** `DEMO-32-00001-03`. */
  readonly numeroSession: string;
  /** Civil dates. */
  readonly debut: string;
  readonly fin: string;
  readonly places: number;
  /** 0 to `places`; 0 once the session has begun. */
  readonly placesRestantes: number;
  /** A commune. */
  readonly lieu: CleTerritoire;
  readonly demonstration: true;
}

export interface FormationDemonstration {
  /** `DEMO-32-00001`: no real offer is numbered so. */
  readonly numeroOffre: string;
  readonly intitule: string;
  readonly secteur: CodeSecteur;
  /** ROME codes, the main one first. */
  readonly metiers: readonly string[];
  /** A made-up training body, which says so. */
  readonly organisme: string;
  /** Right key, SIREN that INSEE never gave. */
  readonly organismeSiret: string;
  readonly certifiante: boolean;
  /** A commune. */
  readonly lieu: CleTerritoire;
  /** By start date. */
  readonly sessions: readonly SessionDemonstration[];
  readonly demonstration: true;
}
