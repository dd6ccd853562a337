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
  /** Level of our gateway's journal: at `info`, as it ships, one line per request. */
  readonly journal: string;
  /** Folder for CPU profiles of the measured processes; null: none. */
  readonly profils: string | null;
}

export class ArgumentInvalide extends Error {}

export const AIDE = `Usage : npm run bench -- [--json <fichier>] [--repetitions <n>] [--duree <ms>]
  [--connexions <n,n>] [--scenarios <nom,nom>] [--journal info|warn]
  [--profils <dossier>]
        npm run bench -- pages [--json <fichier>] [--taille petite|demonstration|region]
  [--requetes <n>] [--seules <requête,requête>]`;

/** @throws ArgumentInvalide in words for the person at the keyboard */
export function readArguments(args: readonly string[]): BenchOptions {
  const values = parse(args);
  return {
    json: values.json ?? null,
    repetitions: positive('--repetitions', values.repetitions),
    dureeMs: positive('--duree', values.duree),
    connexions: values.connexions.split(',').map((text) => positive('--connexions', text)),
    scenarios: values.scenarios === undefined ? [] : values.scenarios.split(','),
    journal: oneOf('--journal', values.journal, ['info', 'warn']),
    profils: values.profils ?? null,
  };
}

export interface PagesArguments {
  /** Where the figures go; null: only the table. */
  readonly json: string | null;
  readonly taille: Taille;
  /** Measured requests of each query. */
  readonly requetes: number;
  /** Names of queries; empty: all. */
  readonly seules: readonly string[];
}

const TAILLES = ['petite', 'demonstration', 'region'] as const;
type Taille = (typeof TAILLES)[number];

/** @throws ArgumentInvalide in words for the person at the keyboard */
export function readPagesArguments(args: readonly string[]): PagesArguments {
  const values = parsePages(args);
  const taille = TAILLES.find((each) => each === values.taille);
  if (taille === undefined) {
    throw new ArgumentInvalide(
      `--taille : « ${values.taille} » n’est pas ${TAILLES.join(' ou ')}.`,
    );
  }
  return {
    json: values.json ?? null,
    taille,
    requetes: positive('--requetes', values.requetes),
    seules: values.seules === undefined ? [] : values.seules.split(','),
  };
}

function parsePages(args: readonly string[]) {
  return spoken(
    () =>
      parseArgs({
        args: [...args],
        options: {
          json: { type: 'string' },
          taille: { type: 'string', default: 'region' },
          requetes: { type: 'string', default: '200' },
          seules: { type: 'string' },
        },
      }).values,
  );
}

function parse(args: readonly string[]) {
  return spoken(
    () =>
      parseArgs({
        args: [...args],
        options: {
          json: { type: 'string' },
          repetitions: { type: 'string', default: '3' },
          duree: { type: 'string', default: '2000' },
          connexions: { type: 'string', default: '10,50' },
          scenarios: { type: 'string' },
          journal: { type: 'string', default: 'info' },
          profils: { type: 'string' },
        },
      }).values,
  );
}

/** What the reader of options refuses, with the way to write them. */
function spoken<Values>(read: () => Values): Values {
  try {
    return read();
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ArgumentInvalide(`${words}\n${AIDE}`, { cause });
  }
}

function oneOf(name: string, text: string, known: readonly string[]): string {
  if (known.includes(text)) return text;
  throw new ArgumentInvalide(`${name} : « ${text} » n’est pas ${known.join(' ou ')}.`);
}

const MAX = 600_000;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MAX) return value;
  throw new ArgumentInvalide(`${name} : « ${text} » n’est pas un nombre entier de 1 à ${MAX}.`);
}
