import { demarquer, marquer, sante } from '../sante/sante.js';
import type { Application, CycleDeVie, Fragment } from './cycle-de-vie.js';
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
  chargement.catch((cause: unknown) => {
    charges.delete(module.entree);
    // Without a network nothing loads, whoever wrote it.
    if (!navigator.onLine) return;
    sante.montage(module);
    sante.erreur(module, cause);
  });
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
  const emplacements = Object.entries(entree.emplacements ?? {});
  return {
    ...entree,
    ...compte(module, entree),
    emplacements: Object.fromEntries(
      emplacements.map(([nom, fragment]) => [nom, { ...fragment, ...compte(module, fragment) }]),
    ),
  };
}

/** The same life cycle, which says how it fares and whose it is. */
function compte<Montage extends { domElement: HTMLElement }>(
  module: ModulePublie,
  { mount, unmount }: CycleDeVie<Montage>,
): Pick<CycleDeVie<Montage>, 'mount' | 'unmount'> {
  return {
    async mount(montage) {
      marquer(montage.domElement, module);
      sante.montage(module);
      try {
        await mount(montage);
      } catch (cause) {
        sante.erreur(module, cause);
        throw cause;
      }
    },
    async unmount(montage) {
      await unmount(montage);
      demarquer(montage.domElement);
    },
  };
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
    const integrite = integriteDe(href);
    if (integrite !== null) lien.integrity = integrite;
    // Without its styles a module is plain but readable: better than nothing.
    lien.addEventListener('load', () => resolve());
    lien.addEventListener('error', () => resolve());
    document.head.append(lien);
  });
}

let integrites: Readonly<Record<string, string>> | undefined;

/** The import map holds the digests of styles too, but browsers only look there for scripts. */
function integriteDe(href: string): string | null {
  integrites ??= lireIntegrites();
  const { origin, pathname } = new URL(href);
  return (origin === location.origin ? integrites[pathname] : undefined) ?? null;
}

function lireIntegrites(): Readonly<Record<string, string>> {
  const carte: { integrity?: Record<string, string> } = JSON.parse(
    document.querySelector('script[type="importmap"]')?.textContent || '{}',
  );
  return carte.integrity ?? {};
}
