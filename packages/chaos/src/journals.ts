import { type Platform, readLog } from '@passerelle/testing';

const PINO_WARNING = 40;
const SHOWN = 10;

/** The last warnings and errors told in the gateway's and the registry's journals, as they are. */
export function errorsTold(platform: Platform): Record<string, string[]> {
  const told = (nom: string): string[] =>
    readLog(platform, nom).split('\n').filter(isWarning).slice(-SHOWN);
  // What fell and was started again.
  const superviseur = platform
    .said()
    .split('\n')
    .filter((line) => line.includes('ne tourne plus'));
  return { gateway: told('gateway'), registre: told('registre'), superviseur };
}

function isWarning(line: string): boolean {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('level' in said)) return false;
    return typeof said.level === 'number' && said.level >= PINO_WARNING;
  } catch {
    // The stack of a process that fell.
    return line.trim() !== '';
  }
}
