import { cpSync, lchownSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './errors.js';

/** Moves a folder with its owners, also from one file system to another. */
export function moveTree(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    const partial = `${to}.partiel`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(from, partial, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    copyOwners(from, partial);
    renameSync(partial, to);
    rmSync(from, { recursive: true, force: true });
  }
}

function copyOwners(from: string, to: string): void {
  const stat = lstatSync(from);
  lchownSync(to, stat.uid, stat.gid);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(from)) copyOwners(join(from, name), join(to, name));
}
