import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bodyOf, type Field, postTo, startField } from '../src/candidates.js';
import { compareAnswers } from '../src/compare-answers.js';
import { runBench } from '../src/run-bench.js';
import { readScenarios, withVariable } from '../src/scenarios.js';

const scenarios = readScenarios();

describe('everyone in front of the same partners', () => {
  let field: Field;
  beforeAll(async () => {
    field = await startField(scenarios, { journal: 'warn' });
  }, 60_000);
  afterAll(() => field?.stop());

  it('gives the answers of the whole graph, of the announced size', async () => {
    const compared = await compareAnswers(field, scenarios);
    expect(compared.map(({ scenario }) => scenario)).toEqual(scenarios.map(({ nom }) => nom));
    const bytes = new Map(compared.map(({ scenario, answerBytes }) => [scenario, answerBytes]));
    expect(bytes.get('petite')).toBeLessThan(1_000);
    expect(bytes.get('melange')).toBeGreaterThan(70_000);
  });

  it('a candidate that answers something else is named', async () => {
    // The floor tells one answer for all: asked about another turn, it is not what is expected.
    const floor = field.candidates.find(({ nom }) => nom === 'plancher');
    if (floor === undefined) throw new Error('no floor');
    const asGateway = { ...floor, nom: 'pair' as const };
    await expect(compareAnswers({ ...field, candidates: [asGateway] }, scenarios)).rejects.toThrow(
      'pair répond autre chose',
    );
  });

  it('two turns of a scenario have no call in common, and the floor makes as many', async () => {
    for (const scenario of scenarios) {
      const counts: number[] = [];
      for (const candidate of field.candidates) {
        await field.countCalls();
        const url = candidate.origin + candidate.path(scenario);
        await Promise.all([1, 2].map((turn) => postTo(url, bodyOf(scenario, turn))));
        counts.push(await field.countCalls());
      }
      expect(counts, scenario.nom).toEqual(counts.map(() => counts[0]));
      expect(counts[0], scenario.nom).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('a very short bench', () => {
  it('measures every candidate and every step, and counts its calls', async () => {
    const said: string[] = [];
    const figures = await runBench(
      {
        json: null,
        repetitions: 2,
        dureeMs: 60,
        connexions: [2],
        scenarios: ['petite', 'territoires'],
        journal: 'info',
        profils: null,
      },
      { say: (text) => said.push(text), count: () => undefined },
    );
    expect(said.length).toBeGreaterThan(2);
    // Two scenarios, two loads, three candidates.
    expect(figures.gateways).toHaveLength(12);
    for (const figure of figures.gateways) {
      expect(figure.repetitions).toHaveLength(2);
      expect(figure.rps).toBeGreaterThan(0);
      expect(figure.p99Ms).toBeGreaterThanOrEqual(figure.p50Ms);
      const calls = figure.scenario === 'petite' ? 1 : 2;
      if (figure.charge === 'distinctes') expect(figure.callsPerRequest).toBeCloseTo(calls, 5);
      else expect(figure.callsPerRequest).toBeLessThanOrEqual(calls);
    }
    expect(Object.values(figures.peakRssMiB).every((mebibytes) => mebibytes > 0)).toBe(true);
    expect(figures.executor.map(({ scenario }) => scenario)).toEqual(['petite', 'territoires']);
  });

  it('refuses a scenario that does not exist', async () => {
    await expect(
      runBench(
        {
          json: null,
          repetitions: 1,
          dureeMs: 10,
          connexions: [1],
          scenarios: ['absent'],
          journal: 'info',
          profils: null,
        },
        { say: () => undefined, count: () => undefined },
      ),
    ).rejects.toThrow('« absent » n’existe pas');
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const main = new URL('../dist/main.js', import.meta.url);
  const start = (args: readonly string[]): ChildProcess =>
    // With a channel, as `npm run bench` starts it.
    fork(main, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const short = '--scenarios petite --duree 50 --repetitions 1 --connexions 2'.split(' ');

  it('writes a table, the figures in the file, and ends', async () => {
    const file = join(folder, 'mesures.json');
    const child = start([...short, '--json', file]);
    const ended = once(child, 'exit');
    const table = await text(child.stdout ?? Readable.from([]));
    expect(await ended).toEqual([0, null]);
    expect(table).toMatch(/^un engagement +distinctes +2 +passerelle +\d/m);
    const figures = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(figures.gateways[0])).toContain('cpuMsPerRequest');
  });

  it('refuses what it does not understand, in a sentence', async () => {
    const child = start(['--duree', 'longtemps']);
    const ended = once(child, 'exit');
    expect(await text(child.stderr ?? Readable.from([]))).toBe(
      '--duree : « longtemps » n’est pas un nombre entier de 1 à 600000.\n',
    );
    expect(await ended).toEqual([1, null]);
  });

  it('interrupted, leaves nobody behind', async () => {
    const child = start(['--duree', '60000', '--scenarios', 'petite']);
    let said = '';
    for await (const words of child.stderr ?? []) {
      said += String(words);
      if (said.includes('Mesure des passerelles')) break;
    }
    const below = childrenOf(child.pid);
    expect(below.length).toBeGreaterThanOrEqual(4);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await vi.waitFor(() => expect(below.filter(isAlive)).toEqual([]), 10_000);
  });
});

function childrenOf(pid: number | undefined): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((each) => Number(fieldsOf(each)?.[1]) === pid);
}

function isAlive(pid: number): boolean {
  const state = fieldsOf(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** State, parent and what follows; the command's name before them may itself hold spaces. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

describe('the portal’s page', () => {
  it('is asked as the portal asks it, but for the variable', () => {
    const [protocole] = scenarios;
    const page = new URL(
      '../../../frontends/shell/src/protocole/protocole.graphql',
      import.meta.url,
    );
    const own = readFileSync(page, 'utf8').replace(/\s+/g, ' ');
    const back = (protocole?.query ?? '')
      .replace(', $enjeu: Int', '')
      .replace('(enjeu: $enjeu)', '')
      .replace(/\s+/g, ' ');
    expect(back.trim()).toBe(own.trim());
  });

  it('must keep its list of engagements', () => {
    expect(() => withVariable('{ protocole { id } }')).toThrow(/no longer asks/);
  });
});
