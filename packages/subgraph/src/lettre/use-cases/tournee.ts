import type { Abonne, RegistreDesLettres } from '../domain/abonne.js';
import { lundiDeLaLettre } from '../domain/lundi.js';

export interface Tournee {
  demarrer(): void;
  /** Sends what is due now; resolves when nothing more is. */
  passer(): Promise<void>;
  arreter(): Promise<void>;
}

const PERIODE_MS = 60_000;

/**
 * Each minute, the letters that are due and that no other replica has taken.
 *
 * @param deps.envoyer - prepares and sends one letter; what it throws is told and tried again later
 */
export function createTournee(deps: {
  registre: RegistreDesLettres;
  envoyer: (abonne: Abonne, lundi: string) => Promise<void>;
  maintenant: () => Date;
  onEchec: (error: unknown) => void;
}): Tournee {
  const { registre, envoyer, maintenant, onEchec } = deps;
  let timer: NodeJS.Timeout | undefined;
  let enCours: Promise<void> = Promise.resolve();
  let arretee = false;

  async function passer(): Promise<void> {
    const lundi = lundiDeLaLettre(maintenant());
    if (lundi === null) return;
    while (!arretee) {
      const abonne = await registre.prendre(lundi);
      if (abonne === null) return;
      try {
        await envoyer(abonne, lundi);
        await registre.confirmer(lundi, abonne.sujet);
      } catch (error) {
        onEchec(error);
      }
    }
  }

  function programmer(): void {
    if (arretee) return;
    timer = setTimeout(() => {
      enCours = passer().catch(onEchec).finally(programmer);
    }, PERIODE_MS);
    timer.unref();
  }

  return {
    passer,
    demarrer: programmer,
    async arreter() {
      arretee = true;
      clearTimeout(timer);
      await enCours;
    },
  };
}
