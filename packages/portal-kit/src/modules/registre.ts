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
  /** Number under which it was published; 0 when it comes from this machine. */
  revision: number;
  version: string;
  entree: string;
  css: readonly string[];
  routes: readonly RouteDeModule[];
  navigation: readonly EntreeDeNavigation[];
  emplacements: readonly string[];
}

/** What the page was made of when it was opened. */
export interface PublicationDeLaPage {
  numero: number;
  coquille: number;
  partages: number;
}

/** A module that this page takes from the agent's own machine. */
export interface Surcharge {
  partenaire: Partenaire;
  url: string;
}

export interface Registre {
  /** Null outside the gateway: a module that runs alone. */
  publication: PublicationDeLaPage | null;
  modules: readonly ModulePublie[];
  surcharges: readonly Surcharge[];
  demonstration: boolean;
  /** Civil date of the data shown, when it is not today's. */
  dateDonnees: string | null;
}

const VIDE: Registre = {
  publication: null,
  modules: [],
  surcharges: [],
  demonstration: false,
  dateDonnees: null,
};

function objet(valeur: unknown): object | null {
  return typeof valeur === 'object' && valeur !== null ? valeur : null;
}

function texte(source: object, cle: string): string | null {
  const valeur: unknown = Reflect.get(source, cle);
  return typeof valeur === 'string' ? valeur : null;
}

function entier(source: object, cle: string): number {
  const valeur: unknown = Reflect.get(source, cle);
  return typeof valeur === 'number' && Number.isInteger(valeur) ? valeur : 0;
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
    revision: entier(source, 'revision'),
    version: texte(source, 'version') ?? '',
    entree,
    css: liste(source, 'css', lireTexte),
    routes: liste(source, 'routes', lireRoute),
    navigation: liste(source, 'navigation', lireEntree),
    emplacements: liste(source, 'emplacements', lireTexte),
  };
}

function lirePublication(valeur: unknown): PublicationDeLaPage | null {
  const source = objet(valeur);
  return (
    source && {
      numero: entier(source, 'numero'),
      coquille: entier(source, 'coquille'),
      partages: entier(source, 'partages'),
    }
  );
}

function lireSurcharge(valeur: unknown): Surcharge | null {
  const source = objet(valeur);
  const partenaire = source && texte(source, 'partenaire');
  const url = source && texte(source, 'url');
  return partenaire && estPartenaire(partenaire) && url ? { partenaire, url } : null;
}

/** Parses the registry that the gateway writes in the page; a module it cannot read is left out. */
export function lireRegistreJson(json: string): Registre {
  const source = objet(JSON.parse(json));
  if (!source) return VIDE;
  return {
    publication: lirePublication(Reflect.get(source, 'publication')),
    modules: liste(source, 'modules', lireModule),
    surcharges: liste(source, 'surcharges', lireSurcharge),
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
