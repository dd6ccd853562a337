import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Where the figures go; null: only the table. */
  readonly json: string | null;
  readonly repetitions: number;
  /** Of each measure. */
  readonly dureeMs: number;
  readonly connexions: readonly number[];
  /** Names of scenarios; empty: all. */
  readonly scenarios: readonly string[];
  /** Folder for CPU profiles of the measured processes; null: none. */
  readonly profils: string | null;
}

export class ArgumentInvalide extends Error {}

export const AIDE = `Usage : npm run bench -- [--json <fichier>] [--repetitions <n>] [--duree <ms>]
  [--connexions <n,n>] [--scenarios <nom,nom>] [--profils <dossier>]`;

/** @throws ArgumentInvalide in words for the person at the keyboard */
export function readArguments(args: readonly string[]): BenchOptions {
  const values = parse(args);
  return {
    json: values.json ?? null,
    repetitions: positive('--repetitions', values.repetitions),
    dureeMs: positive('--duree', values.duree),
    connexions: values.connexions.split(',').map((text) => positive('--connexions', text)),
    scenarios: values.scenarios === undefined ? [] : values.scenarios.split(','),
    profils: values.profils ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        repetitions: { type: 'string', default: '3' },
        duree: { type: 'string', default: '2000' },
        connexions: { type: 'string', default: '10,50' },
        scenarios: { type: 'string' },
        profils: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ArgumentInvalide(`${words}\n${AIDE}`, { cause });
  }
}

const MAX = 600_000;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MAX) return value;
  throw new ArgumentInvalide(`${name} : « ${text} » n’est pas un nombre entier de 1 à ${MAX}.`);
}
