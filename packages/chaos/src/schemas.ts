import { readFileSync } from 'node:fs';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { Kind, parse, print, visit } from 'graphql';

/** The services' own schemas: named here, imported nowhere. */
export function readSchemas(): Record<Partenaire, string> {
  const root = new URL('../../../', import.meta.url);
  const read = (partenaire: Partenaire): string =>
    readFileSync(new URL(`services/${partenaire}/schema.graphql`, root), 'utf8');
  const [etat, region, poleEmploi] = PARTENAIRES;
  return { [etat]: read(etat), [region]: read(region), [poleEmploi]: read(poleEmploi) };
}

const CONTRIBUTIONS: Readonly<Record<Partenaire, string>> = {
  etat: 'ContributionEtat',
  region: 'ContributionRegion',
  'pole-emploi': 'ContributionPoleEmploi',
};
/** A field more from time to time, as real work adds them; a description at each publication. */
const NEW_FIELD_EVERY = 20;

/**
 * The schema after so many harmless changes, each different from the one before, for as many as
 * asked: made before the load is measured, since a partner's team does not write on that machine.
 */
export function changedSchemas(
  partenaire: Partenaire,
  schema: string,
  changes: readonly number[],
): Map<number, string> {
  const withFields = new Map<number, string>();
  return new Map(
    changes.map((change) => {
      const fields = Math.floor(change / NEW_FIELD_EVERY);
      const text = withFields.get(fields) ?? schemaWith(partenaire, schema, fields);
      withFields.set(fields, text);
      return [change, text.replace(MARK, String(change))];
    }),
  );
}

/** Stands where the number of the change comes. */
const MARK = 'NUMÉRO-DU-CHANGEMENT';

function schemaWith(partenaire: Partenaire, schema: string, fields: number): string {
  const type = CONTRIBUTIONS[partenaire];
  let found = false;
  const document = visit(parse(schema), {
    ObjectTypeDefinition(node) {
      if (node.name.value !== type) return undefined;
      found = true;
      return {
        ...node,
        description: { kind: Kind.STRING, value: `Contribution. Révision d’essai ${MARK}.` },
        fields: [...(node.fields ?? []), ...newFields(fields)],
      };
    },
  });
  if (!found) throw new Error(`The schema of ${partenaire} no longer has ${type}.`);
  return print(document);
}

function newFields(count: number) {
  if (count === 0) return [];
  const lines = Array.from(
    { length: count },
    (_, i) => `"""Champ d’essai ${i + 1}.""" essai${i + 1}: String`,
  );
  const [definition] = parse(`type Essai { ${lines.join('\n')} }`).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.fields ?? []) : [];
}
