import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';

export interface RouteDeModule {
  chemin: string;
  titre: string;
}

export interface EntreeDeNavigation {
  libelle: string;
  chemin: string;
  section: string;
  ordre: number;
}

/** A partner's module as the gateway published it in the page. */
export interface ModulePublie {
  nom: string;
  partenaire: Partenaire;
  entree: string;
  css: readonly string[];
  routes: readonly RouteDeModule[];
  navigation: readonly EntreeDeNavigation[];
  emplacements: readonly string[];
}

export interface Registre {
  modules: readonly ModulePublie[];
  demonstration: boolean;
  /** Civil date of the data shown, when it is not today's. */
  dateDonnees: string | null;
}

const VIDE: Registre = { modules: [], demonstration: false, dateDonnees: null };

function objet(valeur: unknown): object | null {
  return typeof valeur === 'object' && valeur !== null ? valeur : null;
}

function texte(source: object, cle: string): string | null {
  const valeur: unknown = Reflect.get(source, cle);
  return typeof valeur === 'string' ? valeur : null;
}

function liste<T>(source: object, cle: string, lire: (element: unknown) => T | null): T[] {
  const valeur: unknown = Reflect.get(source, cle);
  if (!Array.isArray(valeur)) return [];
  return valeur.map((element: unknown) => lire(element)).filter((element) => element !== null);
}

const lireTexte = (valeur: unknown): string | null => (typeof valeur === 'string' ? valeur : null);

function lireRoute(valeur: unknown): RouteDeModule | null {
  const source = objet(valeur);
  const chemin = source && texte(source, 'chemin');
  return source && chemin ? { chemin, titre: texte(source, 'titre') ?? chemin } : null;
}

function lireEntree(valeur: unknown): EntreeDeNavigation | null {
  const source = objet(valeur);
  if (!source) return null;
  const libelle = texte(source, 'libelle');
  const chemin = texte(source, 'chemin');
  const ordre: unknown = Reflect.get(source, 'ordre');
  if (libelle === null || chemin === null) return null;
  return {
    libelle,
    chemin,
    section: texte(source, 'section') ?? '',
    ordre: typeof ordre === 'number' ? ordre : 100,
  };
}

function lireModule(valeur: unknown): ModulePublie | null {
  const source = objet(valeur);
  if (!source) return null;
  const partenaire = texte(source, 'partenaire');
  const entree = texte(source, 'entree');
  if (partenaire === null || !estPartenaire(partenaire) || entree === null) return null;
  return {
    nom: texte(source, 'nom') ?? partenaire,
    partenaire,
    entree,
    css: liste(source, 'css', lireTexte),
    routes: liste(source, 'routes', lireRoute),
    navigation: liste(source, 'navigation', lireEntree),
    emplacements: liste(source, 'emplacements', lireTexte),
  };
}

/** Parses the registry that the gateway writes in the page; a module it cannot read is left out. */
export function lireRegistreJson(json: string): Registre {
  const source = objet(JSON.parse(json));
  if (!source) return VIDE;
  return {
    modules: liste(source, 'modules', lireModule),
    demonstration: Reflect.get(source, 'demonstration') === true,
    dateDonnees: texte(source, 'dateDonnees'),
  };
}

let registre: Registre | undefined;

/** What this page was published with; read once. */
export function lireRegistre(): Registre {
  registre ??= lireRegistreJson(
    document.getElementById('passerelle-registre')?.textContent || 'null',
  );
  return registre;
}
