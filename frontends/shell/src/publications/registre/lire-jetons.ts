import type { Jeton } from '@passerelle/publication';
import { lireSource, liste, parmi, type Source, texte, texteOuNul } from './source.js';

function lireJeton(source: Source): Jeton {
  return {
    id: texte(source, 'id'),
    nom: texte(source, 'nom'),
    genre: parmi(source, 'genre', [
      'schema',
      'module',
      'administration',
      'lecture',
      'passerelle',
      'racine',
    ]),
    editeur: texte(source, 'editeur'),
    creeLe: texte(source, 'creeLe'),
    creePar: texte(source, 'creePar'),
    expireLe: texteOuNul(source, 'expireLe'),
    dernierUsageLe: texteOuNul(source, 'dernierUsageLe'),
    revoqueLe: texteOuNul(source, 'revoqueLe'),
  };
}

/** `GET /v1/jetons`. */
export function lireJetons(corps: unknown): Jeton[] {
  return liste(lireSource(corps, 'jetons'), 'jetons', lireJeton);
}

/** Answer of `POST /v1/jetons`: the only time its secret is known. */
export function lireJetonCree(corps: unknown): Jeton & { secret: string } {
  const source = lireSource(corps, 'jeton');
  return { ...lireJeton(source), secret: texte(source, 'secret') };
}
