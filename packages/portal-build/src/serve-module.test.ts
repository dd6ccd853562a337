import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serveModule } from './serve-module.js';

const PATIENCE = { timeout: 30_000, interval: 100 };

async function aModule(code: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'passerelle-module-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const description = {
    nom: 'essai',
    routes: [],
    navigation: [],
    emplacements: ['accueil.attente'],
  };
  await writeFile(join(root, 'module.json'), JSON.stringify(description));
  await writeFile(join(root, 'package.json'), '{ "version": "1.2.0", "type": "module" }');
  await writeFile(join(root, 'style.css'), 'p { color: red; }');
  await writeFile(join(root, 'entree.js'), code);
  // As built: the plugin under test, taken from where this package's sources are.
  await writeFile(
    join(root, 'vite.config.js'),
    `import { portalModule } from ${JSON.stringify(resolve(import.meta.dirname, '../dist/index.js'))};
export default { plugins: [portalModule({ entry: ${JSON.stringify(join(root, 'entree.js'))} })] };`,
  );
  return root;
}

const code = (mot: string): string => `import './style.css'; export const mount = () => '${mot}';`;

test('a module under work is served at a stable address, and told when it has changed', async () => {
  const root = await aModule(code('premier'));
  const served = await serveModule({ root, port: 0 });
  onTestFinished(() => served.close());
  const read = async (chemin: string): Promise<string> =>
    (await fetch(`${served.url}${chemin}`)).text();
  expect(await read('/module.js')).toContain('premier');
  const manifest = JSON.parse(await read('/manifest.json'));
  expect(manifest).toMatchObject({
    nom: 'essai',
    entree: 'module.js',
    emplacements: ['accueil.attente'],
  });
  expect(await read(`/${manifest.css[0]}`)).toContain('red');
  expect((await fetch(`${served.url}/../../etc/passwd`)).status).toBe(404);

  const changes = await fetch(`${served.url}/rechargement`);
  expect(changes.headers.get('access-control-allow-origin')).toBe('*');
  const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await writeFile(join(root, 'entree.js'), code('second'));
  expect((await reader?.read())?.value).toContain('event: change');
  await vi.waitFor(async () => expect(await read('/module.js')).toContain('second'), PATIENCE);
  await reader?.cancel();
}, 60_000);

test('a first build that fails says why, and leaves nothing running', async () => {
  const root = await aModule('export const mount = ;');
  await expect(serveModule({ root, port: 0 })).rejects.toThrow();
}, 60_000);

test('a build that fails later leaves the last good one served', async () => {
  const root = await aModule(code('bon'));
  const errors: (Error | null)[] = [];
  const served = await serveModule({ root, port: 0, onBuild: (error) => errors.push(error) });
  onTestFinished(() => served.close());
  await writeFile(join(root, 'entree.js'), 'export const mount = ;');
  await vi.waitFor(() => expect(errors.at(-1)).toBeInstanceOf(Error), PATIENCE);
  expect(await (await fetch(served.entry)).text()).toContain('bon');
}, 60_000);
