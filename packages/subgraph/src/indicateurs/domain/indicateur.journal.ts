import type { Identite } from '@passerelle/identity';
import type { Maille } from '../../vocabulaire/codes.js';
import type { ContreProposition, Indicateur, Mesure } from './indicateur.js';

export interface Auteur {
  /** Opaque subject of the token, kept for the house's own accountability, never shown. */
  readonly sujet: string;
  /** What is shown: function and organisation. */
  readonly affiche: string;
}

/** A set of values published together, in a form or from a file. */
export interface Lot {
  readonly indicateur: string;
  readonly auteur: Auteur;
  readonly cleIdempotence: string | null;
  readonly empreinteDemande: string;
  readonly periodes: readonly string[];
}

/** The house's exact values, open on one indicator. */
export interface OpenJournal {
  findByKey(
    cleIdempotence: string,
  ): Promise<{ empreinteDemande: string; periodes: readonly string[] } | null>;
  indicateur(): Promise<Indicateur | null>;
  /** Whether the region has each of these territories. */
  territoires(cles: readonly { maille: Maille; code: string }[]): Promise<ReadonlySet<string>>;
  /** Version of the table of each period; 0 for one that has none. */
  versions(periodes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Periods of which a table was ever shown. */
  periodesPubliees(): Promise<readonly string[]>;
  /** Exact values of these periods. */
  mesures(periodes: readonly string[]): Promise<readonly Mesure[]>;
  /** Adds the values, then shows the tables anew: hidden cells are chosen again. */
  ajouter(lot: Lot, mesures: readonly Mesure[]): Promise<void>;
}

export interface IndicateurJournal {
  /** Runs `act` alone on this indicator, in one transaction in the name of `identite`. */
  open<Result>(
    identite: Identite,
    target: { indicateur: string; cleIdempotence: string | null },
    act: (journal: OpenJournal) => Promise<Result>,
  ): Promise<Result>;
}

export interface ContrePropositionJournal {
  /**
   * Adds a house's counter-proposal beside another house's value.
   *
   * @returns the version made, or what an earlier send of the same key made
   */
  proposer(
    identite: Identite,
    proposition: Omit<ContreProposition, 'version' | 'faiteLe' | 'auteur'> & {
      readonly auteur: Auteur;
      readonly cleIdempotence: string | null;
      readonly empreinteDemande: string;
      readonly versionAttendue: number | null;
    },
  ): Promise<
    | { readonly version: number }
    | { readonly refus: 'CLE_IDEMPOTENCE_REUTILISEE' | 'VERSION_DEPASSEE' | 'TERRITOIRE_INCONNU' }
  >;
}
