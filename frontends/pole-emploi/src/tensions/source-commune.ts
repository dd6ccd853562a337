/** Where values come from, and when they were closed. */
export interface Provenance {
  annee: number;
  source: string;
  arreteLe: string;
  demonstration: boolean;
}

/** What all these rows say of themselves, to be said once; null when they differ. */
export function provenanceCommune(lignes: readonly Provenance[]): Provenance | null {
  const [premiere] = lignes;
  if (!premiere) return null;
  const { annee, source, arreteLe, demonstration } = premiere;
  return lignes.every(
    (ligne) =>
      ligne.annee === annee &&
      ligne.source === source &&
      ligne.arreteLe === arreteLe &&
      ligne.demonstration === demonstration,
  )
    ? { annee, source, arreteLe, demonstration }
    : null;
}
