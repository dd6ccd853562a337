import { readFileSync } from 'node:fs';

const WATCH_MS = 500;
/** Known once and early: after npm's death there is nothing left to recognise. */
const above = commandsAbove();

/**
 * Calls `onGone` once when npm, or the shell that it put between itself and us, dies: on a TERM npm
 * leaves without passing it on, and nobody would be left to stop what we have started.
 *
 * @returns a function that stops watching
 */
export function watchCommandsAbove(onGone) {
  if (above.length === 0) return () => {};
  const watch = setInterval(() => {
    if (above.every(isAlive)) return;
    clearInterval(watch);
    onGone();
  }, WATCH_MS);
  watch.unref();
  return () => clearInterval(watch);
}

/** From our parent up to npm; nothing when npm did not start us. */
function commandsAbove() {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const above = [];
  for (let pid = process.ppid; pid > 1; ) {
    const stat = readStat(pid);
    if (stat === null) return [];
    above.push({ pid, startedAt: stat.startedAt });
    if (/\bnpm\b/.test(commandLine(pid))) return above;
    pid = stat.parent;
  }
  return [];
}

function isAlive({ pid, startedAt }) {
  const stat = readStat(pid);
  return stat !== null && stat.startedAt === startedAt && !/[ZX]/.test(stat.state);
}

function readStat(pid) {
  try {
    // The command's name, between parentheses, may itself hold spaces.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], parent: Number(fields[1]), startedAt: fields[19] };
  } catch {
    return null;
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
