import {
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type NameNode,
  parse,
  visit,
} from 'graphql';

/**
 * Coordinates that stand by for another partner's original: `Protocole.intitule` for a field,
 * `Signataire` for a whole type.
 */
export interface Standby {
  readonly de: string;
  readonly coordonnees: ReadonlySet<string>;
}

export const SECOURS_DEFINITION: DocumentNode = parse(
  `"Champ ou type tenu prêt pour le jour où le partenaire nommé manque : la composition l’écarte du graphe ordinaire."
  directive @secours(de: String!) on FIELD_DEFINITION | OBJECT`,
);

/**
 * Puts `@secours` on the printed document.
 *
 * By a visit and not by decorators, because the same classes serve the owner, whose schema must
 * not carry the mark.
 *
 * @throws when a coordinate marks nothing: a renamed field would silently leave the standby graph
 */
export function markStandby(document: DocumentNode, standby: Standby): DocumentNode {
  const left = new Set(standby.coordonnees);
  let type = '';
  const marked = visit(document, {
    ObjectTypeDefinition: {
      enter: (node) => {
        type = node.name.value;
        if (!left.delete(type)) return undefined;
        return { ...node, directives: [...(node.directives ?? []), secours(standby.de)] };
      },
    },
    FieldDefinition: (node) => {
      if (!left.delete(`${type}.${node.name.value}`)) return undefined;
      return { ...node, directives: [...(node.directives ?? []), secours(standby.de)] };
    },
  });
  if (left.size > 0) throw new Error(`@secours marks nothing at: ${[...left].sort().join(', ')}`);
  return marked;
}

function secours(de: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: name('secours'),
    arguments: [{ kind: Kind.ARGUMENT, name: name('de'), value: { kind: Kind.STRING, value: de } }],
  };
}

function name(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
