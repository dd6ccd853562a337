import type { EtatContribution, Meteo, Visibilite } from './contribution-demonstration.js';

/** One version, as the texts below write it. */
export interface Etape {
  /** Instant of publication, UTC (of the last act when it is not published yet). */
  readonly le: string;
  readonly avancement: number;
  readonly meteo: Meteo;
  readonly commentaire: string;
  readonly preuve?: string;
}

/** What one house wrote of one engagement. */
export interface Suivi {
  readonly engagement: string;
  readonly auteur: string;
  readonly visibilite: Visibilite;
  /** Oldest first. */
  readonly etapes: readonly Etape[];
  /** State of the last version when it is not published. */
  readonly enCours?: Exclude<EtatContribution, 'PUBLIEE'>;
}
