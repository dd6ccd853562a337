import { type GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { joinGraphs } from './subgraphs-of.js';
import { booleanArgument, directivesNamed, fieldsNodes, stringArgument } from './type-nodes.js';

export interface UnavailableRequest {
  /** Supergraph of the normal graph, everyone present. */
  readonly supergraphSdl: string;
  /** API schema of the graph composed without the absent partners. */
  readonly degradedSchema: GraphQLSchema;
  readonly absents: readonly string[];
}

/** Fields of the normal graph that the degraded one lacks: coordinate -> partner that is missing. */
export function unavailableCoordinates(o: UnavailableRequest): ReadonlyMap<string, string> {
  const document = parse(o.supergraphSdl, { noLocation: true });
  const graphs = joinGraphs(document);
  const found = new Map<string, string>();
  for (const type of fieldsNodes(document)) {
    const typeName = type.name.value;
    const degraded = o.degradedSchema.getType(typeName);
    const remaining =
      isObjectType(degraded) || isInterfaceType(degraded) ? degraded.getFields() : {};
    const ofType = directivesNamed(type, 'join__type').map((each) => stringArgument(each, 'graph'));
    for (const field of type.fields ?? []) {
      if (Object.hasOwn(remaining, field.name.value)) continue;
      const ofField = directivesNamed(field, 'join__field')
        .filter((each) => booleanArgument(each, 'external') !== true)
        .map((each) => stringArgument(each, 'graph'))
        .filter((graph) => graph !== undefined);
      const owners = (ofField.length > 0 ? ofField : ofType).map((graph) =>
        graph === undefined ? undefined : graphs.get(graph)?.partenaire,
      );
      const missing = o.absents.find((absent) => owners.includes(absent)) ?? o.absents[0];
      if (missing !== undefined) found.set(`${typeName}.${field.name.value}`, missing);
    }
  }
  return found;
}
