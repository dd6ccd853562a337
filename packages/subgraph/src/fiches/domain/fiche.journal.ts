import type { Identite } from '@passerelle/identity';
import type { CleTerritoire, Lieu } from '../../territoires/index.js';
import type { CleFiche, ContenuFiche, Fiche, NatureActeFiche, TrajectoireFiche } from './fiche.js';

export interface Trace {
  readonly auteur: {
    /** Opaque subject of the token, kept for the house's own accountability, never shown. */
    readonly sujet: string;
    /** What is shown: function and organisation. */
    readonly affiche: string;
  };
  readonly cleIdempotence: string | null;
  /** Digest of what was asked. */
  readonly empreinteDemande: string;
}

/** An act already recorded under an idempotency key. */
export interface ActeConnu extends CleFiche {
  readonly empreinteDemande: string;
}

/** The house's append-only record of its fiches. */
export interface OpenFiches {
  findByKey(cleIdempotence: string): Promise<ActeConnu | null>;
  /** The newest version not abandoned; null for an unknown number. */
  courante(numero: number): Promise<Fiche | null>;
  /** Versions written since the last publication and not abandoned, newest first. */
  enCours(numero: number): Promise<readonly number[]>;
  /** A number never given. */
  nextNumero(): Promise<number>;
  /** The highest version ever written, abandoned ones included; 0 for none. */
  lastVersion(numero: number): Promise<number>;
  addVersion(cle: CleFiche, contenu: ContenuFiche & TrajectoireFiche, trace: Trace): Promise<void>;
  /** @param motif - why it is sent back; nothing else has one */
  addActe(cle: CleFiche, acte: NatureActeFiche, trace: Trace, motif?: string | null): Promise<void>;
  isEngagement(code: string): Promise<boolean>;
  /** Whether an avenant has withdrawn this engagement on this civil day. */
  isRetire(engagement: string, jour: string): Promise<boolean>;
  /** Whether a version of this fiche was already published on this engagement. */
  isPubliee(numero: number, engagement: string): Promise<boolean>;
  /** The whole region. */
  region(): Promise<CleTerritoire>;
  /** These territories with what contains each; those that don't exist are left out. */
  lieux(territoires: readonly CleTerritoire[]): Promise<readonly Lieu[]>;
}

export interface FicheJournal {
  /**
   * Runs `act` alone on the house's fiches, in one transaction in the name of `identite`; what it
   * throws undoes everything. Houses write a few fiches a day: one lock for all of them lets an act
   * touch two (an experiment and what goes on from it).
   */
  open<Result>(identite: Identite, act: (fiches: OpenFiches) => Promise<Result>): Promise<Result>;
}
