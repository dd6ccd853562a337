import type { GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { ChangeRecorder } from './change-recorder.js';
import { diffInputs } from './diff-inputs.js';
import { outputVariance } from './type-variance.js';

type WithFields = GraphQLObjectType | GraphQLInterfaceType;

const FIELD_CODES = {
  DEVENU_NON_NUL: 'CHAMP_DEVENU_NON_NUL',
  DEVENU_NULLABLE: 'CHAMP_DEVENU_NULLABLE',
  PRECISE: 'CHAMP_TYPE_PRECISE',
  CHANGE: 'CHAMP_TYPE_CHANGE',
} as const;

/** Fields with their arguments, and the interfaces implemented. */
export function diffFields(
  recorder: ChangeRecorder,
  before: WithFields,
  after: WithFields,
  afterSchema: GraphQLSchema,
): void {
  const beforeFields = before.getFields();
  const afterFields = after.getFields();
  for (const field of Object.values(beforeFields)) {
    const coordonnee = `${before.name}.${field.name}`;
    const next = Object.hasOwn(afterFields, field.name) ? afterFields[field.name] : undefined;
    if (next === undefined) {
      recorder.note('CHAMP_RETIRE', coordonnee, { avant: String(field.type) });
      continue;
    }
    const variance = outputVariance(field.type, next.type, afterSchema);
    if (variance !== 'SAME') {
      recorder.note(FIELD_CODES[variance], coordonnee, {
        avant: String(field.type),
        apres: String(next.type),
      });
    }
    diffInputs({
      recorder,
      kind: 'ARGUMENT',
      before: field.args,
      after: next.args,
      coordonneeOf: (name) => `${coordonnee}(${name}:)`,
    });
    recorder.documented(coordonnee, field, next);
  }
  for (const field of Object.values(afterFields)) {
    if (Object.hasOwn(beforeFields, field.name)) continue;
    recorder.note('CHAMP_AJOUTE', `${after.name}.${field.name}`, { apres: String(field.type) });
  }
  diffInterfaces(recorder, before, after);
}

function diffInterfaces(recorder: ChangeRecorder, before: WithFields, after: WithFields): void {
  const names = (type: WithFields): string[] => type.getInterfaces().map((each) => each.name);
  const beforeNames = names(before);
  const afterNames = names(after);
  for (const avant of beforeNames) {
    if (!afterNames.includes(avant)) recorder.note('INTERFACE_RETIREE', before.name, { avant });
  }
  for (const apres of afterNames) {
    if (!beforeNames.includes(apres)) recorder.note('INTERFACE_AJOUTEE', before.name, { apres });
  }
}
