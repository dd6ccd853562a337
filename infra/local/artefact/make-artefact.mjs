import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { racine } from '../preparation/paths.mjs';
import { explain, Refusal } from '../preparation/refusal.mjs';
import { neededPackages, workspacePackages } from './needed-packages.mjs';
import { packAll } from './pack.mjs';
import { rootManifest, workspaceFile } from './standalone-workspace.mjs';

const MODELE = join(dirname(fileURLToPath(import.meta.url)), 'modele');
/** Left out of a copied room: what a build or an install makes, what only the monorepo reads. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'generated', '.turbo', 'turbo.json']);

/**
 * Writes a workspace of one partner: its two rooms as they are, the packages that they need as
 * tarballs, and the files of a repository that stands alone.
 *
 * @returns how many packages it holds
 */
export async function makeArtefact(partenaire, destination) {
  const rooms = [`services/${partenaire}`, `frontends/${partenaire}`];
  for (const room of rooms) {
    if (!/^[a-z][a-z0-9-]*$/.test(partenaire) || !existsSync(join(racine, room, 'package.json'))) {
      throw new Refusal(`« ${partenaire} » n’est pas un partenaire de ce dépôt : ${room} manque.`);
    }
  }
  if (existsSync(destination) && readdirSync(destination).length > 0) {
    throw new Refusal(`${destination} n’est pas vide : donnez un dossier neuf.`);
  }
  const packages = neededPackages(rooms, workspacePackages());
  try {
    mkdirSync(join(destination, 'paquets'), { recursive: true });
    for (const room of rooms) copyRoom(room, destination);
    copyCommon(destination, partenaire);
  } catch (error) {
    throw explain(error, destination);
  }
  const tarballs = await packAll(packages, join(destination, 'paquets'));
  const write = (path, text) => writeFileSync(join(destination, path), text);
  write('package.json', rootManifest(partenaire, packages));
  write('pnpm-workspace.yaml', workspaceFile(rooms, tarballs));
  return packages.length;
}

function copyRoom(room, destination) {
  cpSync(join(racine, room), join(destination, room), {
    recursive: true,
    filter: (path) => !NOT_COPIED.has(basename(path)),
  });
  // The other rooms stay in the monorepo: a link to them would lead nowhere.
  const readme = join(destination, room, 'README.md');
  const text = readFileSync(readme, 'utf8').replace(/\[([^\]]+)\]\((?:\.\.\/){2}[^)]*\)/g, '$1');
  writeFileSync(readme, text);
}

/** Settings that are the same here and there, then the files made for a repository of its own. */
function copyCommon(destination, partenaire) {
  const copies = {
    'tsconfig.base.json': 'tsconfig.base.json',
    'packages/tsconfig/node.json': 'packages/tsconfig/node.json',
    'packages/tsconfig/react.json': 'packages/tsconfig/react.json',
    'biome.json': 'biome.json',
    LICENSE: 'LICENSE',
    'infra/ci/gitlab-ci.yml': '.gitlab-ci.yml',
    'infra/ci/github-actions.yml': '.github/workflows/publication.yml',
  };
  for (const [from, to] of Object.entries(copies)) {
    writeText(join(destination, to), readFileSync(join(racine, from), 'utf8'), partenaire);
  }
  for (const name of readdirSync(MODELE)) {
    const to = name === 'gitignore' ? '.gitignore' : name;
    writeText(join(destination, to), readFileSync(join(MODELE, name), 'utf8'), partenaire);
  }
}

function writeText(path, text, partenaire) {
  mkdirSync(dirname(path), { recursive: true });
  const own = text
    .replaceAll('services/region', `services/${partenaire}`)
    .replaceAll('frontends/region', `frontends/${partenaire}`)
    .replaceAll('{{partenaire}}', partenaire)
    .replaceAll('{{PARTENAIRE}}', partenaire.toUpperCase().replaceAll('-', '_'));
  writeFileSync(path, own);
}
