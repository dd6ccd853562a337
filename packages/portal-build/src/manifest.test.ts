import { expect, test } from 'vitest';
import { type BuiltFile, buildManifest } from './manifest.js';
import { isShared } from './shared.js';

const description = {
  nom: 'region',
  partenaire: 'region',
  version: '1.0.0',
  routes: [{ chemin: '/formations', titre: 'Formations' }],
  navigation: [],
  emplacements: ['territoire.fiche'],
};

const entry: BuiltFile = {
  fileName: 'module.abc.js',
  content: 'export {}',
  isEntry: true,
  imports: ['react', 'page.def.js', '@passerelle/portal-kit'],
};
const page: BuiltFile = {
  fileName: 'page.def.js',
  content: 'x',
  isEntry: false,
  imports: ['react'],
};
const style: BuiltFile = {
  fileName: 'a/style.123.css',
  content: 'body{}',
  isEntry: false,
  imports: [],
};

// The digests were computed by another tool: `openssl dgst -sha384 -binary | base64`.
test('the manifest names the entry, the styles, what it needs from the page, and every digest', () => {
  expect(buildManifest(description, [style, page, entry], isShared)).toEqual({
    schema: 1,
    ...description,
    entree: 'module.abc.js',
    css: ['a/style.123.css'],
    requires: ['@passerelle/portal-kit', 'react'],
    integrite: {
      'a/style.123.css': 'sha384-myyg/hQ74aSgjBBvVME/QXAXEkT4Y9dHbVQ5C0lIyGpldvNLJV2IWc5ElXbqLi06',
      'module.abc.js': 'sha384-VVxCXcxpOv0nZ/0YpxpNmvOMf1L1Hb6UQplg7as60Q+OX5995JTMkCby7S/OIk9s',
      'page.def.js': 'sha384-11LCxR+6DimqGQVwqdQlPkQHegWNMpf6OlYw1b0BJiL5fCisrtMTtcg7uZDKp9qF',
    },
  });
});

test('an import that the page does not offer stops the build', () => {
  const bad = { ...entry, imports: ['react', 'lodash'] };
  expect(() => buildManifest(description, [bad], isShared)).toThrow('lodash');
});

test('a build without an entry, or with two, is refused', () => {
  expect(() => buildManifest(description, [page], isShared)).toThrow('0');
  expect(() => buildManifest(description, [entry, { ...page, isEntry: true }], isShared)).toThrow(
    '2',
  );
});
