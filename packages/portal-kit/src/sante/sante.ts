import { sessionActuelle } from '../session/session.js';
import {
  creerSanteDesModules,
  type ModuleCompte,
  moduleNomme,
  type RapportDeSante,
} from './sante-des-modules.js';

const DELAI_DENVOI_MS = 10_000;
const MARQUE = 'module';

let minuterie: ReturnType<typeof setTimeout> | undefined;

/** How the modules of this page fare: the gateway adds it up over all agents. */
export const sante = creerSanteDesModules(envoyer, () => {
  minuterie ??= setTimeout(vider, DELAI_DENVOI_MS);
});

function vider(): void {
  clearTimeout(minuterie);
  minuterie = undefined;
  void sante.vider();
}

async function envoyer(rapport: RapportDeSante): Promise<boolean> {
  if (sessionActuelle().statut !== 'authentifiee') return false;
  // `keepalive`: also when the page is being left.
  await fetch('/portail/incidents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rapport),
    keepalive: true,
  });
  // Refused is refused: sending the same again would be too.
  return true;
}

let demarre = false;

/** To be called once: counts what no wall caught, and sends the rest when the page is left. */
export function demarrerSante(): void {
  if (demarre) return;
  demarre = true;
  window.addEventListener('error', ({ error, filename }) => attribuer(error, filename));
  window.addEventListener('unhandledrejection', ({ reason }) => attribuer(reason, ''));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') vider();
  });
}

function attribuer(cause: unknown, fichier: string): void {
  const trace = cause instanceof Error ? (cause.stack ?? '') : '';
  const module = moduleNomme(`${fichier}\n${trace}`);
  if (module) sante.erreur(module, cause);
}

/** Writes on an element whose module stands in it. */
export function marquer(element: HTMLElement, { partenaire, revision }: ModuleCompte): void {
  element.dataset[MARQUE] = `${partenaire}:${revision}`;
}

export function demarquer(element: HTMLElement): void {
  delete element.dataset[MARQUE];
}

/** The module in which an element stands; null in the shell's own parts. */
export function moduleAutour(element: HTMLElement): ModuleCompte | null {
  const marque = element.closest<HTMLElement>('[data-module]')?.dataset[MARQUE] ?? '';
  const [partenaire, revision] = marque.split(':');
  return partenaire ? { partenaire, revision: Number(revision) } : null;
}
