import { type CarteDeResponsabilite, ownerOf } from '@passerelle/composition';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
} from 'graphql';
import type { Membre, Texte, TypeNode } from './convention.js';

const RACINES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
/** Written by tools, never by a partner. */
const OUTILS = /^(?:_Any|_Entity|_Service|_FieldSet|FieldSet|(?:federation|link)__\w+)$/;

interface Candidat {
  readonly partenaire: string;
  readonly carte: CarteDeResponsabilite;
  readonly document: DocumentNode;
  /** SDL of the partner's live schema; empty when it has none. */
  readonly avant: string;
  readonly aujourdhui: Date;
}

/** The candidate's own part: neither shared values, nor standby originals, nor another's types. */
export function texteDuPartenaire(candidat: Candidat): Texte {
  const { partenaire, carte, document, avant, aujourdhui } = candidat;
  const nodes = typesDe(document).filter(
    ({ name }) => !Object.hasOwn(carte.valeursPartagees, name.value) && !OUTILS.test(name.value),
  );
  const estSien = (coordonnee: string): boolean => {
    const owner = ownerOf(carte, coordonnee);
    return owner === undefined || owner === partenaire;
  };
  return {
    document,
    carte,
    aujourdhui,
    connues: coordonneesDe(avant),
    types: nodes
      .filter((node) => estSien(node.name.value) && !porte(node.directives, 'secours'))
      .map((node) => ({ node, nom: node.name.value })),
    membres: nodes.flatMap((node) => {
      if (porte(node.directives, 'secours')) return [];
      const type = node.name.value;
      return membresDe(node)
        .map((membre) => ({ type, node: membre, coordonnee: `${type}.${membre.name.value}` }))
        .filter(
          (each) =>
            !each.node.name.value.startsWith('_') &&
            !porte(each.node.directives, 'secours') &&
            !porte(each.node.directives, 'external') &&
            estSien(each.coordonnee),
        );
    }),
  };
}

export function estRacine(type: string): boolean {
  return RACINES.has(type);
}

export function membresDe(node: TypeNode): readonly Membre[] {
  if ('fields' in node) return node.fields ?? [];
  return 'values' in node ? (node.values ?? []) : [];
}

export function porte(directives: readonly ConstDirectiveNode[] | undefined, nom: string): boolean {
  return directives?.some(({ name }) => name.value === nom) ?? false;
}

function typesDe(document: DocumentNode): TypeNode[] {
  return document.definitions.filter(
    (node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node),
  );
}

function coordonneesDe(sdl: string): ReadonlySet<string> {
  if (sdl === '') return new Set();
  const found = new Set<string>();
  for (const node of typesDe(parse(sdl, { noLocation: true }))) {
    found.add(node.name.value);
    for (const membre of membresDe(node)) {
      const coordonnee = `${node.name.value}.${membre.name.value}`;
      found.add(coordonnee);
      if (!('arguments' in membre)) continue;
      for (const { name } of membre.arguments ?? []) found.add(`${coordonnee}(${name.value}:)`);
    }
  }
  return found;
}
