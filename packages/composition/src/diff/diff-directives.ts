import { type GraphQLSchema, isSpecifiedDirective } from 'graphql';
import type { ChangeRecorder } from './change-recorder.js';
import { diffInputs } from './diff-inputs.js';

/** Directives that operations may carry, beyond those that GraphQL itself defines. */
export function diffDirectives(
  recorder: ChangeRecorder,
  before: GraphQLSchema,
  after: GraphQLSchema,
): void {
  for (const directive of before.getDirectives()) {
    if (isSpecifiedDirective(directive)) continue;
    const coordonnee = `@${directive.name}`;
    const next = after.getDirective(directive.name);
    if (!next) {
      recorder.note('DIRECTIVE_RETIREE', coordonnee);
      continue;
    }
    for (const avant of directive.locations) {
      if (!next.locations.includes(avant)) {
        recorder.note('DIRECTIVE_EMPLACEMENT_RETIRE', coordonnee, { avant });
      }
    }
    for (const apres of next.locations) {
      if (!directive.locations.includes(apres)) {
        recorder.note('DIRECTIVE_EMPLACEMENT_AJOUTE', coordonnee, { apres });
      }
    }
    diffInputs({
      recorder,
      kind: 'ARGUMENT',
      before: directive.args,
      after: next.args,
      coordonneeOf: (name) => `${coordonnee}(${name}:)`,
    });
    recorder.documented(coordonnee, directive, next);
  }
  for (const directive of after.getDirectives()) {
    if (isSpecifiedDirective(directive) || before.getDirective(directive.name)) continue;
    recorder.note('DIRECTIVE_AJOUTEE', `@${directive.name}`);
  }
}
