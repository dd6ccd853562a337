import { type FieldDefinitionNode, print } from 'graphql';
import type { CompositionError } from '../composition-result.js';
import { compositionError } from '../errors.js';
import type { ParsedSubgraph } from '../read-subgraphs.js';
import { standbyFields } from '../standby.js';
import { fieldsByType } from '../type-nodes.js';

/** A standby field has exactly its original's type and arguments, so a client can't tell. */
export function faithfulStandby(subgraphs: readonly ParsedSubgraph[]): CompositionError[] {
  const errors: CompositionError[] = [];
  const originals = new Map(
    subgraphs.map((subgraph) => [subgraph.partenaire, fieldsByType(subgraph.document)]),
  );
  for (const subgraph of subgraphs) {
    const { partenaire } = subgraph;
    for (const { type, field, coordonnee, de } of standbyFields(subgraph)) {
      const original = originals.get(de);
      if (original === undefined || de === partenaire) {
        errors.push(
          compositionError(
            'SECOURS_INCONNU',
            `« ${coordonnee} » est en secours de « ${de} », qui n'est pas un autre partenaire du graphe.`,
            { partenaire, coordonnee },
          ),
        );
        continue;
      }
      const expected = original.get(type.name.value)?.get(field.name.value);
      if (expected === undefined) {
        errors.push(
          compositionError(
            'SECOURS_DIFFERENT',
            `« ${coordonnee} » est en secours de « ${de} », qui n'a pas ce champ.`,
            { partenaire, coordonnee },
          ),
        );
        continue;
      }
      if (signature(field) !== signature(expected)) {
        errors.push(
          compositionError(
            'SECOURS_DIFFERENT',
            `« ${coordonnee} » est en secours de « ${de} » et doit avoir le même type et les mêmes arguments : ${signature(expected)} attendu, ${signature(field)} lu.`,
            { partenaire, coordonnee },
          ),
        );
      }
    }
  }
  return errors;
}

function signature(field: FieldDefinitionNode): string {
  const args = (field.arguments ?? [])
    .map((argument) => {
      const byDefault = argument.defaultValue ? ` = ${print(argument.defaultValue)}` : '';
      return `${argument.name.value}: ${print(argument.type)}${byDefault}`;
    })
    .sort();
  return `(${args.join(', ')}): ${print(field.type)}`;
}
