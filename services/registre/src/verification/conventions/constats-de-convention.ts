import type { CarteDeResponsabilite } from '@passerelle/composition';
import type { Constat } from '@passerelle/publication';
import { type DocumentNode, Kind, parse } from 'graphql';
import { lieuDuNom } from '../schema/lieu-de.js';
import type { Convention, Ecart } from './convention.js';
import { depreciations } from './depreciations.js';
import { descriptions } from './descriptions.js';
import { connexions, listes, mutations } from './formes.js';
import { noms } from './noms.js';
import { scalaires } from './scalaires.js';
import { membresDe, texteDuPartenaire } from './texte-du-partenaire.js';

const CONVENTIONS: readonly Convention[] = [
  noms,
  descriptions,
  connexions,
  mutations,
  listes,
  scalaires,
  depreciations,
];

/**
 * Lint of the candidate's own part of the graph. What could only be put right later by breaking
 * clients (names, forms, identifiers, rights) is refused while it is new; the rest is a warning,
 * and so is everything that was live already.
 */
export function constatsDeConvention(candidat: {
  readonly partenaire: string;
  readonly carte: CarteDeResponsabilite;
  readonly document: DocumentNode;
  readonly avant: string;
  readonly aujourdhui: Date;
}): Constat[] {
  const texte = texteDuPartenaire(candidat);
  const annoncees = depreciees(candidat.avant);
  return CONVENTIONS.flatMap((convention) => convention(texte))
    .filter(({ code, coordonnee }) => !annoncees.has(coordonnee) || !ANNONCES.has(code))
    .map((ecart) => constatOf(ecart, texte.connues));
}

/** Judged once, when the announcement is made: its day comes for all. */
const ANNONCES: ReadonlySet<string> = new Set([
  'DEPRECIATION_DATE_PASSEE',
  'DEPRECIATION_PREAVIS_COURT',
]);

function constatOf(ecart: Ecart, connues: ReadonlySet<string>): Constat {
  const { code, coordonnee, node, message, remede, irreversible } = ecart;
  const lieu = lieuDuNom(node);
  const estNouveau = !connues.has(coordonnee) || ANNONCES.has(code);
  return {
    code,
    gravite: irreversible && estNouveau ? 'REFUS' : 'AVERTISSEMENT',
    famille: 'regle',
    coordonnee,
    ...(lieu === undefined ? {} : { lieu }),
    message,
    remede,
  };
}

function depreciees(sdl: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (sdl === '') return found;
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (!('name' in node) || node.name === undefined) continue;
    if (!('fields' in node) && !('values' in node)) continue;
    for (const membre of membresDe(node)) {
      const coordonnee = `${node.name.value}.${membre.name.value}`;
      if (estDeprecie(membre)) found.add(coordonnee);
      if (membre.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of membre.arguments ?? []) {
        if (estDeprecie(argument)) found.add(`${coordonnee}(${argument.name.value}:)`);
      }
    }
  }
  return found;
}

function estDeprecie({ directives }: Pick<Ecart['node'], 'directives'>): boolean {
  return directives?.some(({ name }) => name.value === 'deprecated') ?? false;
}
