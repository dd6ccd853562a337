import type { Application, Fragment } from './cycle-de-vie.js';
import type { ModulePublie } from './registre.js';

/** What a module's entry exports. */
export interface ModuleCharge extends Application {
  emplacements: Readonly<Record<string, Fragment<object>>>;
}

const charges = new Map<string, Promise<ModuleCharge>>();

/** Loads a module once, its styles first. A failure is forgotten: the next call tries again. */
export function chargerModule(module: ModulePublie): Promise<ModuleCharge> {
  const connu = charges.get(module.entree);
  if (connu) return connu;
  const chargement = charger(module);
  charges.set(module.entree, chargement);
  chargement.catch(() => charges.delete(module.entree));
  return chargement;
}

async function charger(module: ModulePublie): Promise<ModuleCharge> {
  const [entree]: [unknown, ...unknown[]] = await Promise.all([
    import(/* @vite-ignore */ module.entree),
    ...module.css.map(chargerStyle),
  ]);
  if (!estModule(entree)) {
    throw new Error(`The entry of module « ${module.nom} » has no life cycle.`);
  }
  return { ...entree, emplacements: entree.emplacements ?? {} };
}

function estModule(
  entree: unknown,
): entree is Application & { emplacements?: Record<string, Fragment<object>> } {
  if (typeof entree !== 'object' || entree === null) return false;
  return ['bootstrap', 'mount', 'unmount'].every(
    (etape) => typeof Reflect.get(entree, etape) === 'function',
  );
}

/** Resolves once the style applies, so that a module never shows undressed. */
function chargerStyle(adresse: string): Promise<void> {
  const href = new URL(adresse, location.origin).href;
  const present = [...document.querySelectorAll('link')].some(
    (lien) => lien.rel === 'stylesheet' && lien.href === href,
  );
  if (present) return Promise.resolve();
  return new Promise((resolve) => {
    const lien = document.createElement('link');
    lien.rel = 'stylesheet';
    lien.href = href;
    // Without its styles a module is plain but readable: better than nothing.
    lien.addEventListener('load', () => resolve());
    lien.addEventListener('error', () => resolve());
    document.head.append(lien);
  });
}
