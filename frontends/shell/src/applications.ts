import { chargerModule, type ModulePublie } from '@passerelle/portal-kit';
import { useSyncExternalStore } from 'react';
import {
  addErrorHandler,
  getAppStatus,
  LOAD_ERROR,
  registerApplication,
  SKIP_BECAUSE_BROKEN,
  start,
  triggerAppChange,
  unregisterApplication,
} from 'single-spa';
import { hoteModules } from './coquille/hote-modules.js';
import { resoudreRoute } from './route.js';

export type EtatModule = 'chargement' | 'monte' | 'echec';

let modules: readonly ModulePublie[] = [];
const abonnes = new Set<() => void>();

function prevenir(): void {
  for (const abonne of abonnes) abonne();
}

function enregistrer(module: ModulePublie): void {
  registerApplication({
    name: module.nom,
    app: () => chargerModule(module),
    // The shell's own pages win over a module that would claim their address.
    activeWhen: ({ pathname }) => {
      const route = resoudreRoute(pathname, modules);
      return route.page === 'module' && route.module.nom === module.nom;
    },
    customProps: { domElement: hoteModules },
  });
}

/** Hands the modules of the page to single-spa; called once, when an agent is signed in. */
export function demarrerModules(publies: readonly ModulePublie[]): void {
  if (modules.length > 0 || publies.length === 0) return;
  modules = publies;
  addErrorHandler((erreur) => {
    console.error(erreur);
    prevenir();
  });
  window.addEventListener('single-spa:routing-event', prevenir);
  for (const module of publies) enregistrer(module);
  start({ urlRerouteOnly: true });
}

/** Forgets a module that failed and tries it again from the start. */
export function relancerModule(nom: string): void {
  const module = modules.find((publie) => publie.nom === nom);
  if (!module) return;
  void unregisterApplication(nom)
    .catch(() => null)
    .then(() => {
      enregistrer(module);
      return triggerAppChange();
    })
    .then(prevenir);
}

function etatDe(nom: string): EtatModule {
  const statut = getAppStatus(nom);
  if (statut === SKIP_BECAUSE_BROKEN || statut === LOAD_ERROR) return 'echec';
  return statut === 'MOUNTED' ? 'monte' : 'chargement';
}

export function useEtatModule(nom: string): EtatModule {
  return useSyncExternalStore(
    (reaction) => {
      abonnes.add(reaction);
      return () => {
        abonnes.delete(reaction);
      };
    },
    () => etatDe(nom),
  );
}
