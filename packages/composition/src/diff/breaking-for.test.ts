import { buildSchema, Kind, parse, print, validate, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { breakingFor, type OperationConnue, type Rupture } from './breaking-for.js';
import { diffGraphs } from './diff-graphs.js';

const AUJOURDHUI = '2024-01-15';

const GRAPHE = `
  type Query {
    engagement(code: ID!): Engagement
    formations(first: Int = 20, filtre: Filtre, secteur: Secteur): [Formation!]
    fiches: [Fiche!]
    cherche(q: String): [Resultat!]
    ancien: Ancien @deprecated(reason: "Remplacé par « fiches » ; retrait le 2024-01-14")
    bientot: Int @deprecated(reason: "retrait le 2024-01-15")
    sansDate: Int @deprecated(reason: "Remplacé")
  }
  type Ancien { valeur: Int }
  type Engagement { code: ID! libelle: String! pilote: Secteur }
  interface Fiche { id: ID! titre: String! }
  type Formation implements Fiche { id: ID! titre: String! secteur: Secteur places: Int! }
  type Metier implements Fiche { id: ID! titre: String! }
  union Resultat = Formation | Metier
  input Filtre { secteurs: [Secteur!] places: Int dans: Zone }
  input Zone { code: ID! maille: Maille }
  enum Secteur { BTP SANTE INDUSTRIE }
  enum Maille { COMMUNE REGION }
  directive @vu(par: String) on FIELD | QUERY
`;

function operation(document: string, over: Partial<OperationConnue> = {}): OperationConnue {
  return {
    document,
    client: 'module-etat',
    version: '1.4.0',
    vuLe: '2024-01-14T09:00:00Z',
    ...over,
  };
}

function breaking(
  from: string | RegExp,
  to: string,
  documents: readonly (string | OperationConnue)[],
  options: Partial<Parameters<typeof breakingFor>[4]> = {},
): Rupture[] {
  const after = GRAPHE.replace(from, to);
  expect(after).not.toBe(GRAPHE);
  return breakingFor(
    diffGraphs(GRAPHE, after),
    documents.map((each) => (typeof each === 'string' ? operation(each) : each)),
    GRAPHE,
    after,
    { aujourdhui: AUJOURDHUI, ...options },
  );
}

function codes(ruptures: readonly Rupture[]): string[] {
  return ruptures.map(({ changement }) => `${changement.code} ${changement.coordonnee}`);
}

describe('un champ retiré', () => {
  test('que personne n’envoie ne rompt rien', () => {
    expect(breaking(' places: Int!', '', ['{ formations { titre } }'])).toEqual([]);
  });

  test('rompt l’opération qui l’envoie, avec son client, sa version, sa date et sa place', () => {
    const ruptures = breaking(' places: Int!', '', [
      operation('query Offre {\n  formations { places }\n}'),
      operation('query Ancienne { formations { places } }', {
        client: 'module-region',
        vuLe: '2024-01-14T10:00:00Z',
      }),
    ]);

    expect(ruptures).toEqual([
      {
        changement: expect.objectContaining({
          code: 'CHAMP_RETIRE',
          coordonnee: 'Formation.places',
        }),
        usages: [
          expect.objectContaining({ client: 'module-region', operation: 'Ancienne' }),
          {
            client: 'module-etat',
            version: '1.4.0',
            vuLe: '2024-01-14T09:00:00Z',
            operation: 'Offre',
            lieu: { ligne: 2, colonne: 16 },
            certitude: 'CERTAINE',
            admis: false,
          },
        ],
        dernierVuLe: '2024-01-14T10:00:00Z',
        retraitAnnonceLe: null,
        admise: false,
      },
    ]);
  });

  test.each([
    ['fragment nommé', 'query { fiches { ...F } } fragment F on Formation { places }'],
    [
      'fragment dans un fragment',
      'query { fiches { ...G } } fragment G on Fiche { ...F } fragment F on Formation { places }',
    ],
    ['fragment en ligne sous une interface', '{ fiches { id ... on Formation { places } } }'],
    ['fragment en ligne sous une union', '{ cherche { ... on Formation { places } } }'],
    ['alias et directive', '{ formations { p: places @include(if: true) } }'],
  ])('est vu à travers %s', (_title, document) => {
    expect(codes(breaking(' places: Int!', '', [document]))).toEqual([
      'CHAMP_RETIRE Formation.places',
    ]);
  });

  test('un fragment que l’opération n’emploie pas ne compte pas', () => {
    expect(
      breaking(' places: Int!', '', ['query { fiches { id } } fragment F on Formation { places }']),
    ).toEqual([]);
  });

  test('par l’interface, seul le champ de l’interface compte', () => {
    const sansTitre = GRAPHE.replaceAll(' titre: String!', '');
    const ruptures = breakingFor(
      diffGraphs(GRAPHE, sansTitre),
      [operation('{ fiches { titre } }')],
      GRAPHE,
      sansTitre,
      { aujourdhui: AUJOURDHUI },
    );

    expect(codes(ruptures)).toEqual(['CHAMP_RETIRE Fiche.titre']);
  });
});

describe('la nullabilité', () => {
  test('perdue en sortie rompt celui qui lit le champ', () => {
    const after = ['places: Int!', 'places: Int'] as const;

    expect(codes(breaking(...after, ['{ formations { places } }']))).toEqual([
      'CHAMP_DEVENU_NULLABLE Formation.places',
    ]);
    expect(breaking(...after, ['{ formations { id } }'])).toEqual([]);
  });

  test('gagnée en sortie ne rompt rien', () => {
    expect(
      breaking('pilote: Secteur', 'pilote: Secteur!', ['{ engagement(code: 1) { pilote } }']),
    ).toEqual([]);
  });

  test('gagnée en sortie peut pourtant défaire deux champs réunis : la validation le voit', () => {
    const before = 'type Query { u: U } union U = A | B type A { n: Int } type B { n: Int }';
    const after = before.replace('n: Int', 'n: Int!');
    const ruptures = breakingFor(
      diffGraphs(before, after),
      [operation('query Q { u { ... on A { n } ... on B { n } } }')],
      before,
      after,
      { aujourdhui: AUJOURDHUI },
    );

    expect(codes(ruptures)).toEqual(['OPERATION_INVALIDE A.n']);
    expect(ruptures[0]?.usages[0]).toMatchObject({ operation: 'Q', admis: false });
  });
});

describe('les arguments', () => {
  const DEVIENT = ['first: Int = 20', 'first: Int!'] as const;

  test.each([
    ['absent', '{ formations { id } }', true],
    ['nul', '{ formations(first: null) { id } }', true],
    ['donné', '{ formations(first: 5) { id } }', false],
    [
      'par une variable qui peut être nulle',
      'query($n: Int) { formations(first: $n) { id } }',
      true,
    ],
    [
      'par une variable qui a un défaut',
      'query($n: Int = 3) { formations(first: $n) { id } }',
      false,
    ],
    ['par une variable obligatoire', 'query($n: Int!) { formations(first: $n) { id } }', false],
  ])('devenu obligatoire, %s', (_title, document, isBroken) => {
    expect(codes(breaking(...DEVIENT, [document]))).toEqual(
      isBroken ? ['ARGUMENT_DEVENU_OBLIGATOIRE Query.formations(first:)'] : [],
    );
  });

  test('changé de type : le littéral qui passe encore n’est pas rompu, la variable si', () => {
    const vers = ['first: Int = 20', 'first: ID'] as const;

    expect(breaking(...vers, ['{ formations(first: 5) { id } }'])).toEqual([]);
    expect(codes(breaking(...vers, ['query($n: Int) { formations(first: $n) { id } }']))).toEqual([
      'ARGUMENT_TYPE_CHANGE Query.formations(first:)',
    ]);
  });

  test('retiré, ne rompt que celui qui le donne', () => {
    const vers = [', secteur: Secteur)', ')'] as const;

    expect(breaking(...vers, ['{ formations { id } }'])).toEqual([]);
    expect(codes(breaking(...vers, ['{ formations(secteur: BTP) { id } }']))).toEqual([
      'ARGUMENT_RETIRE Query.formations(secteur:)',
    ]);
  });

  test('obligatoire et nouveau, rompt tous ceux qui appellent le champ', () => {
    expect(
      codes(
        breaking('cherche(q: String)', 'cherche(q: String, lieu: ID!)', [
          '{ cherche { __typename } }',
        ]),
      ),
    ).toEqual(['ARGUMENT_OBLIGATOIRE_AJOUTE Query.cherche(lieu:)']);
  });

  test('d’une directive comptent comme les autres', () => {
    expect(codes(breaking('(par: String)', '', ['{ fiches @vu(par: "x") { id } }']))).toEqual([
      'ARGUMENT_RETIRE @vu(par:)',
    ]);
    expect(
      codes(
        breaking('on FIELD | QUERY', 'on QUERY', [
          '{ fiches @vu { id } }',
          'query @vu { fiches { id } }',
        ]),
      ),
    ).toEqual(['DIRECTIVE_EMPLACEMENT_RETIRE @vu']);
  });
});

describe('les valeurs et les entrées', () => {
  const SANS_SANTE = ['BTP SANTE', 'BTP'] as const;

  test.each([
    ['écrite', '{ formations(secteur: SANTE) { id } }', 'CERTAINE'],
    [
      'écrite dans une entrée',
      '{ formations(filtre: { secteurs: [BTP, SANTE] }) { id } }',
      'CERTAINE',
    ],
    [
      'défaut d’une variable',
      'query($s: Secteur = SANTE) { formations(secteur: $s) { id } }',
      'CERTAINE',
    ],
    [
      'possible par une variable',
      'query($s: Secteur) { formations(secteur: $s) { id } }',
      'POSSIBLE',
    ],
    [
      'possible par une variable d’entrée',
      'query($f: Filtre) { formations(filtre: $f) { id } }',
      'POSSIBLE',
    ],
  ])('une valeur retirée, %s', (_title, document, certitude) => {
    const ruptures = breaking(...SANS_SANTE, [document]);

    expect(codes(ruptures)).toEqual(['VALEUR_RETIREE Secteur.SANTE']);
    expect(ruptures[0]?.usages[0]).toMatchObject({ certitude });
  });

  test.each([
    ['une autre valeur', '{ formations(secteur: BTP) { id } }'],
    ['une valeur seulement reçue', '{ formations { secteur } }'],
  ])('une valeur retirée ne rompt pas %s', (_title, document) => {
    expect(breaking(...SANS_SANTE, [document])).toEqual([]);
  });

  test('un champ d’entrée retiré rompt ce qui l’écrit et ce qui peut le porter, en profondeur', () => {
    const vers = [' maille: Maille', ''] as const;

    expect(
      codes(
        breaking(...vers, ['{ formations(filtre: { dans: { code: 1, maille: REGION } }) { id } }']),
      ),
    ).toEqual(['CHAMP_ENTREE_RETIRE Zone.maille']);
    expect(
      codes(breaking(...vers, ['query($f: Filtre) { formations(filtre: $f) { id } }'])),
    ).toEqual(['CHAMP_ENTREE_RETIRE Zone.maille']);
    expect(breaking(...vers, ['{ formations(filtre: { dans: { code: 1 } }) { id } }'])).toEqual([]);
  });

  test('un champ d’entrée devenu obligatoire épargne le littéral qui l’écrit', () => {
    const vers = ['maille: Maille', 'maille: Maille!'] as const;

    expect(
      breaking(...vers, ['{ formations(filtre: { dans: { code: 1, maille: REGION } }) { id } }']),
    ).toEqual([]);
    expect(
      codes(breaking(...vers, ['{ formations(filtre: { dans: { code: 1 } }) { id } }'])),
    ).toEqual(['CHAMP_ENTREE_DEVENU_OBLIGATOIRE Zone.maille']);
  });

  test('un membre retiré d’une union rompt celui qui le nomme', () => {
    const vers = ['Formation | Metier', 'Formation'] as const;

    expect(codes(breaking(...vers, ['{ cherche { ... on Metier { id } } }']))).toEqual([
      'MEMBRE_UNION_RETIRE Resultat',
    ]);
    expect(breaking(...vers, ['{ cherche { ... on Formation { id } } }'])).toEqual([]);
  });

  test('une interface quittée rompt celui qui y cherche le type', () => {
    const vers = ['type Metier implements Fiche', 'type Metier'] as const;

    expect(codes(breaking(...vers, ['{ fiches { ... on Metier { id } } }']))).toEqual([
      'INTERFACE_RETIREE Metier',
    ]);
    expect(breaking(...vers, ['{ cherche { ... on Metier { id } } }'])).toEqual([]);
  });
});

describe('un client oublié n’a pas de veto pour toujours', () => {
  const SANS_ANCIEN = [/ancien: Ancien @[^)]*\)/, ''] as const;

  test('le champ annoncé peut partir le lendemain de sa date', () => {
    expect(breaking(...SANS_ANCIEN, ['{ ancien { valeur } }'])).toMatchObject([
      { admise: true, retraitAnnonceLe: '2024-01-14', usages: [{ admis: true }] },
    ]);
  });

  test('le jour dit, il doit encore être là', () => {
    expect(breaking(/bientot: Int @[^)]*\)/, '', ['{ bientot }'])).toMatchObject([
      { admise: false, retraitAnnonceLe: '2024-01-15' },
    ]);
  });

  test('une dépréciation sans date ne suffit pas', () => {
    expect(breaking(/sansDate: Int @[^)]*\)/, '', ['{ sansDate }'])).toMatchObject([
      { admise: false, retraitAnnonceLe: null },
    ]);
  });

  test('un client que personne n’a prévenu garde son veto', () => {
    const ruptures = breaking(...SANS_ANCIEN, ['{ ancien { valeur } }'], {
      estPrevenu: (client, coordonnee) => client !== 'module-etat' || coordonnee !== 'Query.ancien',
    });

    expect(ruptures).toMatchObject([{ admise: false, usages: [{ admis: false }] }]);
  });

  test('le type qui n’était atteint que par lui part avec lui', () => {
    const after = GRAPHE.replace(...SANS_ANCIEN).replace('type Ancien { valeur: Int }', '');
    const ruptures = breakingFor(
      diffGraphs(GRAPHE, after),
      [operation('{ ancien { valeur } }')],
      GRAPHE,
      after,
      { aujourdhui: AUJOURDHUI },
    );

    expect(codes(ruptures)).toEqual(['CHAMP_RETIRE Query.ancien', 'TYPE_RETIRE Ancien']);
    expect(ruptures.every(({ admise }) => admise)).toBe(true);
  });

  test('la date d’un champ n’excuse pas le retrait d’un autre, pour qui n’emploie que l’autre', () => {
    const after = GRAPHE.replace(...SANS_ANCIEN).replace(' places: Int!', '');
    const ruptures = breakingFor(
      diffGraphs(GRAPHE, after),
      [
        operation('{ ancien { valeur } formations { places } }'),
        operation('{ formations { places } }'),
      ],
      GRAPHE,
      after,
      { aujourdhui: AUJOURDHUI },
    );

    expect(ruptures).toMatchObject([
      { changement: { coordonnee: 'Query.ancien' }, admise: true },
      {
        changement: { coordonnee: 'Formation.places' },
        admise: false,
        usages: [{ admis: true }, { admis: false }],
      },
    ]);
  });
});

test('un même document envoyé par deux clients compte pour chacun, et chacun a son excuse', () => {
  const document = '{ ancien { valeur } }';
  const ruptures = breaking(
    /ancien: Ancien @[^)]*\)/,
    '',
    [operation(document), operation(document, { client: 'module-region' })],
    { estPrevenu: (client) => client === 'module-region' },
  );

  expect(ruptures).toMatchObject([
    {
      admise: false,
      usages: [
        { client: 'module-etat', admis: false },
        { client: 'module-region', admis: true },
      ],
    },
  ]);
});

test('un document illisible ou d’un autre graphe ne casse pas la vérification', () => {
  expect(
    breaking(' places: Int!', '', ['{ formations {', '{ inconnu(x: { y: Z }) { z } ...Nulle }']),
  ).toEqual([]);
});

test('retrait par retrait, le verdict est celui de la validation', () => {
  const documents = [
    '{ engagement(code: "E01") { code libelle pilote } }',
    '{ formations(first: 5, filtre: { secteurs: [BTP], places: 1, dans: { code: 1, maille: REGION } }, secteur: SANTE) { id } }',
    '{ fiches @vu(par: "x") { id titre ... on Formation { places } ...M } } fragment M on Metier { titre }',
    'query @vu { cherche(q: "x") { ... on Fiche { titre } ... on Metier { id } } bientot }',
  ];
  const operations = documents.map((document, rang) => operation(document, { client: `${rang}` }));
  const parsed = documents.map((document) => parse(document));
  const removals = singleRemovals(GRAPHE);
  for (const after of removals) {
    const schema = buildSchema(after, { assumeValid: true, assumeValidSDL: true });
    const changes = diffGraphs(GRAPHE, after);
    const ruptures = breakingFor(changes, operations, GRAPHE, after, { aujourdhui: '2023-01-01' });
    const broken = new Set(ruptures.flatMap(({ usages }) => usages.map(({ client }) => client)));
    const invalid = parsed.flatMap((document, rang) =>
      validate(schema, document).length > 0 ? [`${rang}`] : [],
    );

    expect([...broken].sort(), changes[0]?.message ?? '').toEqual(invalid);
  }
  expect(removals.length).toBeGreaterThan(35);
});

/** The schema without one field, argument, value, member or interface, each in turn. */
function singleRemovals(sdl: string): string[] {
  const document = parse(sdl, { noLocation: true });
  const found: string[] = [];
  let turn = 0;
  for (;;) {
    let index = -1;
    const removed = visit(document, {
      enter: (node, _key, parent) => {
        const isMember = node.kind === Kind.NAMED_TYPE && Array.isArray(parent);
        if (
          node.kind !== Kind.FIELD_DEFINITION &&
          node.kind !== Kind.INPUT_VALUE_DEFINITION &&
          node.kind !== Kind.ENUM_VALUE_DEFINITION &&
          !isMember
        ) {
          return undefined;
        }
        index += 1;
        return index === turn ? null : undefined;
      },
    });
    if (index < turn) return found;
    found.push(print(removed));
    turn += 1;
  }
}
