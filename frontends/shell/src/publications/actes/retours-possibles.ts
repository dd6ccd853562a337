import type { EtatDePartenaire } from '../registre/lire-etat.js';
import type { LigneDeJournal } from '../registre/lire-journal.js';

/** A past publication of the house, to which it may come back. */
export interface RetourPossible {
  numero: number;
  le: string;
  resume: string;
}

/** Events that changed what everybody gets from a house. */
const CHANGEMENTS = [
  'PUBLICATION_SCHEMA',
  'PUBLICATION_MODULE',
  'PROMOTION',
  'RETOUR',
  'RETOUR_AUTOMATIQUE',
];

/**
 * The house's publications before the live one, newest first: the newest of its changes is what
 * is served, so coming back begins at the one before.
 */
export function retoursPossibles(entrees: readonly LigneDeJournal[]): RetourPossible[] {
  const faits = new Map<number, RetourPossible>();
  for (const { evenement, numero, le, resume } of entrees) {
    if (numero !== null && CHANGEMENTS.includes(evenement) && !faits.has(numero)) {
      faits.set(numero, { numero, le, resume });
    }
  }
  return [...faits.values()].sort((a, b) => b.numero - a.numero).slice(1);
}

export type GenreDeRetour = 'schema' | 'module';

export interface CeQuiRevient {
  genre: GenreDeRetour;
  avant: string;
  apres: string;
  change: boolean;
}

function decrireSchema(etat: EtatDePartenaire): string {
  return etat.schema === null ? 'aucun' : `révision ${etat.schema.revision}`;
}

function decrireModule(etat: EtatDePartenaire): string {
  return etat.module === null
    ? 'aucun'
    : `version ${etat.module.version}, révision ${etat.module.revision}`;
}

/** What would take the place of what, for the kinds asked. */
export function ceQuiRevient(
  present: EtatDePartenaire,
  passe: EtatDePartenaire,
  genres: readonly GenreDeRetour[],
): CeQuiRevient[] {
  return genres.map((genre) => {
    const decrire = genre === 'schema' ? decrireSchema : decrireModule;
    const avant = decrire(present);
    const apres = decrire(passe);
    return { genre, avant, apres, change: avant !== apres };
  });
}
