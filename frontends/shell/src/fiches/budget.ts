/** A line of budget as it is read. */
export interface LigneLue {
  readonly montantEuros: number;
  readonly source: string;
  readonly annee?: number | null;
}

/** What one source brings, year by year. */
export interface BudgetDeSource {
  readonly source: string;
  /** Euros by year; a line without a year is under null. */
  readonly parAnnee: ReadonlyMap<number | null, number>;
  readonly total: number;
}

export interface Budget {
  /** In order, the lines without a year last. */
  readonly annees: readonly (number | null)[];
  /** In the order in which the fiche names them. */
  readonly sources: readonly BudgetDeSource[];
  readonly total: BudgetDeSource;
}

/** The lines gathered by source and by year, with their sums. */
export function budgetParSource(lignes: readonly LigneLue[]): Budget {
  const annees = [...new Set(lignes.map(({ annee }) => annee ?? null))].sort(
    (une, autre) => (une ?? Number.MAX_SAFE_INTEGER) - (autre ?? Number.MAX_SAFE_INTEGER),
  );
  const sources = [...Map.groupBy(lignes, ({ source }) => source)].map(([source, siennes]) =>
    sommer(source, siennes),
  );
  return { annees, sources, total: sommer('Total', lignes) };
}

function sommer(source: string, lignes: readonly LigneLue[]): BudgetDeSource {
  const parAnnee = new Map<number | null, number>();
  for (const { annee = null, montantEuros } of lignes) {
    parAnnee.set(annee, (parAnnee.get(annee) ?? 0) + montantEuros);
  }
  return {
    source,
    parAnnee,
    total: lignes.reduce((somme, { montantEuros }) => somme + montantEuros, 0),
  };
}
