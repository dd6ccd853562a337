import { rapportSchema } from '@passerelle/publication';
import { expect, test } from 'vitest';
import { desDeps, schemaDe, unCanal, unCandidat } from './un-canal.suite.js';
import { verifierSchema } from './verifier-schema.js';

const REGION = schemaDe('region');
const MIO = 1024 * 1024;
const reste = MIO - Buffer.byteLength(REGION) - 100;

const HOSTILES: readonly [titre: string, schema: string][] = [
  ['un texte vide', ' '],
  ['une requête', '{ formations { nodes { intitule } } }'],
  ['des octets nuls', `${REGION}\u0000`],
  ['un Mio de commentaires', `${REGION}\n${'#x\n'.repeat(reste / 3)}`],
  ['un commentaire d’un Mio', `${REGION}\n#${'x'.repeat(reste)}`],
  [
    'une description d’un Mio',
    `${REGION}
"""${'x'.repeat(reste)}"""
type ARegion { a: Int }`,
  ],
  [
    'des listes imbriquées',
    `${REGION}\ntype ARegion { a: ${'['.repeat(200_000)}Int${']'.repeat(200_000)} }`,
  ],
  ['des listes jamais fermées', `${REGION}\ntype ARegion { a: ${'['.repeat(400_000)}`],
  [
    'des valeurs imbriquées',
    `${REGION}\ntype ARegion { a(b: Int = ${'{c:'.repeat(100_000)}1${'}'.repeat(100_000)}): Int }`,
  ],
  ['des mots par centaines de milliers', `${REGION}\ntype ARegion { ${'a: Int '.repeat(60_000)} }`],
  [
    'des milliers de types',
    `${REGION}\n${Array.from({ length: 6_000 }, (_, i) => `type ARegion${i} { a: Int }`).join('\n')}`,
  ],
  [
    'des interfaces en rond',
    `${REGION}\ninterface ARegion implements BRegion { a: Int }\ninterface BRegion implements ARegion { a: Int }`,
  ],
  [
    'des entrées en rond',
    `${REGION}\ninput ARegion { b: BRegion! }\ninput BRegion { a: ARegion! }\nextend type Query { aRegion(a: ARegion): Int }`,
  ],
  [
    'une union d’elle-même',
    `${REGION}\nunion ARegion = ARegion | BRegion\nunion BRegion = ARegion`,
  ],
  [
    'des directives qui se citent',
    `${REGION}\ndirective @a(x: Int @b) on ARGUMENT_DEFINITION\ndirective @b(x: Int @a) on ARGUMENT_DEFINITION`,
  ],
  [
    'des directives renommées',
    REGION.replaceAll('@key', '@clef').replaceAll('@requiresScopes', '@tous'),
  ],
  [
    'des noms d’objets JavaScript',
    `${REGION}\ntype __proto__ { constructor: hasOwnProperty toString: Int }\ntype hasOwnProperty @key(fields: "__proto__") { __proto__: Int }`,
  ],
  [
    'une clé illisible',
    `${REGION}\ntype ARegion @key(fields: "${'{a '.repeat(2_000)}") { a: Int }`,
  ],
  ['deux fois tout', `${REGION}\n${REGION}`],
  [
    'une racine qui n’est pas un objet',
    `${REGION}\nscalar Racine\nextend schema { query: Racine }`,
  ],
];

/** Heavy or odd, yet they take nothing and compose. */
const ADMIS: ReadonlySet<string> = new Set([
  'un Mio de commentaires',
  'un commentaire d’un Mio',
  'une description d’un Mio',
  'des milliers de types',
  'des directives qui se citent',
]);

test.each(HOSTILES)('juge sans tomber %s', async (titre, schema) => {
  const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', schema));
  expect(rapportSchema.parse(rapport).constats.length).toBeLessThanOrEqual(301);
  expect(rapport.constats.every(({ message }) => message.length < 20_000)).toBe(true);
  expect(rapport.accepte).toBe(ADMIS.has(titre));
});
