import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly scenario: string;
  /** Where the figures go; null: only the table. */
  readonly json: string | null;
  readonly publications: number;
  readonly abonnements: number;
  /** Load that is held and not counted, before the first steady phase: a cold start is not steady. */
  readonly chauffeMs: number;
  /** Of the steady phases. */
  readonly dureeMs: number;
  /** How long the registry is away. */
  readonly arretMs: number;
  /** Percent of the peak. */
  readonly charge: number;
  /** Requests per second, instead of a share of a measured peak; null: measured. */
  readonly debit: number | null;
  /** Events told to every subscription, per second. */
  readonly evenements: number;
  /** Between the beginnings of two publications, at least. */
  readonly intervalleMs: number;
}

export class ArgumentInvalide extends Error {}

export const AIDE = `Usage : npm run chaos -- rechargement|registre-arrete [--json <fichier>]
  --publications=1000  --abonnements=1000  --arret=300 (s, sans registre)
  --chauffe=15 (s de charge, non comptées)  --duree=60 (s, régime établi)
  --charge=70 (% du pic)  --debit=<requêtes/s, sans mesurer le pic>
  --evenements=0.5 (par seconde, à chaque abonnement)  --intervalle=2000 (ms entre deux publications)`;

/** @throws ArgumentInvalide in words for the person at the keyboard */
export function readArguments(args: readonly string[]): ChaosOptions {
  const { values, positionals } = parse(args);
  const [scenario, ...autres] = positionals;
  if (scenario === undefined || autres.length > 0) throw new ArgumentInvalide(AIDE);
  return {
    scenario,
    json: values.json ?? null,
    publications: number('--publications', values.publications, 1, 100_000),
    abonnements: number('--abonnements', values.abonnements, 0, 10_000),
    chauffeMs: number('--chauffe', values.chauffe, 0, 3_600) * 1_000,
    dureeMs: number('--duree', values.duree, 0.1, 86_400) * 1_000,
    arretMs: number('--arret', values.arret, 0.1, 86_400) * 1_000,
    charge: number('--charge', values.charge, 1, 100),
    debit: values.debit === undefined ? null : number('--debit', values.debit, 0.1, 100_000),
    evenements: number('--evenements', values.evenements, 0.01, 1_000),
    intervalleMs: number('--intervalle', values.intervalle, 0, 600_000),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        publications: { type: 'string', default: '1000' },
        abonnements: { type: 'string', default: '1000' },
        chauffe: { type: 'string', default: '15' },
        duree: { type: 'string', default: '60' },
        arret: { type: 'string', default: '300' },
        charge: { type: 'string', default: '70' },
        debit: { type: 'string' },
        evenements: { type: 'string', default: '0.5' },
        intervalle: { type: 'string', default: '2000' },
      },
    });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ArgumentInvalide(`${words}\n${AIDE}`, { cause });
  }
}

function number(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value >= min && value <= max) return value;
  throw new ArgumentInvalide(`${name} : « ${text} » n’est pas un nombre de ${min} à ${max}.`);
}
