import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/**
 * What a data package of tables must be: the required properties and the allowed values of the
 * profile « tabular-data-package ».
 *
 * @source https://specs.frictionlessdata.io/tabular-data-package/ and /tabular-data-resource/
 */
export const dataPackage = z.strictObject({
  profile: z.literal('tabular-data-package'),
  name: z.string().regex(/^[a-z0-9._/-]+$/),
  title: z.string().min(1),
  licenses: z
    .array(z.strictObject({ name: z.string(), title: z.string(), path: z.url() }))
    .nonempty(),
  resources: z
    .array(
      z.strictObject({
        profile: z.literal('tabular-data-resource'),
        name: z.string().regex(/^[a-z0-9._/-]+$/),
        title: z.string().min(1),
        description: z.string().min(1),
        path: z.url(),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        dialect: z.strictObject({
          delimiter: z.string().length(1),
          lineTerminator: z.enum(['\r\n', '\n']),
          header: z.boolean(),
        }),
        schema: z.url(),
      }),
    )
    .nonempty(),
});

/**
 * A Table Schema, with the field types that the specification names.
 *
 * @source https://specs.frictionlessdata.io/table-schema/
 */
export const tableSchema = z
  .strictObject({
    $schema: z.literal('https://specs.frictionlessdata.io/schemas/table-schema.json'),
    title: z.string().min(1),
    description: z.string().min(1),
    fields: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'datetime']),
          title: z.string().min(1),
          description: z.string().min(1),
          constraints: z.strictObject({ required: z.boolean() }),
        }),
      )
      .nonempty(),
    primaryKey: z.array(z.string()).nonempty(),
    missingValues: z.array(z.string()),
  })
  .refine(
    ({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length,
    'two fields bear the same name',
  )
  .refine(
    ({ fields, primaryKey }) => primaryKey.every((cle) => fields.some(({ name }) => name === cle)),
    'the primary key names no field',
  );

type TableSchema = z.infer<typeof tableSchema>;
export type LigneLue = Readonly<Record<string, string>>;

/** How the specification writes each type, by default. */
const FORMES: Readonly<Record<TableSchema['fields'][number]['type'], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
};

/**
 * Reads a table as its schema says it.
 *
 * @returns its rows, and what does not hold, in words: empty for a table that is what it says
 */
export function lireTable(
  csv: string,
  { fields, primaryKey, missingValues }: TableSchema,
): { lignes: readonly LigneLue[]; fautes: readonly string[] } {
  const [entete = [], ...rangs] = z.array(z.array(z.string())).parse(parse(csv));
  const noms = fields.map(({ name }) => name);
  if (entete.join() !== noms.join()) return { lignes: [], fautes: [`en-tête : ${entete.join()}`] };
  const fautes: string[] = [];
  const cles = new Set<string>();
  const lignes = rangs.map((cellules, index) => {
    const ligne = Object.fromEntries(noms.map((nom, rang) => [nom, cellules[rang] ?? '']));
    for (const { name, type, constraints } of fields) {
      const cellule = ligne[name] ?? '';
      const manque = missingValues.includes(cellule);
      if (manque ? constraints.required : !FORMES[type].test(cellule)) {
        fautes.push(`ligne ${index + 1}, ${name} : « ${cellule} » n’est pas ${type}`);
      }
    }
    const cle = JSON.stringify(primaryKey.map((nom) => ligne[nom]));
    if (cles.has(cle)) fautes.push(`ligne ${index + 1} : clé ${cle} déjà vue`);
    cles.add(cle);
    return ligne;
  });
  return { lignes, fautes };
}
