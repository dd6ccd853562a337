import { estPartenaire, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { creerObservable, creerSignal } from '../observable.js';

/**
 * What the portal knows of each partner, learnt from the answers it gets (`extensions.partenaires`)
 * and, only while one is missing, from the gateway's health page.
 */
export type EtatPartenaire =
  | { statut: 'inconnu' | 'disponible' }
  | { statut: 'indisponible'; depuis: Date };

export type EtatPartenaires = Readonly<Record<Partenaire, EtatPartenaire>>;

const INTERVALLE_MS = 1_000;
const INTERVALLE_MAX_MS = 30_000;
const INTERVALLE_CACHE_MS = 10_000;

const inconnus: EtatPartenaires = {
  etat: { statut: 'inconnu' },
  region: { statut: 'inconnu' },
  'pole-emploi': { statut: 'inconnu' },
};
const etats = creerObservable<EtatPartenaires>(inconnus);
const retours = creerSignal<Partenaire>();

export interface AvisPartenaire {
  partenaire: Partenaire;
  disponible: boolean;
}

/** The next states, and who came back; the same object when nothing changed. */
export function appliquerAvis(
  avant: EtatPartenaires,
  avis: readonly AvisPartenaire[],
  maintenant: Date,
): { apres: EtatPartenaires; revenus: Partenaire[] } {
  const revenus: Partenaire[] = [];
  let apres = avant;
  for (const { partenaire, disponible } of avis) {
    const actuel = apres[partenaire];
    if (disponible && actuel.statut !== 'disponible') {
      if (actuel.statut === 'indisponible') revenus.push(partenaire);
      apres = { ...apres, [partenaire]: { statut: 'disponible' } };
    }
    if (!disponible && actuel.statut !== 'indisponible') {
      apres = { ...apres, [partenaire]: { statut: 'indisponible', depuis: maintenant } };
    }
  }
  return { apres, revenus };
}

/** Reads `extensions.partenaires` or the health page's list; what it does not know, it ignores. */
export function lireAvis(valeur: unknown): AvisPartenaire[] {
  if (!Array.isArray(valeur)) return [];
  return valeur.flatMap((element: unknown): AvisPartenaire[] => {
    if (typeof element !== 'object' || element === null) return [];
    const partenaire = 'partenaire' in element ? element.partenaire : undefined;
    const statut = 'statut' in element ? element.statut : undefined;
    if (typeof partenaire !== 'string' || !estPartenaire(partenaire)) return [];
    // A refusal or a partial answer comes from a partner that is there.
    if (statut === 'ok' || statut === 'partiel' || statut === 'refuse' || statut === 'disponible') {
      return [{ partenaire, disponible: true }];
    }
    return statut === 'indisponible' ? [{ partenaire, disponible: false }] : [];
  });
}

export function signalerPartenaires(avis: readonly AvisPartenaire[]): void {
  const avant = etats.lire();
  const { apres, revenus } = appliquerAvis(avant, avis, new Date());
  etats.ecrire(apres);
  const tombe = PARTENAIRES.some(
    (partenaire) =>
      apres[partenaire].statut === 'indisponible' && avant[partenaire].statut !== 'indisponible',
  );
  if (tombe) rechutes = Date.now() - dernierRetour < RECHUTE_MS ? rechutes + 1 : 0;
  if (revenus.length > 0) dernierRetour = Date.now();
  for (const partenaire of revenus) retours.emettre(partenaire);
  void veiller();
}

// A partner that is healthy but fails what it is asked comes and goes: each return makes the page
// read again, so the returns must grow rare.
const RECHUTE_MS = 60_000;
let rechutes = 0;
let dernierRetour = 0;

let veille = false;

const unAbsent = (): boolean =>
  PARTENAIRES.some((partenaire) => etats.lire()[partenaire].statut === 'indisponible');

/** Asks the health page until nobody is missing; one watch at a time, which stops by itself. */
async function veiller(): Promise<void> {
  if (veille || typeof document === 'undefined') return;
  veille = true;
  while (unAbsent()) {
    const delaiMs =
      document.visibilityState === 'visible'
        ? Math.min(INTERVALLE_MS * 2 ** rechutes, INTERVALLE_MAX_MS)
        : INTERVALLE_CACHE_MS;
    await new Promise((resolve) => setTimeout(resolve, delaiMs));
    signalerPartenaires(await lireSante());
  }
  veille = false;
}

/** What the gateway's health page says; nothing when the gateway itself is away. */
async function lireSante(): Promise<AvisPartenaire[]> {
  try {
    const reponse = await fetch('/sante/pret', {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(5_000),
    });
    const corps: unknown = await reponse.json();
    const liste = typeof corps === 'object' && corps !== null && Reflect.get(corps, 'partenaires');
    return lireAvis(liste);
  } catch {
    return [];
  }
}

/** Follows the state of the three partners. */
export function usePartenaires(): EtatPartenaires {
  return useSyncExternalStore(etats.ecouter, etats.lire);
}

export function surRetourPartenaire(reaction: (partenaire: Partenaire) => void): () => void {
  return retours.ecouter(reaction);
}

/** Calls `reaction` when a partner that was missing answers again. */
export function useRetourPartenaire(reaction: (partenaire: Partenaire) => void): void {
  const evenement = useEffectEvent(reaction);
  useEffect(() => retours.ecouter((partenaire) => evenement(partenaire)), []);
}
