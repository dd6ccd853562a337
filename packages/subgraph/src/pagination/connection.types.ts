import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Connection } from './connection.js';

@ObjectType({ description: 'Position d’une page dans une liste.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Vrai quand d’autres éléments suivent.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Curseur à donner à « after » pour lire la suite ; absent d’une page vide.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: 'Taille de la page, de 1 à 100.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Curseur du dernier élément déjà lu.',
  })
  after?: string | null;
}

/** The `XEdge` and `XConnection` types of one node type. */
export function connectionOf<Node extends object>(
  node: ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: 'Élément d’une page et sa position.' })
  class Edge {
    @Field(() => String, { description: 'Position opaque, propre à cette liste.' })
    cursor!: string;

    @Field(() => node, { description: 'L’élément.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: 'Page d’une liste.' })
  class ConnectionType implements Connection<Node> {
    @Field(() => [Edge], { description: 'Éléments de la page avec leur position.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'Éléments de la page.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Position de la page dans la liste.' })
    pageInfo!: PageInfo;
  }

  return ConnectionType;
}
