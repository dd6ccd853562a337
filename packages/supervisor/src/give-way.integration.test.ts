import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { giveWay, NICENESS } from './give-way.js';

test('un processus qui cède le pas le cède aussi hors de sa propre session', () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.pid === undefined) throw new Error('No process was started.');

  giveWay(child.pid);

  expect(getPriority(child.pid)).toBe(NICENESS);
  const autogroup = `/proc/${child.pid}/autogroup`;
  // Systems that share time between processes alone have no such file: the priority is enough.
  const shared = existsSync(autogroup) ? readFileSync(autogroup, 'utf8') : `nice ${NICENESS}`;
  expect(shared).toContain(`nice ${NICENESS}`);
});

test('un processus déjà parti ne gêne pas celui qui le lance', () => {
  expect(() => giveWay(2 ** 22 + 1)).not.toThrow();
});
