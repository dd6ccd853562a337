import { OWNERSHIP_REFUSAL_CODES } from '@passerelle/composition';
import { expect, test } from 'vitest';
import { desDeps, schemaDe, unCanal, unCandidat } from './un-canal.suite.js';
import { verifierSchema } from './verifier-schema.js';

const REGION = schemaDe('region');
const IMPORTS = '"@key", "@requiresScopes", "@shareable"';
const important = (schema: string, ...noms: string[]): string =>
  schema.replace(IMPORTS, [IMPORTS, ...noms.map((nom) => `"${nom}"`)].join(', '));

/** One publication by Région for each code of the ownership rules. */
const PRISES: readonly {
  readonly titre: string;
  readonly schema: string;
  readonly code: string;
  readonly coordonnee?: string;
  readonly accordDe?: string;
}[] = [
  {
    titre: 'un schéma illisible',
    schema: `${REGION}\ntype {`,
    code: 'SCHEMA_ILLISIBLE',
  },
  {
    titre: 'un schéma de plus d’un Mio',
    schema: `${REGION}\n#${'x'.repeat(1024 * 1024)}`,
    code: 'SCHEMA_TROP_GRAND',
  },
  {
    titre: 'le type d’un autre',
    schema: `${REGION}\ntype Copilote { fonction: String }`,
    code: 'TYPE_D_AUTRUI',
    coordonnee: 'Copilote',
    accordDe: 'etat',
  },
  {
    titre: 'le champ d’un autre',
    schema: `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  type: String\n}`,
    code: 'CHAMP_D_AUTRUI',
    coordonnee: 'Instance.type',
    accordDe: 'etat',
  },
  {
    titre: 'une contribution sans le suffixe du partenaire',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! avis: String }`,
    code: 'CONTRIBUTION_SANS_SUFFIXE',
    coordonnee: 'Instance.avis',
    accordDe: 'etat',
  },
  {
    titre: 'une contribution qui ne peut pas être nulle',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! avisRegion: String! }`,
    code: 'CONTRIBUTION_NON_NULLABLE',
    coordonnee: 'Instance.avisRegion',
    accordDe: 'etat',
  },
  {
    titre: 'un nom qui annonce un autre partenaire',
    schema: `${REGION}\ntype BilanEtat { total: Int }`,
    code: 'NOM_RESERVE',
    coordonnee: 'BilanEtat',
    accordDe: 'etat',
  },
  {
    titre: 'une mutation sur l’entité d’un autre',
    schema: `${REGION}\nextend type Mutation { supprimerInstancesRegion(id: ID!): Boolean }`,
    code: 'MUTATION_SUR_AUTRUI',
    coordonnee: 'Mutation.supprimerInstancesRegion',
    accordDe: 'etat',
  },
  {
    titre: 'la clé changée de l’entité d’un autre',
    schema: REGION.replace('codeRome: ID!\n', 'codeRome: String!\n'),
    code: 'CLE_CHANGEE',
    coordonnee: 'Metier.codeRome',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'un @override qui prend un champ',
    schema: important(
      `${REGION}\nextend type Metier { libelle: String! @override(from: "pole-emploi") }`,
      '@override',
    ),
    code: 'OVERRIDE_SANS_ACCORD',
    coordonnee: 'Metier.libelle',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'un @shareable sur le champ d’un autre',
    schema: `${REGION}\nextend type Metier { libelle: String! @shareable }`,
    code: 'SHAREABLE_SANS_ACCORD',
    coordonnee: 'Metier.libelle',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'un @provides qui répond pour un autre',
    schema: important(
      `${REGION}\nextend type Metier { libelle: String! @external }\nextend type Query { premierMetierRegion: Metier @provides(fields: "libelle") }`,
      '@external',
      '@provides',
    ),
    code: 'PROVIDES_SANS_ACCORD',
    coordonnee: 'Metier.libelle',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'un @requires qui lit le champ d’un autre',
    schema: important(
      `${REGION}\nextend type Metier { libelle: String! @external noteRegion: String @requires(fields: "libelle") }`,
      '@external',
      '@requires',
    ),
    code: 'REQUIRES_SANS_ACCORD',
    coordonnee: 'Metier.libelle',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'une restriction posée sur la clé d’un autre',
    schema: important(
      REGION.replace('codeRome: ID!\n', 'codeRome: ID! @inaccessible\n'),
      '@inaccessible',
    ),
    code: 'RESTRICTION_SUR_AUTRUI',
    coordonnee: 'Metier.codeRome',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'une directive d’autorisation renommée',
    schema: REGION.replace(
      IMPORTS,
      '"@key", { name: "@requiresScopes", as: "@portees" }, "@shareable"',
    ).replaceAll('@requiresScopes(', '@portees('),
    code: 'DIRECTIVE_RENOMMEE',
    coordonnee: '@requiresScopes',
  },
  {
    titre: 'un lien vers une autre spécification',
    schema: `${REGION}\nextend schema @link(url: "https://exemple.fr/requiresScopes/v1.0")`,
    code: 'LIEN_REFUSE',
    coordonnee: '@link',
  },
  {
    titre: 'le champ racine d’un autre',
    schema: `${REGION}\nextend type Query { metiers: Int }`,
    code: 'RACINE_D_AUTRUI',
    coordonnee: 'Query.metiers',
    accordDe: 'pole-emploi',
  },
  {
    titre: 'un champ racine que personne n’a attribué',
    schema: `${REGION}\nextend type Query { apprentissages: Int }`,
    code: 'RACINE_NON_ATTRIBUEE',
    coordonnee: 'Query.apprentissages',
  },
  {
    titre: 'un secours hors du texte commun',
    schema: `${REGION}\nextend type Query { instances: Int @secours(de: "etat") }`,
    code: 'SECOURS_HORS_TEXTE_COMMUN',
    coordonnee: 'Query.instances',
    accordDe: 'etat',
  },
  {
    titre: 'un secours protégé autrement que son original',
    schema: REGION.replace(
      'lieu: String! @secours(de: "etat")',
      'lieu: String! @secours(de: "etat") @requiresScopes(scopes: [["region:lire"]])',
    ),
    code: 'SECOURS_PROTECTION_DIFFERENTE',
    coordonnee: 'Protocole.lieu',
    accordDe: 'etat',
  },
  {
    titre: 'une valeur partagée qui perd une valeur',
    schema: REGION.replace('  """Compromis."""\n  ORAGE\n', ''),
    code: 'VALEUR_PARTAGEE_RETRECIE',
    coordonnee: 'Meteo',
  },
  {
    titre: 'une valeur partagée qui gagne une valeur',
    schema: REGION.replace('  ORAGE\n', '  ORAGE\n  GRELE\n'),
    code: 'VALEUR_PARTAGEE_CHANGEE',
    coordonnee: 'Meteo',
  },
];

test.each(PRISES)('refuse à la Région $titre ($code)', async ({ schema, code, ...attendu }) => {
  const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', schema));
  expect(rapport.accepte).toBe(false);
  expect([rapport.supergraphe, rapport.apiSdl]).toEqual([null, null]);
  const constat = rapport.constats.find(
    (each) =>
      each.code === code &&
      (attendu.coordonnee === undefined || each.coordonnee?.startsWith(attendu.coordonnee)),
  );
  expect(constat).toMatchObject({ gravite: 'REFUS', famille: 'responsabilite' });
  expect(constat?.accordDe).toBe(attendu.accordDe);
  expect(constat?.message).not.toBe('');
  expect(constat?.remede).not.toBe('');
});

test('refuse un partenaire que la carte ne connaît pas (PARTENAIRE_INCONNU)', async () => {
  const candidat = { ...unCandidat('region'), partenaire: 'departement' };
  const rapport = await verifierSchema(desDeps(), unCanal(), candidat);
  expect(rapport.constats).toContainEqual(
    expect.objectContaining({ code: 'PARTENAIRE_INCONNU', gravite: 'REFUS' }),
  );
});

test('chaque code de la responsabilité a sa publication refusée', () => {
  const essayes = [...PRISES.map(({ code }) => code), 'PARTENAIRE_INCONNU'];
  expect(essayes.toSorted()).toEqual(OWNERSHIP_REFUSAL_CODES.toSorted());
});

test('une publication par Région qui prend Instance.type est refusée avec sa sortie', async () => {
  const schema = `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  type: String\n}`;
  const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', schema));
  const ligne = schema.split('\n').lastIndexOf('  type: String') + 1;
  expect(rapport.constats.find(({ code }) => code === 'CHAMP_D_AUTRUI')).toEqual({
    code: 'CHAMP_D_AUTRUI',
    gravite: 'REFUS',
    famille: 'responsabilite',
    coordonnee: 'Instance.type',
    lieu: { ligne, colonne: 3 },
    accordDe: 'etat',
    message: '« Instance.type » est donné par « etat » : « region » ne peut pas le définir aussi.',
    remede:
      'Retirez ce champ, ou dites votre propre part sous un autre nom, terminé par « Region ».',
  });
});

test('ce qui est pris à un autre est dit une fois, avec sa sortie, sans les mots du compositeur', async () => {
  const schema = `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  type: String\n}`;
  const { accepte, constats } = await verifierSchema(
    desDeps(),
    unCanal(),
    unCandidat('region', schema),
  );
  expect(accepte).toBe(false);
  expect(constats.map(({ code }) => code)).toEqual(['CHAMP_D_AUTRUI']);
});
