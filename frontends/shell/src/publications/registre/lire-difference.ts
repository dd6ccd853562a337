import type { Difference } from '@passerelle/publication';
import { lireChangement } from './lire-rapport.js';
import { listeOuVide, nombreOuNul, parmi, type Source, texte } from './source.js';

/** One thing that a publication changed. */
export function lireDifference(source: Source): Difference {
  return {
    editeur: texte(source, 'editeur'),
    quoi: parmi(source, 'quoi', ['schema', 'module', 'canari', 'coquille', 'partages', 'carte']),
    avant: nombreOuNul(source, 'avant'),
    apres: nombreOuNul(source, 'apres'),
    changements: listeOuVide(source, 'changements', lireChangement),
  };
}
