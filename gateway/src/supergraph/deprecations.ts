import { removalDateOf } from '@passerelle/composition';
import {
  type GraphQLArgument,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** One line of `extensions.depreciations`: something asked that will go. */
export interface Depreciation {
  /** `Formation.lieu`, `Query.formations(lieu:)`, `FiltreInput.lieu`, `Meteo.ORAGE`. */
  readonly coordonnee: string;
  readonly raison: string;
  /** Last sure day, `AAAA-MM-JJ`; null when none was announced. */
  readonly retraitLe: string | null;
}

/** Everything of a graph that is deprecated, by coordinate. */
export type Deprecations = ReadonlyMap<string, Depreciation>;

export function deprecationsOf(schema: GraphQLSchema): Deprecations {
  const found = new Map<string, Depreciation>();
  const note = (coordonnee: string, raison: string | null | undefined): void => {
    if (raison === null || raison === undefined) return;
    found.set(coordonnee, { coordonnee, raison, retraitLe: removalDateOf(raison) });
  };
  const noteArguments = (coordonnee: string, args: readonly GraphQLArgument[]): void => {
    for (const arg of args) note(`${coordonnee}(${arg.name}:)`, arg.deprecationReason);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.deprecationReason);
        noteArguments(`${type.name}.${field.name}`, field.args);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.deprecationReason);
      }
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) {
        note(`${type.name}.${value.name}`, value.deprecationReason);
      }
    }
  }
  return found;
}
