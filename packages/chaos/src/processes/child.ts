import { type ChildProcess, fork } from 'node:child_process';

/** A process of a scenario: told what to be, says that it is ready, answers what it is asked. */
export interface Child {
  /** What it said when it was ready. */
  readonly ready: unknown;
  /** One question at a time. */
  ask(question: object): Promise<unknown>;
  /** Ends it; resolves when nothing of it is left. */
  stop(): Promise<void>;
}

type Role = 'partners' | 'load' | 'subscribers';

const STOP_DEADLINE_MS = 10_000;

/** @throws Error with the child's own words when it ends before it is ready */
export async function startChild(role: Role, settings: object): Promise<Child> {
  const child = fork(scriptOf(role), [], {
    // Of a host's settings, only what programs need to run at all.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString('utf8')}`.slice(-4_000);
  });
  const tell = (message: object): Promise<unknown> => {
    const next = nextMessage(child, () => `${role} : ${words}`);
    child.send(message);
    return next;
  };
  try {
    return { ready: await tell(settings), ask: tell, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** Scripts are those of the build, whoever asks: a test runs on sources. */
function scriptOf(role: Role): URL {
  return new URL(`../../dist/processes/${role}.js`, import.meta.url);
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
