import { fieldSignature, type Plan } from '@passerelle/planner';
import { type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';

/** Between the keys that data is fetched under and those the client asked for. */
export interface KeyNames {
  sourceKey(field: FieldNode): string;
  /** Response key of a source key; a name that no field was given stays itself. */
  responseKey(sourceKey: string): string;
}

export function keyNames(plan: Plan, sets: readonly SelectionSetNode[]): KeyNames {
  const sourceKey = (field: FieldNode): string =>
    plan.sourceKeys[fieldSignature(field)] ?? field.alias?.value ?? field.name.value;
  const responseKeys = new Map<string, string>();
  for (const set of sets) {
    visit(set, {
      [Kind.FIELD]: (field: FieldNode) => {
        responseKeys.set(sourceKey(field), field.alias?.value ?? field.name.value);
      },
    });
  }
  return { sourceKey, responseKey: (key) => responseKeys.get(key) ?? key };
}
