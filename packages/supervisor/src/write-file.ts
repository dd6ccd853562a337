import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf, fromFileSystem } from './start-refusal.js';

/** Readable by the current user alone. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
export const PUBLIC_FILE = 0o644;

/** Writes beside, then renames: a reader sees the old file or the new one, never half of one. */
export function writeWhole(path: string, content: string, mode: number): void {
  const partial = `${path}.${process.pid}.partiel`;
  try {
    rmSync(partial, { force: true });
    writeFileSync(partial, content, { mode, flag: 'wx', flush: true });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw fromFileSystem(error, dirname(path));
  }
}

export function writeJson(path: string, content: unknown, mode: number): void {
  writeWhole(path, `${JSON.stringify(content, null, 2)}\n`, mode);
}

/** What the file says, or null when there is none. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw fromFileSystem(error, path);
  }
}

/** The parsed file, or null when there is none or it is not JSON. */
export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, { recursive: true });
    if (mode === PRIVATE_FOLDER) chmodSync(path, mode);
  } catch (error) {
    throw fromFileSystem(error, path);
  }
}
