import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { memoire } from './paths.mjs';
import { explain } from './refusal.mjs';

const path = join(memoire, 'preparation.verrou');

/** Two commands never install or build the same checkout together: the second one waits. */
export async function oneAtATime(act, { onWait, refuse }) {
  let waits = false;
  while (!tryTake()) {
    if (!waits) onWait();
    waits = true;
    await delay(200);
    refuse();
  }
  try {
    return await act();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryTake() {
  try {
    mkdirSync(memoire, { recursive: true });
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw explain(error, memoire);
  }
  // Left by a killed command: its number is nobody's, or another program's.
  if (!isPreparing(holder())) rmSync(path, { force: true });
  return false;
}

function holder() {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isPreparing(pid) {
  if (!/^\d+$/.test(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('infra/local/');
  } catch {
    return false;
  }
}
