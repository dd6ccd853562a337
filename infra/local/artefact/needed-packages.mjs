import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../preparation/paths.mjs';

/** What a partner's team uses besides its rooms: its command, and the gateway that `dev` runs. */
const TOOLS = ['@passerelle/cli', '@passerelle/gateway'];

/** Every package that can be packed: name -> folder and manifest. */
export function workspacePackages() {
  const folders = ['gateway', ...readdirSync(join(racine, 'packages')).map((n) => `packages/${n}`)];
  return new Map(
    folders
      .filter((folder) => existsSync(join(racine, folder, 'package.json')))
      .map((folder) => [readManifest(folder).name, { folder, manifest: readManifest(folder) }]),
  );
}

/** The rooms' packages and tools, with all that those need in turn; sorted by name. */
export function neededPackages(rooms, known) {
  const needed = new Set();
  const visit = (name) => {
    const one = known.get(name);
    if (one === undefined || needed.has(name)) return;
    needed.add(name);
    for (const next of Object.keys(one.manifest.dependencies ?? {})) visit(next);
  };
  for (const room of rooms) {
    const { dependencies, devDependencies } = readManifest(room);
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) visit(name);
  }
  for (const tool of TOOLS) visit(tool);
  return [...needed].sort().map((name) => ({ name, ...known.get(name) }));
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(racine, folder, 'package.json'), 'utf8'));
}
