import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** A third of another process's share: enough to come after it, too much to wait for ever. */
export const NICENESS = 5;

/**
 * Leaves the processors to the others when they are short.
 *
 * Twice, because a Linux desktop or server with autogroups shares time between sessions first, and
 * each process here is a session of its own: a priority alone would only count inside it.
 */
export function giveWay(pid: number): void {
  quietly(() => setPriority(pid, NICENESS));
  quietly(() => writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS)));
}

/** It has ended already, which is told elsewhere; or the system has no such thing. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Said above: nothing depends on it but speed.
  }
}
