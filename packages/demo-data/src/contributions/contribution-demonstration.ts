import type { Partenaire } from '../partenaire.js';

export type Meteo = 'SOLEIL' | 'COUVERT' | 'NUAGE' | 'ORAGE';
export type Visibilite = 'MAISON' | 'PARTENAIRES' | 'PUBLIC';
export type EtatContribution = 'BROUILLON' | 'VALIDEE' | 'PUBLIEE';

export interface VersionContributionDemonstration {
  /** From 1, without gaps. */
  readonly version: number;
  /** 0 to 100. */
  readonly avancement: number;
  readonly meteo: Meteo;
  readonly commentaire: string;
  /** Where the figure can be checked, in words; null when the version brings none. */
  readonly preuve: string | null;
  /** A function and its service, never a person. */
  readonly auteur: string;
  readonly etat: EtatContribution;
  readonly visibilite: Visibilite;
  /** Instants, UTC. */
  readonly modifieLe: string;
  readonly valideLe: string | null;
  readonly publieLe: string | null;
  readonly demonstration: true;
}

/** A house's contribution to one engagement. */
export interface ContributionDemonstration {
  readonly partenaire: Partenaire;
  readonly engagement: string;
  /**
   * Oldest first, at least one. Only the last may be other than published (`BROUILLON` or
   * `VALIDEE`): the one before it is then the published version.
   */
  readonly versions: readonly VersionContributionDemonstration[];
}
