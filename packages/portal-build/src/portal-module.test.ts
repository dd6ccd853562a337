import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { portalModule } from './portal-module.js';

async function buildModule(files: Record<string, string>, entry = 'entree.js'): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'passerelle-module-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [portalModule({ entry: `${root}/${entry}` })],
  });
  return join(root, 'dist');
}

const description = JSON.stringify({
  nom: 'essai',
  routes: [],
  navigation: [],
  emplacements: [],
});

test('a module keeps its exports, leaves what is shared to the page, and carries its style', async () => {
  const dist = await buildModule({
    'module.json': description,
    'package.json': '{ "version": "1.2.0" }',
    'style.css': 'p { color: red; }',
    'entree.js': `import './style.css';
      import { useState } from 'react';
      export const mount = () => useState('${'long '.repeat(300)}');`,
  });
  const manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8'));
  expect(manifest.version).toBe('1.2.0');
  expect(manifest.requires).toEqual(['react']);
  expect(manifest.css).toHaveLength(1);
  expect(new Set(Object.keys(manifest.integrite))).toEqual(
    new Set([manifest.entree, ...manifest.css]),
  );
  const code = await readFile(join(dist, manifest.entree), 'utf8');
  expect(code).toMatch(/from\s*["']react["']/);
  expect(code).toMatch(/export\s*\{[^}]*mount/);
  const compressed = await readFile(join(dist, `${manifest.entree}.br`));
  expect(brotliDecompressSync(compressed).toString()).toBe(code);
  expect(await readdir(dist)).toContain(`${manifest.entree}.gz`);
});

test('a CommonJS dependency that requires something shared stops the build', async () => {
  const building = buildModule({
    'module.json': description,
    'package.json': '{ "version": "1.2.0" }',
    'ancien.cjs': "const react = require('react'); exports.mount = () => react.version;",
    'entree.js': "export { mount } from './ancien.cjs';",
  });
  await expect(building).rejects.toThrow('CommonJS');
});

test('a build in a terminal of development still asks the runtime that the page shares', async () => {
  const dist = await buildModule(
    {
      'module.json': description,
      'package.json': '{ "version": "1.2.0" }',
      'entree.jsx': 'export const mount = () => <p>essai</p>;',
    },
    'entree.jsx',
  );
  const manifest = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8'));
  expect(process.env['NODE_ENV']).not.toBe('production');
  expect(manifest.requires).toEqual(['react/jsx-runtime']);
});
