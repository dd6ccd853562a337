/** One query of a page, as an agent's browser waits for it. */
export interface PageFigure {
  readonly front: string;
  readonly fichier: string;
  readonly question: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Of the largest answer. */
  readonly octets: number;
  /** Codes of errors met, without repetition; none when every answer was whole. */
  readonly erreurs: readonly string[];
}

export interface PagesFigures {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly taille: string;
  /** Requests of each query, one after another, after the warm-up. */
  readonly requetes: number;
  readonly pages: readonly PageFigure[];
  /** Queries that could not be asked, and why. */
  readonly nonMesurees: readonly { readonly question: string; readonly raison: string }[];
}

/** What the p95 of a page's query must stay under, in ms. */
export const BUDGET_P95_MS = 150;
