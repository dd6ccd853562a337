import { readFileSync } from 'node:fs';

/** Kernel ticks per second: the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Milliseconds of processor that each process has used so far; null where the system does not say. */
export type ProcessorTimes = Readonly<Record<string, number | null>>;

export function processorTimes(pids: Readonly<Record<string, number>>): ProcessorTimes {
  return Object.fromEntries(Object.entries(pids).map(([nom, pid]) => [nom, processorTime(pid)]));
}

/** Share of one processor that each took between two looks, in percent; null where unknown. */
export function shareOfProcessor(
  before: ProcessorTimes,
  after: ProcessorTimes,
  elapsedMs: number,
): ProcessorTimes {
  const share = (nom: string): number | null => {
    const from = before[nom] ?? null;
    const to = after[nom] ?? null;
    return from === null || to === null ? null : ((to - from) * 100) / elapsedMs;
  };
  return Object.fromEntries(Object.keys(after).map((nom) => [nom, share(nom)]));
}

function processorTime(pid: number): number | null {
  try {
    // The second field is the program's name, which may hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [user, system] = [fields[11], fields[12]].map(Number);
    const ticks = (user ?? Number.NaN) + (system ?? Number.NaN);
    return Number.isNaN(ticks) ? null : (ticks * 1_000) / TICKS_PER_SECOND;
  } catch {
    // Another system than Linux, or a process that has just ended: not known.
    return null;
  }
}
