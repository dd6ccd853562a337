import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { racine, toolEnvironment } from '../preparation/paths.mjs';
import { Refusal } from '../preparation/refusal.mjs';

const run = promisify(execFile);

/**
 * Packs each package as it would be published: versions of the workspace and of its catalog written
 * out.
 *
 * @returns name -> file name of its tarball
 */
export async function packAll(packages, folder) {
  const tarballs = new Map();
  for (const { name, folder: room } of packages) {
    if (!existsSync(join(racine, room, 'dist'))) {
      throw new Refusal(`${room} n’est pas construit : lancez d’abord « npm run build ».`);
    }
    const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], {
      cwd: join(racine, room),
      env: toolEnvironment(),
      maxBuffer: 16 * 1024 * 1024,
    });
    tarballs.set(name, nameByContent(JSON.parse(stdout).filename));
  }
  return tarballs;
}

/** Two contents never have one name: a lockfile would take the second for a damaged first. */
function nameByContent(path) {
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10);
  const name = basename(path).replace(/\.tgz$/, `-${digest}.tgz`);
  renameSync(path, join(dirname(path), name));
  return name;
}
