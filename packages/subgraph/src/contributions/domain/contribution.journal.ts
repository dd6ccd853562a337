import type { Identite } from '@passerelle/identity';
import type { Acte, CleContribution, ContenuContribution } from './contribution.js';
import type { Courante } from './vie.js';

/** An act already recorded under an idempotency key. */
export interface ActeConnu extends CleContribution {
  /** Digest of what was asked then. */
  readonly empreinteDemande: string;
}

export interface ActeFait extends CleContribution {
  readonly acte: Acte;
  readonly auteur: Auteur;
  readonly cleIdempotence: string | null;
  readonly empreinteDemande: string;
}

export interface Auteur {
  /** Opaque subject of the token, kept for the house's own accountability, never shown. */
  readonly sujet: string;
  /** What is shown: function and organisation. */
  readonly affiche: string;
}

/** The house's append-only record, open on one engagement. */
export interface OpenJournal {
  findByKey(cleIdempotence: string): Promise<ActeConnu | null>;
  courante(): Promise<Courante>;
  /** Whether an avenant has withdrawn the engagement on this civil day. */
  isRetire(jour: string): Promise<boolean>;
  /** The highest number ever given on this engagement, abandoned versions included; 0 for none. */
  lastVersion(): Promise<number>;
  addVersion(
    version: number,
    contenu: ContenuContribution,
    auteur: Auteur,
    demonstration: boolean,
  ): Promise<void>;
  addActe(acte: ActeFait): Promise<void>;
  /** Drafts and validated versions that were never published nor abandoned, newest first. */
  enCours(): Promise<readonly number[]>;
}

export interface ContributionJournal {
  /**
   * Runs `act` alone on this engagement (and alone on this key), in one transaction in the name of
   * `identite`; what it throws undoes everything.
   *
   * @throws ENGAGEMENT_INCONNU
   */
  open<Result>(
    identite: Identite,
    target: { engagement: string; cleIdempotence: string | null },
    act: (journal: OpenJournal) => Promise<Result>,
  ): Promise<Result>;
}
