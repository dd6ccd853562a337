import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { federationLink } from './federation-link.js';

test('n’importe que les directives employées, une fois chacune', () => {
  const document = parse(`
    type A @key(fields: "id") @key(fields: "code") { id: ID! code: ID! @shareable }
    type B @secours(de: "etat") { id: ID! @deprecated }
  `);
  expect(print(federationLink(document))).toBe(
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])',
  );
});
