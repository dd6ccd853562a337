import type { Identite } from '@passerelle/identity';
import type { Maille } from '../../vocabulaire/codes.js';
import type { LieuConnu } from './fichier/reconnaitre.js';
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

/** A set of values as it was recorded. */
export interface LotPublie {
  readonly id: string;
  readonly periodes: readonly string[];
  /** Another set changes one of its cells since, or undoes it. */
  readonly depasse: boolean;
}

/** The house's exact values, open on one indicator. */
export interface OpenJournal {
  findByKey(cleIdempotence: string): Promise<{
    readonly lot: string;
    readonly empreinteDemande: string;
    readonly periodes: readonly string[];
  } | null>;
  indicateur(): Promise<Indicateur | null>;
  /** Whether the region has each of these territories. */
  territoires(cles: readonly { maille: Maille; code: string }[]): Promise<ReadonlySet<string>>;
  /** The territories that files name in words: regions, départements, arrondissements, EPCI. */
  lieuxNommes(): Promise<readonly LieuConnu[]>;
  /** Version of the table of each period; 0 for one that has none. */
  versions(periodes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Periods of which a table was ever shown. */
  periodesPubliees(): Promise<readonly string[]>;
  /** Exact values of these periods. */
  mesures(periodes: readonly string[]): Promise<readonly Mesure[]>;
  /** How many cells shown until now these values would hide; null where nothing ever is. */
  masquerait(mesures: readonly Mesure[]): Promise<number | null>;
  /**
   * Adds the values, then shows the tables anew: hidden cells are chosen again.
   *
   * @returns what names this set of values
   */
  ajouter(lot: Lot, mesures: readonly Mesure[]): Promise<string>;
  /** A set of values of this indicator. */
  lot(id: string): Promise<LotPublie | null>;
  /** Gives each cell of this set the value that it had before, or none, and shows them anew. */
  annuler(annule: LotPublie, lot: Lot): Promise<void>;
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
      /** Name of the indicator, as it is told. */
      readonly libelle: string;
      readonly cleIdempotence: string | null;
      readonly empreinteDemande: string;
      readonly versionAttendue: number | null;
    },
  ): Promise<
    | { readonly version: number }
    | { readonly refus: 'CLE_IDEMPOTENCE_REUTILISEE' | 'VERSION_DEPASSEE' | 'TERRITOIRE_INCONNU' }
  >;
}
