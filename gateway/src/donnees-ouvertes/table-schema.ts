import type { TablePublique } from './jeu-de-donnees.js';

/** The Table Schema of a table: https://specs.frictionlessdata.io/table-schema/ */
export function tableSchemaOf({ colonnes, cle, titre, description }: TablePublique): object {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    title: titre,
    description,
    fields: colonnes.map((colonne) => ({
      name: colonne.nom,
      type: colonne.type,
      title: colonne.titre,
      description: colonne.description,
      constraints: { required: colonne.obligatoire },
    })),
    primaryKey: cle,
    missingValues: [''],
  };
}

/** The list of tables as a data package: https://specs.frictionlessdata.io/data-package/ */
export function dataPackageOf(tables: readonly TablePublique[], adresse: URL): object {
  return {
    profile: 'tabular-data-package',
    name: 'passerelle-donnees-ouvertes',
    title: 'Données publiques du protocole de préfiguration',
    licenses: [
      {
        name: 'etalab-2.0',
        title: 'Licence Ouverte 2.0',
        path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
      },
    ],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.id,
      title: table.titre,
      description: table.description,
      path: new URL(`/donnees-ouvertes/${table.id}.csv`, adresse).href,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: new URL(`/donnees-ouvertes/${table.id}.schema.json`, adresse).href,
    })),
  };
}
