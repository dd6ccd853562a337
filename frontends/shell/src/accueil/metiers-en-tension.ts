interface TensionLue {
  metier: { codeRome: string; libelle: string };
}

export interface MetierEnTension {
  codeRome: string;
  libelle: string;
  /** In how many arrondissements of the territory. */
  arrondissements: number;
}

const parNom = new Intl.Collator('fr').compare;

/** The métiers of these tensions, each once; those of the most arrondissements first, then by name. */
export function metiersEnTension(tensions: readonly TensionLue[]): MetierEnTension[] {
  const metiers = new Map<string, MetierEnTension>();
  for (const { metier } of tensions) {
    const { codeRome, libelle } = metier;
    const arrondissements = (metiers.get(codeRome)?.arrondissements ?? 0) + 1;
    metiers.set(codeRome, { codeRome, libelle, arrondissements });
  }
  return [...metiers.values()].sort(
    (a, b) => b.arrondissements - a.arrondissements || parNom(a.libelle, b.libelle),
  );
}
