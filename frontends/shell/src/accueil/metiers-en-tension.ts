interface TensionLue {
  annee: number;
  metier: { libelle: string };
}

/**
 * Trades named by these tensions in the last year they cover, each once: a region lists the same
 * trade for each of its arrondissements.
 */
export function metiersEnTension<T extends TensionLue>(
  tensions: readonly T[],
): { annee: number | null; metiers: string[]; premiere: T | undefined } {
  const annee = tensions.reduce<number | null>(
    (derniere, tension) => Math.max(derniere ?? tension.annee, tension.annee),
    null,
  );
  const recentes = tensions.filter((tension) => tension.annee === annee);
  return {
    annee,
    metiers: [...new Set(recentes.map((tension) => tension.metier.libelle))],
    premiere: recentes[0],
  };
}
