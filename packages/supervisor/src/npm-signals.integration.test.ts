import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { infraLocal } from '../test/infra-local.js';
import {
  BASES_AILLEURS,
  isAlive,
  type Lieu,
  processes,
  type Started,
  unLieu,
  untilShown,
  watch,
} from '../test/started-platform.js';
import type { ProcessSnapshot } from './index.js';

const RELAYED_PLATFORM = fileURLToPath(new URL('../test/relayed-platform.ts', import.meta.url));
const TOOL_AT_WORK = fileURLToPath(new URL('../test/tool-at-work.ts', import.meta.url));
const FAKE_PLATFORM = fileURLToPath(new URL('../test/fake-platform.ts', import.meta.url));

/** A real `npm start` of this command. */
function npmRun(lieu: Lieu, command: string[]): Started {
  const folder = dirname(lieu.dossier);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      scripts: { start: command.map((part) => `'${part}'`).join(' ') },
    }),
  );
  const npm: ChildProcess = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...lieu.env, ...BASES_AILLEURS, npm_config_update_notifier: 'false' },
    // Its own group, as a command typed in a terminal.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(npm);
}

/** The last part of our `npm start`, with fake services. */
async function npmStart(lieu: Lieu): Promise<Started> {
  const relay = infraLocal('preparation/relay.mjs');
  const started = npmRun(lieu, [process.execPath, RELAYED_PLATFORM, relay, FAKE_PLATFORM]);
  await untilShown(started, 'Passerelle est prête');
  return started;
}

/** The first part: a tool at work. Gives the tool's process. */
async function npmPrepare(lieu: Lieu): Promise<{ npm: Started; tool: number }> {
  const tool = infraLocal('preparation/tool.mjs');
  const npm = npmRun(lieu, [process.execPath, TOOL_AT_WORK, tool]);
  // To the end of its line: a number may come in two pieces.
  await expect.poll(() => npm.output(), { timeout: 60_000 }).toMatch(/outil \d+\n/);
  return { npm, tool: Number(/outil (\d+)/.exec(npm.output())?.[1]) };
}

async function expectNothingLeft(before: ProcessSnapshot[]): Promise<void> {
  expect(before).toHaveLength(6);
  await expect
    .poll(() => before.filter(({ pid }) => pid !== null && isAlive(pid)), { timeout: 30_000 })
    .toEqual([]);
}

test('TERM reçu par npm arrête tout', async () => {
  const lieu = await unLieu();
  const npm = await npmStart(lieu);
  const running = processes(lieu);

  npm.child.kill('SIGTERM');

  await expectNothingLeft(running);
});

test('Ctrl-C, que le terminal donne à npm et à ce qu’il a lancé, arrête tout', async () => {
  const lieu = await unLieu();
  const npm = await npmStart(lieu);
  const running = processes(lieu);

  process.kill(-(npm.child.pid ?? 0), 'SIGINT');

  await expectNothingLeft(running);
  await npm.ended;
  expect(npm.output()).toContain('Arrêt… terminé en');
});

test('kill -9 de npm arrête tout aussi', async () => {
  const lieu = await unLieu();
  const npm = await npmStart(lieu);
  const running = processes(lieu);

  npm.child.kill('SIGKILL');

  await expectNothingLeft(running);
});

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`${signal} reçu par npm pendant la préparation arrête l’outil en cours`, async () => {
    const lieu = await unLieu();
    const { npm, tool } = await npmPrepare(lieu);
    expect(isAlive(tool)).toBe(true);

    npm.child.kill(signal);

    await expect.poll(() => isAlive(tool), { timeout: 30_000 }).toBe(false);
  });
}
