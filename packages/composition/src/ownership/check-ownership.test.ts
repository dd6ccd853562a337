import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeGraph } from '../compose-graph.js';
import { MAX_SCHEMA_BYTES } from '../read-subgraphs.js';
import type { SousGraphe } from '../sous-graphe.js';
import type { CarteDeResponsabilite } from './carte.js';
import { CARTE_INITIALE } from './carte-initiale.js';
import { checkOwnership } from './check-ownership.js';
import { ownershipMapOf } from './ownership-map-of.js';
import { OWNERSHIP_REFUSAL_CODES, type OwnershipRefusal } from './ownership-refusal.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
type Partenaire = (typeof PARTENAIRES)[number];

const SERVICES: readonly SousGraphe[] = PARTENAIRES.map((partenaire) => ({
  partenaire,
  url: `http://${partenaire}.test/graphql`,
  schema: readFileSync(
    new URL(`../../../../services/${partenaire}/schema.graphql`, import.meta.url),
    'utf8',
  ),
}));

function schemaOf(partenaire: Partenaire): string {
  return SERVICES.find((each) => each.partenaire === partenaire)?.schema ?? '';
}

/** Imports that the services don't need today. */
const IMPORTS = '"@key", "@requiresScopes", "@shareable"';
function importing(schema: string, ...names: string[]): string {
  return schema.replace(IMPORTS, `${IMPORTS}, ${names.map((name) => `"${name}"`).join(', ')}`);
}

function check(
  partenaire: string,
  schema: string,
  carte: CarteDeResponsabilite = CARTE_INITIALE,
  live: readonly SousGraphe[] = SERVICES,
): OwnershipRefusal[] {
  return checkOwnership(carte, live, { partenaire, url: 'http://candidat.test', schema });
}

function codes(refusals: readonly OwnershipRefusal[]): string[] {
  return refusals.map(({ code, coordonnee }) => `${code} ${coordonnee}`);
}

describe('la carte initiale', () => {
  test('est celle que dessinent les trois services, sans litige', () => {
    expect(ownershipMapOf(SERVICES)).toEqual({ carte: CARTE_INITIALE, litiges: [] });
  });

  test('est du JSON', () => {
    expect(JSON.parse(JSON.stringify(CARTE_INITIALE))).toEqual(CARTE_INITIALE);
  });

  test.each(PARTENAIRES)('laisse passer le schéma de « %s »', (partenaire) => {
    expect(check(partenaire, schemaOf(partenaire))).toEqual([]);
    expect(check(partenaire, schemaOf(partenaire), CARTE_INITIALE, [])).toEqual([]);
  });
});

interface Refused {
  readonly titre: string;
  readonly partenaire: Partenaire;
  readonly schema: string;
  readonly attendu: string;
  /** A piece of the refused line, and the partner to ask. */
  readonly ligne?: string;
  readonly proprietaire?: Partenaire;
}

const REGION = schemaOf('region');
const ETAT = schemaOf('etat');
const POLE_EMPLOI = schemaOf('pole-emploi');

const REFUSED: Refused[] = [
  {
    titre: 'définir un type d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ntype Copilote { fonction: String }`,
    attendu: 'TYPE_D_AUTRUI Copilote',
    ligne: 'type Copilote',
    proprietaire: 'etat',
  },
  {
    titre: 'étendre l’énumération d’un autre',
    partenaire: 'region',
    schema: `${REGION}\nextend enum TypeInstance { AUTRE }`,
    attendu: 'TYPE_D_AUTRUI TypeInstance',
    proprietaire: 'etat',
  },
  {
    titre: 'faire une interface d’une entité d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ninterface Instance @key(fields: "id") { id: ID! }`,
    attendu: 'TYPE_D_AUTRUI Instance',
    proprietaire: 'etat',
  },
  {
    titre: 'donner une interface à une entité d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ninterface NoeudRegion { id: ID! }\ntype Instance implements NoeudRegion @key(fields: "id") { id: ID! }`,
    attendu: 'TYPE_D_AUTRUI Instance',
    ligne: 'implements NoeudRegion',
    proprietaire: 'etat',
  },
  {
    titre: 'prendre Instance.type',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  type: String\n}`,
    attendu: 'CHAMP_D_AUTRUI Instance.type',
    ligne: '  type: String',
    proprietaire: 'etat',
  },
  {
    titre: 'contribuer sans le suffixe',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  avis: String\n}`,
    attendu: 'CONTRIBUTION_SANS_SUFFIXE Instance.avis',
    ligne: '  avis: String',
    proprietaire: 'etat',
  },
  {
    titre: 'contribuer au nom d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! avisPoleEmploi: String }`,
    attendu: 'NOM_RESERVE Instance.avisPoleEmploi',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'prendre sur sa propre entité le nom de la contribution d’un autre',
    partenaire: 'etat',
    schema: `${ETAT}\nextend type Engagement { bilanRegion: String }`,
    attendu: 'NOM_RESERVE Engagement.bilanRegion',
    proprietaire: 'region',
  },
  {
    titre: 'donner à un nouveau type le nom d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ntype BilanEtatConnection { total: Int }`,
    attendu: 'NOM_RESERVE BilanEtatConnection',
    proprietaire: 'etat',
  },
  {
    titre: 'contribuer sans pouvoir être nul',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! avisRegion: String! }`,
    attendu: 'CONTRIBUTION_NON_NULLABLE Instance.avisRegion',
    proprietaire: 'etat',
  },
  {
    titre: 'ajouter un champ racine qui ne peut pas être nul',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query { bilanRegion: Int! }`,
    attendu: 'CONTRIBUTION_NON_NULLABLE Query.bilanRegion',
  },
  {
    titre: 'rendre par une mutation l’entité d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! }\nextend type Mutation { ouvrirRegion: Instance }`,
    attendu: 'MUTATION_SUR_AUTRUI Mutation.ouvrirRegion',
    ligne: 'ouvrirRegion',
    proprietaire: 'etat',
  },
  {
    titre: 'la rendre cachée dans la réponse d’une mutation',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") { id: ID! }\ntype IssueRegion { detail: DetailRegion }\nunion DetailRegion = Instance | Refus\nextend type Mutation { ouvrirRegion: IssueRegion }`,
    attendu: 'MUTATION_SUR_AUTRUI Mutation.ouvrirRegion',
    proprietaire: 'etat',
  },
  {
    titre: 'nommer dans une mutation l’entité d’un autre',
    partenaire: 'region',
    schema: `${REGION}\nextend type Mutation { supprimerInstancesRegion(id: ID!): Boolean }`,
    attendu: 'MUTATION_SUR_AUTRUI Mutation.supprimerInstancesRegion',
    proprietaire: 'etat',
  },
  {
    titre: 'changer la clé d’une entité d’un autre',
    partenaire: 'region',
    schema: REGION.replace(
      'type Metier @key(fields: "codeRome")',
      'type Metier @key(fields: "codeRome") @key(fields: "id")',
    ).replace(
      'type Metier @key(fields: "codeRome") @key(fields: "id") {',
      'type Metier @key(fields: "codeRome") @key(fields: "id") {\n  id: ID @external',
    ),
    attendu: 'CLE_CHANGEE Metier',
    ligne: '@key(fields: "codeRome") @key(fields: "id")',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'oublier la clé d’une entité d’un autre',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance { avisRegion: String }`,
    attendu: 'CLE_CHANGEE Instance',
    proprietaire: 'etat',
  },
  {
    titre: 'changer le type d’un champ de clé',
    partenaire: 'region',
    schema: REGION.replace('codeRome: ID!\n', 'codeRome: String!\n'),
    attendu: 'CLE_CHANGEE Metier.codeRome',
    ligne: 'codeRome: String!',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'prendre un champ par @override',
    partenaire: 'region',
    schema: importing(
      `${REGION}\nextend type Metier { libelle: String! @override(from: "pole-emploi") }`,
      '@override',
    ),
    attendu: 'OVERRIDE_SANS_ACCORD Metier.libelle',
    ligne: '@override',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'prendre un champ racine par @override, sans l’importer',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query { instances: Int @federation__override(from: "etat") }`,
    attendu: 'OVERRIDE_SANS_ACCORD Query.instances',
    proprietaire: 'etat',
  },
  {
    titre: 'partager un champ d’un autre par @shareable',
    partenaire: 'region',
    schema: `${REGION}\nextend type Metier { libelle: String! @shareable }`,
    attendu: 'SHAREABLE_SANS_ACCORD Metier.libelle',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'partager tout un type d’un autre par @shareable',
    partenaire: 'region',
    schema: `${REGION}\ntype Instance @key(fields: "id") @shareable { id: ID! }`,
    attendu: 'SHAREABLE_SANS_ACCORD Instance',
    proprietaire: 'etat',
  },
  {
    titre: 'répondre pour un autre par @provides',
    partenaire: 'region',
    schema: importing(
      `${REGION}\nextend type Metier { libelle: String! @external }\nextend type Query { premierMetierRegion: Metier @provides(fields: "libelle") }`,
      '@external',
      '@provides',
    ),
    attendu: 'PROVIDES_SANS_ACCORD Metier.libelle',
    ligne: '@provides',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'lire un champ d’un autre par @requires, même imbriqué',
    partenaire: 'region',
    schema: importing(
      `${REGION}\ntype Instance @key(fields: "id") { id: ID! copilotes: [CopiloteRegion!]! @external avisRegion: String @requires(fields: "copilotes { fonction }") }\ntype CopiloteRegion { fonction: String }`,
      '@external',
      '@requires',
    ),
    attendu: 'REQUIRES_SANS_ACCORD Instance.copilotes',
    proprietaire: 'etat',
  },
  {
    titre: 'cacher la clé d’un autre par @inaccessible',
    partenaire: 'region',
    schema: importing(
      REGION.replace('codeRome: ID!\n', 'codeRome: ID! @inaccessible\n'),
      '@inaccessible',
    ),
    attendu: 'RESTRICTION_SUR_AUTRUI Metier.codeRome',
    ligne: '@inaccessible',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'restreindre par une portée une valeur partagée',
    partenaire: 'region',
    schema: REGION.replace(
      'enum Meteo {',
      'enum Meteo @requiresScopes(scopes: [["region:lire"]]) {',
    ),
    attendu: 'RESTRICTION_SUR_AUTRUI Meteo',
  },
  {
    titre: 'fermer toute la racine',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query @requiresScopes(scopes: [["region:lire"]])`,
    attendu: 'RESTRICTION_SUR_AUTRUI Query',
  },
  {
    titre: 'renommer une directive à l’import',
    partenaire: 'region',
    schema: REGION.replace(
      IMPORTS,
      '"@key", { name: "@requiresScopes", as: "@portees" }, "@shareable"',
    ).replaceAll('@requiresScopes(', '@portees('),
    attendu: 'DIRECTIVE_RENOMMEE @requiresScopes',
    ligne: 'as: "@portees"',
  },
  {
    titre: 'renommer la fédération',
    partenaire: 'region',
    schema: REGION.replace('federation/v2.9", import', 'federation/v2.9", as: "fed", import'),
    attendu: 'DIRECTIVE_RENOMMEE @link',
  },
  {
    titre: 'renommer @link lui-même',
    partenaire: 'region',
    schema: `${REGION}\nextend schema @lien(url: "https://specs.apollo.dev/link/v1.0", as: "lien")`,
    attendu: 'DIRECTIVE_RENOMMEE @lien',
  },
  {
    titre: 'redéfinir une directive d’autorisation sans l’importer',
    partenaire: 'region',
    schema: REGION.replace(', "@requiresScopes"', '').replace(
      'directive @secours',
      'directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION\ndirective @secours',
    ),
    attendu: 'DIRECTIVE_RENOMMEE @requiresScopes',
    ligne: 'directive @requiresScopes',
  },
  {
    titre: 'redéfinir @secours',
    partenaire: 'region',
    schema: REGION.replace('@secours(de: String!)', '@secours(de: String)'),
    attendu: 'DIRECTIVE_RENOMMEE @secours',
  },
  {
    titre: 'lier une autre spécification',
    partenaire: 'region',
    schema: `${REGION}\nextend schema @link(url: "https://exemple.fr/requiresScopes/v1.0")`,
    attendu: 'LIEN_REFUSE @link',
    ligne: 'exemple.fr',
  },
  {
    titre: 'lier la fédération deux fois',
    partenaire: 'region',
    schema: `${REGION}\nextend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@tag"])`,
    attendu: 'LIEN_REFUSE @link',
    ligne: 'v2.3',
  },
  {
    titre: 'revenir à la fédération 1, où tout est partagé',
    partenaire: 'region',
    schema: 'type Query { bilanRegion: Int }',
    attendu: 'LIEN_REFUSE @link',
  },
  {
    titre: 'prendre le champ racine d’un autre',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query {\n  metiers: Int\n}`,
    attendu: 'RACINE_D_AUTRUI Query.metiers',
    ligne: '  metiers: Int',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'le prendre par une racine renommée',
    partenaire: 'region',
    schema: REGION.replace(
      'type Query {',
      'extend schema { query: Racine }\ntype Racine {\n  metiers: Int',
    ),
    attendu: 'RACINE_D_AUTRUI Query.metiers',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'prendre un champ racine au nom d’un autre',
    partenaire: 'region',
    schema: `${REGION}\nextend type Subscription { bilanEtatModifie: Int }`,
    attendu: 'RACINE_D_AUTRUI Subscription.bilanEtatModifie',
    proprietaire: 'etat',
  },
  {
    titre: 'ajouter un champ racine que personne n’a attribué',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query { apprentissages: Int }`,
    attendu: 'RACINE_NON_ATTRIBUEE Query.apprentissages',
  },
  {
    titre: 'se tenir prêt pour ce qui n’est pas le texte commun',
    partenaire: 'region',
    schema: `${REGION}\nextend type Query { instances: Int @secours(de: "etat") }`,
    attendu: 'SECOURS_HORS_TEXTE_COMMUN Query.instances',
    proprietaire: 'etat',
  },
  {
    titre: 'se tenir prêt pour un type qui n’est pas le texte commun',
    partenaire: 'region',
    schema: `${REGION}\ntype FacteurRegion @secours(de: "pole-emploi") { niveau: Int }`,
    attendu: 'SECOURS_HORS_TEXTE_COMMUN FacteurRegion.niveau',
    proprietaire: 'pole-emploi',
  },
  {
    titre: 'se tenir prêt pour un partenaire dont ce n’est pas l’original',
    partenaire: 'region',
    schema: REGION.replace(
      'lieu: String! @secours(de: "etat")',
      'lieu: String! @secours(de: "pole-emploi")',
    ),
    attendu: 'SECOURS_HORS_TEXTE_COMMUN Protocole.lieu',
    proprietaire: 'etat',
  },
  {
    titre: 'retirer une valeur d’une énumération partagée',
    partenaire: 'region',
    schema: REGION.replace('  """Compromis."""\n  ORAGE\n', ''),
    attendu: 'VALEUR_PARTAGEE_RETRECIE Meteo',
    ligne: 'enum Meteo',
  },
  {
    titre: 'rendre obligatoire l’entrée d’une valeur partagée',
    partenaire: 'region',
    schema: REGION.replace('type PageInfo', 'type PageInfo').replace(
      /endCursor: String\n/,
      'endCursor: String!\n',
    ),
    attendu: 'VALEUR_PARTAGEE_RETRECIE PageInfo.endCursor',
  },
  {
    titre: 'changer un scalaire partagé en énumération',
    partenaire: 'region',
    schema: REGION.replace('scalar DateTime', 'enum DateTime { JAMAIS }'),
    attendu: 'VALEUR_PARTAGEE_RETRECIE DateTime',
  },
  {
    titre: 'ajouter une valeur à une énumération partagée',
    partenaire: 'region',
    schema: `${REGION}\nextend enum Secteur { TOURISME }`,
    attendu: 'VALEUR_PARTAGEE_CHANGEE Secteur.TOURISME',
    ligne: 'TOURISME',
  },
  {
    titre: 'publier sans être dans la carte',
    partenaire: 'etat',
    schema: '',
    attendu: 'PARTENAIRE_INCONNU ville',
  },
  {
    titre: 'publier un texte qui ne se lit pas',
    partenaire: 'region',
    schema: 'type Query {\n  a: Int\n  }}',
    attendu: 'SCHEMA_ILLISIBLE region',
    ligne: '  }}',
  },
  {
    titre: 'publier un texte démesuré',
    partenaire: 'region',
    schema: `${REGION}${'#'.repeat(MAX_SCHEMA_BYTES)}`,
    attendu: 'SCHEMA_TROP_GRAND region',
  },
];

describe('est refusé', () => {
  test.each(REFUSED)('$titre', ({ partenaire, schema, attendu, ligne, proprietaire }) => {
    const inconnu = attendu.endsWith(' ville');
    const refusals = check(inconnu ? 'ville' : partenaire, schema);
    const refusal = refusals.find(({ code, coordonnee }) => `${code} ${coordonnee}` === attendu);

    expect(codes(refusals)).toContain(attendu);
    expect(refusal?.proprietaire).toBe(proprietaire);
    expect(refusal?.message).toMatch(/[.:].*$/);
    expect(refusal?.remede).not.toBe('');
    expect(`${refusal?.message} ${refusal?.remede}`).not.toContain('undefined');
    if (ligne !== undefined) {
      expect(schema.split('\n')[(refusal?.lieu.ligne ?? 0) - 1]).toContain(ligne);
    }
  });

  test('une protection que l’original a et que le secours n’a pas', () => {
    const live = SERVICES.map((each) =>
      each.partenaire === 'etat'
        ? {
            ...each,
            schema: each.schema.replace(
              'protocole: Protocole',
              'protocole: Protocole @requiresScopes(scopes: [["protocole:lire"]])',
            ),
          }
        : each,
    );
    const refusals = check('region', REGION, CARTE_INITIALE, live);

    expect(codes(refusals)).toEqual(['SECOURS_PROTECTION_DIFFERENTE Query.protocole']);
    expect(
      check(
        'region',
        REGION.replace(
          'protocole: Protocole @secours(de: "etat")',
          'protocole: Protocole @secours(de: "etat") @requiresScopes(scopes: [["protocole:lire"]])',
        ),
        CARTE_INITIALE,
        live,
      ),
    ).toEqual([]);
  });

  test('chaque code a son exemple et sa ligne dans le README', () => {
    const seen = new Set([
      ...REFUSED.map(({ attendu }) => attendu.split(' ')[0]),
      'SECOURS_PROTECTION_DIFFERENTE',
    ]);
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

    expect(OWNERSHIP_REFUSAL_CODES.filter((code) => !seen.has(code))).toEqual([]);
    expect(OWNERSHIP_REFUSAL_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('est admis', () => {
  const APPRENTISSAGE = `${REGION}
    type Apprentissage @key(fields: "id") { id: ID! metier: Metier titre: String! @shareable }
    type Instance @key(fields: "id") { id: ID! avisRegion(depuis: Int!): [Apprentissage!] }
    enum NiveauApprentissage { CAP BTS }
    extend type Query { apprentissagesRegion(niveau: NiveauApprentissage): [Apprentissage!] }
    extend type Mutation { inscrireApprentissageRegion: Apprentissage }`;

  test('un nouveau type, une contribution, une racine et une mutation à soi', () => {
    expect(check('region', APPRENTISSAGE)).toEqual([]);
    expect(
      composeGraph(
        SERVICES.map((each) =>
          each.partenaire === 'region' ? { ...each, schema: APPRENTISSAGE } : each,
        ),
      ),
    ).toMatchObject({ ok: true });
  });

  const live = SERVICES.map((each) =>
    each.partenaire === 'region' ? { ...each, schema: APPRENTISSAGE } : each,
  );

  test('le type publié le premier est à celui qui l’a publié', () => {
    const claim = `${POLE_EMPLOI}\ntype Apprentissage @key(fields: "id") { id: ID! titre: String }`;

    expect(codes(check('pole-emploi', claim, CARTE_INITIALE, live))).toEqual([
      'CHAMP_D_AUTRUI Apprentissage.titre',
    ]);
    expect(
      check(
        'pole-emploi',
        claim.replace('id: ID! titre:', 'id: ID! titrePoleEmploi:'),
        CARTE_INITIALE,
        live,
      ),
    ).toEqual([]);
  });

  test('et le reste quand un autre y contribue', () => {
    const contributed = live.map((each) =>
      each.partenaire === 'pole-emploi'
        ? {
            ...each,
            schema: `${POLE_EMPLOI}\ntype Apprentissage @key(fields: "id") { id: ID! avisPoleEmploi: String }`,
          }
        : each,
    );

    expect(check('region', APPRENTISSAGE, CARTE_INITIALE, contributed)).toEqual([]);
  });

  test('un champ cédé par un accord inscrit dans la carte, et lui seul', () => {
    const carte: CarteDeResponsabilite = {
      ...CARTE_INITIALE,
      accords: [
        { nature: 'OVERRIDE', coordonnee: 'Metier.libelle', beneficiaire: 'region' },
        { nature: 'REQUIRES', coordonnee: 'Metier.domaine', beneficiaire: 'region' },
      ],
    };
    const schema = importing(
      `${REGION}\nextend type Metier {
        libelle: String! @override(from: "pole-emploi")
        domaine: String! @external
        codesRegion: String @requires(fields: "domaine")
      }`,
      '@override',
      '@external',
      '@requires',
    );

    expect(check('region', schema, carte)).toEqual([]);
    expect(
      codes(
        check(
          'region',
          schema.replace('libelle: String! @override', 'secteurs: String! @override'),
          carte,
        ),
      ),
    ).toEqual(['CHAMP_D_AUTRUI Metier.secteurs', 'OVERRIDE_SANS_ACCORD Metier.secteurs']);
    expect(
      codes(
        check(
          'etat',
          ETAT.replace(IMPORTS, `${IMPORTS}, "@override"`).concat(
            '\ntype Metier @key(fields: "codeRome") { codeRome: ID! libelle: String! @override(from: "pole-emploi") }',
          ),
          carte,
        ),
      ),
    ).toContain('OVERRIDE_SANS_ACCORD Metier.libelle');
  });

  test('la clé écrite dans un autre ordre, et le schéma complet que les outils impriment', () => {
    expect(check('region', REGION.replace('"code maille"', '"maille  code"'))).toEqual([]);
    expect(
      check(
        'region',
        `${REGION}\nscalar _Any\nscalar link__Import\nunion _Entity = Formation | Metier\ntype _Service { sdl: String }\nextend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`,
      ),
    ).toEqual([]);
  });
});
