import { type GraphQLArgument, type GraphQLInputField, isNonNullType, print } from 'graphql';
import type { ChangeRecorder } from './change-recorder.js';
import { inputVariance } from './type-variance.js';

/** An argument, of a field or a directive, or a field of an input type. */
export type InputValue = GraphQLArgument | GraphQLInputField;

/** What differs between two lists of arguments or of input fields. */
export function diffInputs(o: {
  readonly recorder: ChangeRecorder;
  readonly kind: 'ARGUMENT' | 'CHAMP_ENTREE';
  readonly before: readonly InputValue[];
  readonly after: readonly InputValue[];
  readonly coordonneeOf: (name: string) => string;
}): void {
  const { recorder, kind } = o;
  const afterByName = new Map(o.after.map((input) => [input.name, input]));
  const beforeNames = new Set(o.before.map((input) => input.name));
  for (const before of o.before) {
    const coordonnee = o.coordonneeOf(before.name);
    const after = afterByName.get(before.name);
    if (after === undefined) {
      recorder.note(`${kind}_RETIRE`, coordonnee, { avant: signature(before) });
      continue;
    }
    diffInput(recorder, kind, coordonnee, before, after);
  }
  for (const after of o.after) {
    if (beforeNames.has(after.name)) continue;
    const apres = signature(after);
    recorder.note(
      isRequired(after) ? `${kind}_OBLIGATOIRE_AJOUTE` : `${kind}_AJOUTE`,
      o.coordonneeOf(after.name),
      { apres },
    );
  }
}

function diffInput(
  recorder: ChangeRecorder,
  kind: 'ARGUMENT' | 'CHAMP_ENTREE',
  coordonnee: string,
  before: InputValue,
  after: InputValue,
): void {
  const signatures = { avant: signature(before), apres: signature(after) };
  const variance = inputVariance(before.type, after.type);
  const isNewlyRequired = isRequired(after) && !isRequired(before);
  if (variance === 'CHANGE') recorder.note(`${kind}_TYPE_CHANGE`, coordonnee, signatures);
  else if (variance === 'RESSERRE' || isNewlyRequired) {
    recorder.note(`${kind}_DEVENU_OBLIGATOIRE`, coordonnee, signatures);
  } else if (variance === 'ELARGI') recorder.note(`${kind}_TYPE_ELARGI`, coordonnee, signatures);
  const avant = defaultOf(before);
  const apres = defaultOf(after);
  if (avant !== apres && !isNewlyRequired) {
    recorder.note(`${kind}_DEFAUT_CHANGE`, coordonnee, { avant, apres });
  }
  recorder.documented(coordonnee, before, after);
}

export function isRequired(input: InputValue): boolean {
  return isNonNullType(input.type) && input.defaultValue === undefined;
}

function signature(input: InputValue): string {
  const byDefault = defaultOf(input);
  return byDefault === undefined ? String(input.type) : `${input.type} = ${byDefault}`;
}

/** As written: a custom scalar's value has no other faithful text. */
function defaultOf(input: InputValue): string | undefined {
  const node = input.astNode?.defaultValue;
  return node ? print(node) : undefined;
}
