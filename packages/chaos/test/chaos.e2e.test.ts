import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-chaos-essai-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: unknown;
  readonly said: string;
  readonly errors: string;
  /** The JSON file, as it was written. */
  readonly json: () => unknown;
}

/** The command as `npm run chaos` starts it, with a channel. */
async function chaos(...args: string[]): Promise<Ran> {
  const file = join(folder, 'mesures.json');
  const main = new URL('../dist/main.js', import.meta.url);
  const child = fork(main, [...args, '--json', file], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout === null || child.stderr === null) throw new Error('no pipe');
  const ended = once(child, 'exit');
  const [said, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said, errors, json: () => JSON.parse(readFileSync(file, 'utf8')) };
}

const requests = z.object({ envoyees: z.number(), echouees: z.literal(0) });
const subscriptions = z.object({
  ouverts: z.literal(40),
  tombes: z.literal(0),
  emis: z.number().positive(),
  recus: z.number(),
  perdus: z.literal(0),
  doubles: z.literal(0),
  erreurs: z.literal(0),
});
// A little of the real thing: what is counted is exact, what is timed is not judged.
const REDUIT = [
  '--abonnements=40',
  '--debit=20',
  '--evenements=5',
  '--chauffe=0.5',
  '--duree=1',
  '--intervalle=0',
];

describe('rechargement, en réduction', () => {
  it('ne fait échouer aucune requête, ne perd ni ne double aucun événement', async () => {
    const { code, said, errors, json } = await chaos(
      'rechargement',
      '--publications=15',
      ...REDUIT,
    );

    expect(said, errors).toContain('Rien n’a échoué, rien n’a été perdu.');
    expect(code).toBe(0);
    const figures = z
      .object({
        chauffe: requests,
        etabli: requests,
        rechargement: requests,
        publications: z.object({ faites: z.literal(15), refusees: z.literal(0) }),
        abonnements: subscriptions,
      })
      .parse(json());
    expect(said).toContain('mise en température');
    expect(figures.chauffe.envoyees).toBeGreaterThan(0);
    expect(figures.etabli.envoyees).toBeGreaterThan(0);
    expect(figures.rechargement.envoyees).toBeGreaterThan(0);
    expect(figures.abonnements.recus).toBe(40 * figures.abonnements.emis);
  });
});

describe('registre-arrete, en réduction', () => {
  it('ne fait rien échouer ; une passerelle relancée sert depuis son disque', async () => {
    const { code, said, errors, json } = await chaos('registre-arrete', '--arret=2', ...REDUIT);

    expect(said, errors).toContain('Rien n’a échoué, rien n’a été perdu.');
    expect(code).toBe(0);
    const figures = z
      .object({ etabli: requests, sansRegistre: requests, disque: requests })
      .parse(json());
    expect(figures.disque.envoyees).toBeGreaterThan(0);
  });
});

describe('la commande', () => {
  it('refuse en une phrase un scénario qui n’existe pas', async () => {
    const { code, errors } = await chaos('tempete');

    expect(code).toBe(1);
    expect(errors).toBe('Le scénario « tempete » n’existe pas : rechargement, registre-arrete.\n');
  });
});
