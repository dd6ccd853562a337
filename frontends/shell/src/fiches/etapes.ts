/** A step as it is read; civil dates. */
export interface EtapeLue {
  readonly titre: string;
  readonly echeance?: string | null;
  readonly faiteLe?: string | null;
}

export type EtatEtape = 'faite' | 'en retard' | 'prévue' | 'à fixer';

/** @param jour - civil day from which a step not done is late */
export function etatDEtape({ echeance, faiteLe }: EtapeLue, jour: string): EtatEtape {
  if (faiteLe) return 'faite';
  if (!echeance) return 'à fixer';
  return echeance < jour ? 'en retard' : 'prévue';
}

/** « 2 sur 3, 1 en retard »; null for a fiche without steps. */
export function resumeDesEtapes(etapes: readonly EtapeLue[], jour: string): string | null {
  if (etapes.length === 0) return null;
  const etats = etapes.map((etape) => etatDEtape(etape, jour));
  const faites = etats.filter((etat) => etat === 'faite').length;
  const retards = etats.filter((etat) => etat === 'en retard').length;
  const compte = `${faites} sur ${etapes.length}`;
  return retards === 0 ? compte : `${compte}, ${retards} en retard`;
}
