import type { EntreeDeNavigation } from '@passerelle/portal-kit';

export interface Raccourci {
  lettre: string;
  libelle: string;
  chemin: string;
}

/**
 * Gives each navigation entry the first letter of its name that is still free, in the order of the
 * menu: a module that comes later never takes a letter that agents already know.
 */
export function attribuerLettres(entrees: readonly EntreeDeNavigation[]): Raccourci[] {
  const prises = new Set<string>();
  return entrees.flatMap(({ libelle, chemin }) => {
    const lettres = libelle.normalize('NFD').toLowerCase().match(/[a-z]/g) ?? [];
    const lettre = lettres.find((candidate) => !prises.has(candidate));
    if (lettre === undefined) return [];
    prises.add(lettre);
    return [{ lettre, libelle, chemin }];
  });
}
