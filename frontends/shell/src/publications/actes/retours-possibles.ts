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
  /** Null: there was nothing of it then, and what is served stays. */
  apres: string | null;
  change: boolean;
}

function decrireSchema({ schema }: EtatDePartenaire): string | null {
  return schema === null ? null : `révision ${schema.revision}`;
}

/** A trial comes and goes with the module. */
function decrireModule({ module, canari }: EtatDePartenaire): string | null {
  const versions = [
    module && `version ${module.version}, révision ${module.revision}`,
    canari && `canari ${canari.version}, révision ${canari.revision}`,
  ].filter((version) => version !== null);
  return versions.length === 0 ? null : versions.join(', et ');
}

/** What would take the place of what, for the kinds asked: as the registry puts it back. */
export function ceQuiRevient(
  present: EtatDePartenaire,
  passe: EtatDePartenaire,
  genres: readonly GenreDeRetour[],
): CeQuiRevient[] {
  return genres.map((genre) => {
    const decrire = genre === 'schema' ? decrireSchema : decrireModule;
    const avant = decrire(present) ?? 'rien';
    const apres = decrire(passe);
    return { genre, avant, apres, change: apres !== null && avant !== apres };
  });
}
