import { type ChildProcess, fork } from 'node:child_process';

/** A process apart: it is told what to be, says that it is ready, answers what it is asked. */
export interface Child {
  /** What it said when it was ready. */
  readonly ready: unknown;
  readonly pid: number;
  /** One question at a time. */
  ask(question: object): Promise<unknown>;
  /** Ends it; resolves when nothing of it is left. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** Its name in errors and profiles. */
  readonly name: string;
  /** The first thing it is told. */
  readonly settings: object;
  /** Where to leave a CPU profile; undefined: none. */
  readonly profileFolder?: string | undefined;
}

const STOP_DEADLINE_MS = 10_000;

/**
 * Starts a program that plays a role (`play-role.ts`), and waits until it says that it is ready.
 *
 * @throws Error with the child's own words when it ends before it is ready
 */
export async function startChild(program: URL, o: ChildOptions): Promise<Child> {
  const child = fork(program, [], {
    // Of a host's settings, only what programs need to run at all.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production' },
    execArgv:
      o.profileFolder === undefined
        ? []
        : [
            '--cpu-prof',
            `--cpu-prof-dir=${o.profileFolder}`,
            `--cpu-prof-name=${o.name}.cpuprofile`,
          ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString('utf8')}`.slice(-4_000);
  });
  const tell = (message: object): Promise<unknown> => {
    const answer = nextMessage(child, () => `${o.name} : ${words}`);
    child.send(message);
    return answer;
  };
  try {
    const ready = await tell(o.settings);
    return { ready, pid: child.pid ?? 0, ask: tell, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function nextMessage(child: ChildProcess, words: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      child.off('exit', onExit);
      resolve(message);
    };
    const onExit = (code: number | null): void => {
      child.off('message', onMessage);
      reject(new Error(`${words()} (code ${code})`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(timer);
}
