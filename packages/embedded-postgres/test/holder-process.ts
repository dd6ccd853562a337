import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface HolderProcess {
  child: ChildProcess;
  pid: number;
  url: string;
}

/** Starts another program that holds the database, and waits until it has it. */
export async function startHolder(dossier: string, base = 'etat'): Promise<HolderProcess> {
  const script = fileURLToPath(new URL('./holder.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dossier, base], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { pid, url }: { pid: number; url: string } = JSON.parse(String(line));
  return { child, pid, url };
}

export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
