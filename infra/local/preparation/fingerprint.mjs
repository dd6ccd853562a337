import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { racine } from './paths.mjs';

const ROOMS = ['services', 'gateway', 'frontends', 'packages'];
const ROOT_FILES = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'turbo.json',
];
/** Made by the tools, or without effect on what they make. */
const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  '.turbo',
  'generated',
  'coverage',
  'test',
  'e2e',
  'README.md',
]);

/** Folders of the workspace that hold a package. */
export function packageFolders() {
  return ROOMS.flatMap((room) => {
    const folder = join(racine, room);
    if (!existsSync(folder)) return [];
    if (existsSync(join(folder, 'package.json'))) return [folder];
    return readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((candidate) => existsSync(join(candidate, 'package.json')));
  });
}

/** Changes when an install could give something else. */
export function installFingerprint() {
  const hash = createHash('sha256').update(`${process.arch} ${racine}`);
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json']) {
    const path = join(racine, name);
    if (existsSync(path)) hash.update(name).update(readFileSync(path));
  }
  for (const folder of packageFolders()) {
    hash.update(relative(racine, folder)).update(readFileSync(join(folder, 'package.json')));
  }
  return hash.digest('hex');
}

/**
 * Changes when a build could give something else: path, size and date of each source. Dates alone
 * may change without reason; the build's own cache then makes the detour short.
 */
export function buildFingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat) hash.update(`${relative(racine, path)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const name of ROOT_FILES) add(join(racine, name));
  for (const room of ROOMS) {
    if (existsSync(join(racine, room))) walk(join(racine, room), add);
  }
  return hash.digest('hex');
}

/** Whether each package that builds has something built. */
export function isBuilt() {
  return packageFolders().every((folder) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return scripts.build === undefined || existsSync(join(folder, 'dist'));
  });
}

function walk(folder, add) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith('.test.ts')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path, add);
    else if (entry.isFile()) add(path);
  }
}
