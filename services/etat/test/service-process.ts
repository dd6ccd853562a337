import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Lines of the log so far. */
  readonly log: readonly { readonly msg: string; readonly [field: string]: unknown }[];
  readonly stderr: () => string;
  /** Resolves with the line of this message. @throws when the process ends before */
  waitFor(message: string): Promise<{ readonly [field: string]: unknown }>;
  /** @returns the exit code, null after a signal */
  ended(): Promise<number | null>;
}

/** The built service as it really runs, with these variables and nothing of ours. */
export function startService(env: Record<string, string>): ServiceProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // `close`, not `exit`: what it said last has been read.
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });

  const log: { msg: string; [field: string]: unknown }[] = [];
  let stderr = '';
  let pending = '';
  let wake = (): void => undefined;
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (pending + chunk.toString()).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) log.push(JSON.parse(line));
    wake();
  });

  return {
    child,
    log,
    stderr: () => stderr,
    ended: () => exited,
    async waitFor(message) {
      for (;;) {
        const line = log.find(({ msg }) => msg === message);
        if (line) return line;
        const more = new Promise<true>((resolve) => {
          wake = () => resolve(true);
        });
        if ((await Promise.race([more, exited.then(() => false)])) === false) {
          throw new Error(`ended without « ${message} »: ${stderr}${JSON.stringify(log)}`);
        }
      }
    },
  };
}
