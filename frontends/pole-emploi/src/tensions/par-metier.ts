interface Arrondissement {
  code: string;
  maille: 'REGION' | 'DEPARTEMENT' | 'ARRONDISSEMENT' | 'EPCI' | 'COMMUNE';
  nom: string;
}

interface TensionLue {
  annee: number;
  niveau: number;
  metier: { codeRome: string; libelle: string };
  territoire: Arrondissement;
}

/** A métier at one level, one year, and the arrondissements where it was observed so. */
export interface MetierEnTension {
  cle: string;
  codeRome: string;
  libelle: string;
  niveau: number;
  annee: number;
  arrondissements: Arrondissement[];
}

const parNom = new Intl.Collator('fr').compare;

/** Each métier once per level and year, in the order of the tensions; its places by name. */
export function grouperParMetier(tensions: readonly TensionLue[]): MetierEnTension[] {
  const groupes = new Map<string, MetierEnTension>();
  for (const { annee, niveau, metier, territoire } of tensions) {
    const cle = `${metier.codeRome}-${niveau}-${annee}`;
    const groupe = groupes.get(cle) ?? { cle, ...metier, niveau, annee, arrondissements: [] };
    groupe.arrondissements.push(territoire);
    groupes.set(cle, groupe);
  }
  for (const { arrondissements } of groupes.values()) {
    arrondissements.sort((a, b) => parNom(a.nom, b.nom));
  }
  return [...groupes.values()];
}

/** Those seen in the most arrondissements first, then by name. */
export function trierParEtendue(metiers: readonly MetierEnTension[]): MetierEnTension[] {
  return [...metiers].sort(
    (a, b) => b.arrondissements.length - a.arrondissements.length || parNom(a.libelle, b.libelle),
  );
}

/** The strongest first, then by name of the métier, the latest year first. */
export function trierParNiveau<T extends Pick<TensionLue, 'annee' | 'niveau' | 'metier'>>(
  tensions: readonly T[],
): T[] {
  return [...tensions].sort(
    (a, b) =>
      b.niveau - a.niveau || parNom(a.metier.libelle, b.metier.libelle) || b.annee - a.annee,
  );
}

/** By name of the métier, the latest year first. */
export function trierParLibelle<T extends Pick<TensionLue, 'annee' | 'metier'>>(
  tensions: readonly T[],
): T[] {
  return [...tensions].sort(
    (a, b) => parNom(a.metier.libelle, b.metier.libelle) || b.annee - a.annee,
  );
}

/** The arrondissements of these métiers, each once, by name. */
export function arrondissementsDe(metiers: readonly MetierEnTension[]): Arrondissement[] {
  const tous = new Map(
    metiers.flatMap(({ arrondissements }) => arrondissements.map((un) => [un.code, un] as const)),
  );
  return [...tous.values()].sort((a, b) => parNom(a.nom, b.nom));
}
