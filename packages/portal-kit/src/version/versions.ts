import { useSyncExternalStore } from 'react';
import { saisieActuelle } from '../brouillon/saisies.js';
import { lireRegistre } from '../modules/registre.js';
import { confierLesChangementsDePage } from '../navigation/chemin.js';
import { creerObservable } from '../observable.js';
import { sessionActuelle } from '../session/session.js';
import { creerSuiviDeVersion, delaiDeVerificationMs, estPrise } from './suivi-de-version.js';
import { cleDeVersion, lireVersion, versionDeLaPage } from './version-du-portail.js';

/** Key of the version to offer; null while the page is the latest, or the agent said « later ». */
const proposee = creerObservable<string | null>(null);
let ecartee: string | null = null;
let demarre = false;

const DELAI_MS = 10_000;

/** Watches for a newer page, and takes it at the next change of page when nothing would be lost. */
export function demarrerVersions(): void {
  const registre = lireRegistre();
  const page = versionDeLaPage(registre);
  if (demarre || page === null) return;
  demarre = true;
  const locaux = registre.surcharges.map(({ partenaire }) => partenaire);
  const { disponible, verifier } = creerSuiviDeVersion({
    actuelle: cleDeVersion(page, locaux),
    demander: () => demander(locaux),
    maintenantMs: () => performance.now(),
  });
  disponible.ecouter(() => {
    const nouvelle = disponible.lire();
    proposee.ecrire(nouvelle === ecartee ? null : nouvelle);
  });
  confierLesChangementsDePage((adresse) => {
    if (!estPrise(disponible.lire(), saisieActuelle())) return false;
    location.assign(adresse);
    return true;
  });
  const revenir = (): void => {
    if (document.visibilityState === 'visible') void verifier();
  };
  document.addEventListener('visibilitychange', revenir);
  window.addEventListener('focus', revenir);
  const attendre = (): void => {
    setTimeout(() => {
      revenir();
      attendre();
    }, delaiDeVerificationMs(Math.random()));
  };
  attendre();
}

async function demander(locaux: readonly string[]): Promise<string | null> {
  if (sessionActuelle().statut !== 'authentifiee') return null;
  // The browser's own cache answers « not modified » to us as the whole answer.
  const reponse = await fetch('/portail/version', {
    headers: { accept: 'application/json' },
    cache: 'no-cache',
    signal: AbortSignal.timeout(DELAI_MS),
  });
  const version = reponse.ok ? lireVersion(await reponse.json()) : null;
  return version && cleDeVersion(version, locaux);
}

export function useVersionProposee(): string | null {
  return useSyncExternalStore(proposee.ecouter, proposee.lire);
}

/** Not now: the next change of page will bring it, or the next publication will ask again. */
export function ecarterLaVersion(): void {
  ecartee = proposee.lire();
  proposee.ecrire(null);
}
