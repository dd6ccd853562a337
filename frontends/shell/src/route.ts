import type { Maille, ModulePublie, RouteDeModule } from '@passerelle/portal-kit';
import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { Canal } from '@passerelle/publication';

/** A page of the administrators, under `/publications`. */
export type VuePublications =
  | { nom: 'etat' | 'journal' | 'jetons' | 'usages' | 'carte' }
  | { nom: 'publication'; canal: Canal; numero: number };

/** A page of the sessions, or of what was decided there. */
export type VueSeances = { nom: 'liste' | 'decisions' } | { nom: 'seance' | 'dossier'; id: string };

/** Every page of the portal: those of the shell, and the modules' own. */
export type Route =
  | { page: 'accueil' }
  | { page: 'protocole' }
  | { page: 'texte' }
  | { page: 'engagement'; code: string }
  | { page: 'fiches' }
  /** `id` as the graph names it: « region:fiche-12 ». */
  | { page: 'fiche'; maison: Partenaire; id: string }
  | { page: 'territoires' }
  | { page: 'comparer' }
  | { page: 'indicateurs' }
  | { page: 'indicateur'; partenaire: Partenaire; code: string }
  | { page: 'territoire'; maille: Maille; code: string }
  | { page: 'suivi' }
  | { page: 'recherche' }
  | { page: 'seances'; vue: VueSeances }
  | { page: 'publications'; vue: VuePublications }
  | { page: 'aide' }
  | { page: 'accessibilite' }
  | { page: 'mentions-legales' }
  | { page: 'donnees-personnelles' }
  | { page: 'module'; module: ModulePublie; route: RouteDeModule }
  | { page: 'inconnue' };

const MAILLES: Readonly<Record<string, Maille>> = {
  region: 'REGION',
  departement: 'DEPARTEMENT',
  arrondissement: 'ARRONDISSEMENT',
  epci: 'EPCI',
  commune: 'COMMUNE',
};

const SIMPLES: Readonly<Record<string, Route>> = {
  '/': { page: 'accueil' },
  '/protocole': { page: 'protocole' },
  '/protocole/texte': { page: 'texte' },
  '/fiches': { page: 'fiches' },
  '/territoires': { page: 'territoires' },
  '/seances': { page: 'seances', vue: { nom: 'liste' } },
  '/decisions': { page: 'seances', vue: { nom: 'decisions' } },
  '/territoires/comparer': { page: 'comparer' },
  '/indicateurs': { page: 'indicateurs' },
  '/publications': { page: 'publications', vue: { nom: 'etat' } },
  '/publications/journal': { page: 'publications', vue: { nom: 'journal' } },
  '/publications/jetons': { page: 'publications', vue: { nom: 'jetons' } },
  '/publications/usages': { page: 'publications', vue: { nom: 'usages' } },
  '/publications/carte': { page: 'publications', vue: { nom: 'carte' } },
  '/suivi': { page: 'suivi' },
  '/recherche': { page: 'recherche' },
  '/aide': { page: 'aide' },
  '/accessibilite': { page: 'accessibilite' },
  '/mentions-legales': { page: 'mentions-legales' },
  '/donnees-personnelles': { page: 'donnees-personnelles' },
};

/** Pages that anyone may read, signed in or not. */
export function estPublique(route: Route): boolean {
  return ['aide', 'accessibilite', 'mentions-legales', 'donnees-personnelles', 'inconnue'].includes(
    route.page,
  );
}

/** What a path shows. Letter case and a final slash do not matter to a reader, nor here. */
export function resoudreRoute(adresse: string, modules: readonly ModulePublie[]): Route {
  const chemin = adresse.length > 1 ? adresse.replace(/\/+$/, '') : adresse;
  const simple = Object.hasOwn(SIMPLES, chemin) ? SIMPLES[chemin] : undefined;
  if (simple) return simple;
  const engagement = /^\/protocole\/(e\d{2})$/i.exec(chemin)?.[1];
  if (engagement) return { page: 'engagement', code: engagement.toUpperCase() };
  const [, maison = '', fiche = ''] =
    /^\/fiches\/([a-z-]+)\/(fiche-[1-9]\d{0,8})$/i.exec(chemin.toLowerCase()) ?? [];
  if (estPartenaire(maison)) return { page: 'fiche', maison, id: `${maison}:${fiche}` };
  const [, producteur = '', indicateur = ''] =
    /^\/indicateurs\/([a-z-]+)\/([a-z0-9][a-z0-9-]{0,59})$/.exec(chemin) ?? [];
  if (estPartenaire(producteur) && indicateur !== '') {
    return { page: 'indicateur', partenaire: producteur, code: indicateur };
  }
  const [, maille = '', code = ''] =
    /^\/territoires\/([a-z]+)\/([0-9][0-9a-z]{0,8})$/i.exec(chemin) ?? [];
  const connue = Object.hasOwn(MAILLES, maille.toLowerCase())
    ? MAILLES[maille.toLowerCase()]
    : undefined;
  if (connue) return { page: 'territoire', maille: connue, code: code.toUpperCase() };
  const [, canal = '', numero = ''] =
    /^\/publications\/(recette|production)\/([1-9]\d{0,8})$/.exec(chemin) ?? [];
  if (canal === 'recette' || canal === 'production') {
    const vue: VuePublications = { nom: 'publication', canal, numero: Number(numero) };
    return { page: 'publications', vue };
  }
  const [, seance = '', dossier] =
    /^\/seances\/([a-z]{3,4}-[0-9ab]{2,4}:\d{4}-\d{2}-\d{2}[b-z]?)(\/dossier)?$/i.exec(
      lisible(chemin),
    ) ?? [];
  if (seance) {
    return {
      page: 'seances',
      vue: { nom: dossier ? 'dossier' : 'seance', id: idDeSeance(seance) },
    };
  }
  for (const module of modules) {
    const route = module.routes.find(
      (r) => chemin === r.chemin || chemin.startsWith(`${r.chemin}/`),
    );
    if (route) return { page: 'module', module, route };
  }
  return { page: 'inconnue' };
}

/** Mail readers write `%3A` for the colon of a session's identifier. */
function lisible(chemin: string): string {
  return chemin.replaceAll(/%3a/gi, ':');
}

/** Lower case but for the départements of Corsica. */
function idDeSeance(saisi: string): string {
  const [instance = '', jour = ''] = saisi.split(':');
  const [type = '', code = ''] = instance.split('-');
  return `${type.toLowerCase()}-${code.toUpperCase()}:${jour.toLowerCase()}`;
}

export function cheminEngagement(code: string): string {
  return `/protocole/${code}`;
}

export function cheminTerritoire(territoire: { code: string; maille: string }): string {
  return `/territoires/${territoire.maille.toLowerCase()}/${territoire.code}`;
}

export function cheminPublication(canal: Canal, numero: number): string {
  return `/publications/${canal}/${numero}`;
}
