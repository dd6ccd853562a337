import type { Exigence } from '@passerelle/composition';
import { type GraphQLSchema, getNamedType, isAbstractType, isCompositeType } from 'graphql';

/**
 * What each selected field demands: its own requirement, that of the type it is read on and
 * that of the type it gives. Read on an interface, it demands what any of its implementations
 * would: a guard must not be walked around by a wider type.
 */
export interface Requirements {
  /** All must be met; empty when the field is open to whoever is signed in. */
  of(typeName: string, fieldName: string): readonly Exigence[];
}

export function createRequirements(
  schema: GraphQLSchema,
  exigences: ReadonlyMap<string, Exigence>,
): Requirements {
  const known = new Map<string, readonly Exigence[]>();

  function compute(typeName: string, fieldName: string): readonly Exigence[] {
    const type = schema.getType(typeName);
    if (type === undefined || !isCompositeType(type)) return [];
    const readOn = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    const found = new Set<Exigence>();
    const add = (coordonnee: string): void => {
      const exigence = exigences.get(coordonnee);
      if (exigence !== undefined) found.add(exigence);
    };
    for (const parent of readOn) {
      add(parent.name);
      add(`${parent.name}.${fieldName}`);
      const field = 'getFields' in parent ? parent.getFields()[fieldName] : undefined;
      if (field !== undefined) add(getNamedType(field.type).name);
    }
    return [...found];
  }

  if (exigences.size === 0) return { of: () => [] };
  return {
    of(typeName, fieldName) {
      const cle = `${typeName}.${fieldName}`;
      let found = known.get(cle);
      if (found === undefined) {
        found = compute(typeName, fieldName);
        known.set(cle, found);
      }
      return found;
    },
  };
}
