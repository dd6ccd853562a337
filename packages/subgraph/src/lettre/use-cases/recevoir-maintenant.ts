import type { Abonne, RegistreDesLettres } from '../domain/abonne.js';
import { refusDeLettre } from '../domain/lettre.errors.js';

export type Envoi =
  | { readonly adresse: string; readonly refus: null }
  | { readonly adresse: null; readonly refus: { code: string; message: string } };

const DELAI_MS = 60_000;
const MAX_RETENUS = 10_000;

/**
 * One's own letter at once, to see what it is; never more than one a minute, for the mail server's
 * sake.
 *
 * @param deps.sansAdresse - the refusal told to who gave no address
 * @returns with `apercu`: where it would go, and nothing leaves
 */
export function createRecevoirMaintenant(deps: {
  registre: RegistreDesLettres;
  envoyer: (abonne: Abonne) => Promise<void>;
  maintenant: () => Date;
  sansAdresse: { code: string; message: string };
  onEchec: (error: unknown) => void;
}): (sujet: string, apercu: boolean) => Promise<Envoi> {
  const derniers = new Map<string, number>();

  return async (sujet, apercu) => {
    const abonne = await deps.registre.abonne(sujet);
    if (abonne === null) return { adresse: null, refus: deps.sansAdresse };
    if (apercu) return { adresse: abonne.courriel, refus: null };
    const instant = deps.maintenant().getTime();
    if (instant - (derniers.get(sujet) ?? -Infinity) < DELAI_MS) {
      return { adresse: null, refus: refusDeLettre('LETTRE_TROP_RAPPROCHEE') };
    }
    if (derniers.size >= MAX_RETENUS) derniers.clear();
    derniers.set(sujet, instant);
    try {
      await deps.envoyer(abonne);
      return { adresse: abonne.courriel, refus: null };
    } catch (error) {
      deps.onEchec(error);
      derniers.delete(sujet);
      return { adresse: null, refus: refusDeLettre('LETTRE_NON_PARTIE') };
    }
  };
}
