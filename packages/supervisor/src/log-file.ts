import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { fromFileSystem } from './start-refusal.js';
import { PRIVATE_FILE } from './write-file.js';

const ROTATES_AT_BYTES = 20 * 1024 * 1024;

/** Opens a log for appending; one older file is kept beside. */
export function openLog(path: string): number {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > ROTATES_AT_BYTES) renameSync(path, `${path}.1`);
    return openSync(path, 'a', PRIVATE_FILE);
  } catch (error) {
    throw fromFileSystem(error, path);
  }
}

/** The last lines written since `start`, for the person who must know why a process gave up. */
export function lastLines(path: string, start: number, count: number): string[] {
  const log = openSync(path, 'r');
  try {
    const { size } = fstatSync(log);
    const from = Math.max(start, size - 64 * 1024);
    const buffer = Buffer.alloc(Math.max(size - from, 0));
    readSync(log, buffer, 0, buffer.length, from);
    const lines = buffer.toString('utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').slice(-count);
  } finally {
    closeSync(log);
  }
}
