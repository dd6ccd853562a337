import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromFileSystem } from './errors.js';

const LOG_ROTATES_AT_BYTES = 10 * 1024 * 1024;

/** Where the server's own words are, in the folder of logs. */
export function logPath(logs: string): string {
  return join(logs, 'postgres.log');
}

/** Open for writing at its end; the full one makes room first. */
export function openLog(logs: string): number {
  const path = logPath(logs);
  try {
    mkdirSync(logs, { recursive: true });
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_ROTATES_AT_BYTES) renameSync(path, `${path}.1`);
    return openSync(path, 'a', 0o600);
  } catch (error) {
    throw fromFileSystem(error, path);
  }
}

/** What was said since, the first 64 KiB of it. */
export function readFrom(logs: string, start: number): string {
  const log = openSync(logPath(logs), 'r');
  try {
    const length = Math.min(Math.max(fstatSync(log).size - start, 0), 64 * 1024);
    const buffer = Buffer.alloc(length);
    readSync(log, buffer, 0, length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(log);
  }
}
