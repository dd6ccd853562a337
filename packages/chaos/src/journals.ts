import { type Platform, readLog } from '@passerelle/testing';

const PINO_ERROR = 50;
const SHOWN = 10;

/** The first lines that tell an error in the gateway's and the registry's journals, as they are. */
export function errorsTold(platform: Platform): Record<string, string[]> {
  return Object.fromEntries(
    ['gateway', 'registre'].map((nom) => [
      nom,
      readLog(platform, nom).split('\n').filter(isError).slice(0, SHOWN),
    ]),
  );
}

function isError(line: string): boolean {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('level' in said)) return false;
    return typeof said.level === 'number' && said.level >= PINO_ERROR;
  } catch {
    return false;
  }
}
