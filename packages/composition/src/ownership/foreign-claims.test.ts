import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CARTE_INITIALE } from './carte-initiale.js';
import { checkOwnership } from './check-ownership.js';
import { ownerOf } from './owner-of.js';

const PARTENAIRES = Object.keys(CARTE_INITIALE.partenaires);
const SERVICES = PARTENAIRES.map((partenaire) => ({
  partenaire,
  url: `http://${partenaire}.test/graphql`,
  schema: readFileSync(
    new URL(`../../../../services/${partenaire}/schema.graphql`, import.meta.url),
    'utf8',
  ).replace(
    '"@shareable"]',
    '"@shareable", "@override", "@external", "@provides", "@requires", "@inaccessible", "@tag", "@authenticated"]',
  ),
}));

/** mulberry32: the same claims at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20230608);
function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
const name = (): string =>
  Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
    pick([...'abcdefghilmnoprstuvz']),
  ).join('');
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Claim {
  readonly code: string;
  readonly sdl: string;
}

/** Everything by which a partner may try to take what is `owner`'s. */
function claim(partenaire: string): Claim {
  const mine = CARTE_INITIALE.partenaires[partenaire]?.suffixe ?? '';
  const foreign = Object.entries(CARTE_INITIALE.types).filter(
    ([type, { partenaire: owner }]) =>
      owner !== partenaire && CARTE_INITIALE.textesCommuns[type] === undefined,
  );
  const [entity, { champsDeCle, partenaire: owner }] = pick(
    foreign.filter(([type, { cles }]) => cles.length > 0 && !definedBy(partenaire, type)),
  );
  const [valueType] = pick(foreign.filter(([, { cles }]) => cles.length === 0));
  const rival = pick(PARTENAIRES.filter((each) => each !== partenaire));
  const theirs = CARTE_INITIALE.partenaires[rival]?.suffixe ?? '';
  const key = Object.keys(champsDeCle).join(' ');
  const keyFields = Object.entries(champsDeCle)
    .map(([field, type]) => `${field}: ${type}`)
    .join(' ');
  const given = pick(fieldsOf(owner, entity).filter((field) => !Object.hasOwn(champsDeCle, field)));
  const root = pick(
    Object.entries(CARTE_INITIALE.racines).filter(
      ([coordonnee, each]) => each !== partenaire && coordonnee.startsWith('Query.'),
    ),
  )[0].slice('Query.'.length);
  const word = name();
  const type = pick(['Int', 'String', '[ID!]', 'Boolean']);
  const on = (field: string, more = ''): string =>
    `${pick(['type', 'extend type'])} ${entity} @key(fields: "${key}")${more} { ${keyFields} ${field} }`;
  const value = pick(Object.keys(CARTE_INITIALE.valeursPartagees));
  const agreed = CARTE_INITIALE.valeursPartagees[value] ?? '';
  const keyword = agreed.split(' ')[0] ?? '';
  return pick<() => Claim>([
    () => ({ code: 'CHAMP_D_AUTRUI', sdl: on(`${given}: ${type}`) }),
    () => ({ code: 'CONTRIBUTION_SANS_SUFFIXE', sdl: on(`${word}Zz: ${type}`) }),
    () => ({ code: 'NOM_RESERVE', sdl: on(`${word}${theirs}: ${type}`) }),
    () => ({ code: 'CONTRIBUTION_NON_NULLABLE', sdl: on(`${word}${mine}: ${type}!`) }),
    () => ({
      code: 'OVERRIDE_SANS_ACCORD',
      sdl: on(`${given}: ${type} @${pick(['', 'federation__'])}override(from: "${owner}")`),
    }),
    () => ({ code: 'SHAREABLE_SANS_ACCORD', sdl: on(`${given}: ${type} @shareable`) }),
    () => ({ code: 'SHAREABLE_SANS_ACCORD', sdl: on(`${word}${mine}: ${type}`, ' @shareable') }),
    () => ({
      code: 'REQUIRES_SANS_ACCORD',
      sdl: on(`${given}: ${type} @external ${word}${mine}: ${type} @requires(fields: "${given}")`),
    }),
    () => ({
      code: 'PROVIDES_SANS_ACCORD',
      sdl: `${on('')} extend type Query { ${word}${mine}: ${entity} @provides(fields: "${given}") }`,
    }),
    () => ({
      code: 'RESTRICTION_SUR_AUTRUI',
      sdl: on('', ` @${pick(['inaccessible', 'authenticated', 'tag(name: "x")'])}`),
    }),
    () => ({
      code: 'SECOURS_HORS_TEXTE_COMMUN',
      sdl: on(`${given}: ${type} @secours(de: "${owner}")`),
    }),
    () => ({
      code: 'CLE_CHANGEE',
      sdl: `type ${entity} @key(fields: "${word}Zz") { ${word}Zz: ID! }`,
    }),
    () => ({ code: 'CLE_CHANGEE', sdl: `extend type ${entity} { ${word}${mine}: ${type} }` }),
    () => ({
      code: 'TYPE_D_AUTRUI',
      sdl: `${pick(['type', 'extend type', 'interface', 'input', 'extend input'])} ${valueType} { ${word}${mine}: ${type} }`,
    }),
    () => ({
      code: 'TYPE_D_AUTRUI',
      sdl: `${pick(['enum', 'extend enum'])} ${entity} { ${word.toUpperCase()} }`,
    }),
    () => ({ code: 'TYPE_D_AUTRUI', sdl: pick([`scalar ${entity}`, `union ${entity} = Refus`]) }),
    () => ({
      code: 'NOM_RESERVE',
      sdl: `type ${upper(word)}${theirs}${pick(['', 'Connection', 'Edge'])} { ${word}: ${type} }`,
    }),
    () => ({
      code: 'RACINE_D_AUTRUI',
      sdl: `extend type Query { ${root}: ${type} ${pick(['', '@shareable', `@override(from: "${rival}")`])} }`,
    }),
    () => ({
      code: 'RACINE_D_AUTRUI',
      sdl: `extend type ${pick(['Query', 'Mutation', 'Subscription'])} { ${word}${theirs}${pick(['', 'Modifiee'])}: ${type} }`,
    }),
    () => ({
      code: 'RACINE_NON_ATTRIBUEE',
      sdl: `extend type ${pick(['Query', 'Mutation', 'Subscription'])} { ${word}Zz: ${type} }`,
    }),
    () => ({
      code: 'MUTATION_SUR_AUTRUI',
      sdl: `extend type Mutation { ${pick(['modifier', 'creer', 'supprimer'])}${entity}${pick(['', 's', '_', '2'])}${mine}: ${type} }`,
    }),
    () => ({
      code: 'MUTATION_SUR_AUTRUI',
      sdl: `${on('')} type ${upper(word)}${mine} { ${word}: ${entity} } extend type Mutation { ${word}${mine}: [${upper(word)}${mine}] }`,
    }),
    () => ({
      code: keyword === 'scalar' ? 'VALEUR_PARTAGEE_RETRECIE' : 'VALEUR_PARTAGEE_CHANGEE',
      sdl:
        keyword === 'scalar'
          ? `@@${value} enum ${value} { ${word.toUpperCase()} }`
          : keyword === 'enum'
            ? `extend enum ${value} { ${word.toUpperCase()} }`
            : `extend ${keyword} ${value} { ${word}: ${type} }`,
    }),
    () => ({
      code: 'LIEN_REFUSE',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/${pick(['federation/v1.0', `${word}/v1.0`, 'federation/v2.3'])}")`,
    }),
    () => ({
      code: 'DIRECTIVE_RENOMMEE',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@${pick(['policy', 'key', 'override', 'composeDirective'])}", as: "@${word}" }])`,
    }),
    () => ({
      code: 'DIRECTIVE_RENOMMEE',
      sdl: `directive @${pick(['policy', 'interfaceObject', 'composeDirective'])}(${word}: ${type}) on FIELD_DEFINITION`,
    }),
  ])();
}

function definedBy(partenaire: string, type: string): boolean {
  return new RegExp(`^type ${type} `, 'm').test(schemaOf(partenaire));
}
function schemaOf(partenaire: string): string {
  return SERVICES.find((each) => each.partenaire === partenaire)?.schema ?? '';
}
/** Fields in the owner's text, one per line. */
function fieldsOf(partenaire: string, type: string): string[] {
  const body =
    new RegExp(`^type ${type} [^{]*\\{\\n([^]*?)^\\}`, 'm').exec(schemaOf(partenaire))?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)[:(]/gm)].flatMap((each) => each[1] ?? []);
}
/** `@@Date` asks that the candidate's own definition of `Date` be left out first. */
function publishing(partenaire: string, sdl: string): string {
  const replaced = /^@@(\w+) /.exec(sdl)?.[1];
  const schema = replaced
    ? schemaOf(partenaire).replace(new RegExp(`^(?:""".*"""\\n)?scalar ${replaced}$`, 'm'), '')
    : schemaOf(partenaire);
  return `${schema}\n${sdl.replace(/^@@\w+ /, '')}`;
}

test('cent pour cent des prétentions sur ce qui est à autrui sont refusées, chacune par son code', () => {
  const byCode = new Map<string, number>();
  const accepted: string[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const partenaire = pick(PARTENAIRES);
    const { code, sdl } = claim(partenaire);
    const refusals = checkOwnership(CARTE_INITIALE, SERVICES, {
      partenaire,
      url: 'http://candidat.test',
      schema: publishing(partenaire, sdl),
    });
    if (!refusals.some((refusal) => refusal.code === code)) {
      accepted.push(
        `${partenaire}: ${sdl} -> ${refusals.map((each) => each.code).join()} (${code})`,
      );
    }
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }

  expect(accepted).toEqual([]);
  expect(byCode.size).toBeGreaterThanOrEqual(18);
});

test('autant de contributions honnêtes sont admises', () => {
  const refused: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const partenaire = pick(PARTENAIRES);
    const suffix = CARTE_INITIALE.partenaires[partenaire]?.suffixe ?? '';
    const [entity, { champsDeCle }] = pick(
      Object.entries(CARTE_INITIALE.types).filter(
        ([type, { cles }]) => cles.length > 0 && !definedBy(partenaire, type),
      ),
    );
    const key = Object.entries(champsDeCle);
    const sdl = `type ${entity} @key(fields: "${key.map(([field]) => field).join(' ')}") { ${key.map((each) => each.join(': ')).join(' ')} ${name()}${suffix}: String }
      type ${upper(name())}Zz${suffix} { ${name()}: Int! }
      extend type Query { ${name()}${suffix}: ${entity} }`;
    const refusals = checkOwnership(CARTE_INITIALE, SERVICES, {
      partenaire,
      url: 'http://candidat.test',
      schema: publishing(partenaire, sdl),
    });
    if (refusals.length > 0)
      refused.push(`${sdl} -> ${refusals.map((each) => each.message).join()}`);
  }

  expect(refused).toEqual([]);
});

test.each([
  ['Metier', 'pole-emploi'],
  ['Metier.libelle', 'pole-emploi'],
  ['Metier.formationsRegion', 'region'],
  ['Query.formations(first:)', 'region'],
  ['Query.engagements', 'etat'],
  ['Mutation.modifierContributionPoleEmploi', 'pole-emploi'],
  ['ContributionRegion.etat', 'region'],
  ['PageInfo', undefined],
  ['Inconnu.champ', undefined],
  ['constructor', undefined],
])('« %s » répond de %s', (coordonnee, expected) => {
  expect(ownerOf(CARTE_INITIALE, coordonnee)).toBe(expected);
});
