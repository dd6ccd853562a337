import type { IssueFiche, StatutFiche } from './fiche-demonstration.js';

/** A fiche as the texts of a house write it; its numbers and instants are worked out. */
export interface ModeleFiche {
  readonly engagement: string;
  readonly titre: string;
  readonly objet: string;
  readonly auteur: string;
  readonly statut: StatutFiche;
  readonly debut: string;
  readonly fin: string | null;
  readonly visibilite: 'PARTENAIRES' | 'PUBLIC';
  /** In euros, with who pays. */
  readonly budget: readonly (readonly [montantEuros: number, source: string])[];
  readonly etapes: readonly (readonly [titre: string, echeance: string, faiteLe: string | null])[];
  /** Names of arrondissements with a variant of their own. */
  readonly variantes?: readonly string[];
  /** Not published yet. */
  readonly brouillon?: true;
  readonly experience?: {
    readonly evaluation?: { readonly texte: string; readonly le: string };
    readonly issue?: {
      readonly nature: IssueFiche;
      readonly motif: string;
      /** Title of the fiche that goes on; none for an experiment that stops. */
      readonly suite?: string;
    };
  };
}
