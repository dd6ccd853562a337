import type { EntreeDeNavigation, ModulePublie } from '@passerelle/portal-kit';
import manifeste from '../../module.json';

/**
 * The menu: the shell's entries and the modules', by task and not by house. An entry that serves
 * one role only is left out for the others.
 */
export function entreesDeNavigation(
  modules: readonly ModulePublie[],
  roles: readonly string[],
): EntreeDeNavigation[] {
  const deLaCoquille = manifeste.navigation.filter(
    (entree) => entree.role === undefined || roles.includes(entree.role),
  );
  return [...deLaCoquille, ...modules.flatMap((module) => module.navigation)].sort(
    (a, b) => a.ordre - b.ordre || a.libelle.localeCompare(b.libelle, 'fr'),
  );
}

/** Entries under their section's title, in the order of their first entry. */
export function parSection(
  entrees: readonly EntreeDeNavigation[],
): { section: string; entrees: EntreeDeNavigation[] }[] {
  const sections = new Map<string, EntreeDeNavigation[]>();
  for (const entree of entrees) {
    const deja = sections.get(entree.section);
    if (deja) deja.push(entree);
    else sections.set(entree.section, [entree]);
  }
  return [...sections].map(([section, liste]) => ({ section, entrees: liste }));
}

/** Whether the entry leads to the page shown, or to the list it comes from. */
export function estCourante(entree: EntreeDeNavigation, chemin: string): boolean {
  if (entree.chemin === '/') return chemin === '/';
  return chemin === entree.chemin || chemin.startsWith(`${entree.chemin}/`);
}
