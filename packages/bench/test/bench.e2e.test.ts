import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('the portal’s page', () => {
  it('is asked as the portal asks it, but for the variable', () => {
    const [protocole] = scenarios;
    const page = new URL(
      '../../../frontends/shell/src/protocole/protocole.graphql',
      import.meta.url,
    );
    const own = readFileSync(page, 'utf8').replace(/\s+/g, ' ');
    const back = (protocole?.query ?? '')
      .replace('($enjeu: Int)', '')
      .replace('(enjeu: $enjeu)', '')
      .replace(/\s+/g, ' ');
    expect(back.trim()).toBe(own.trim());
  });

  it('must keep its list of engagements', () => {
    expect(() => withVariable('{ protocole { id } }')).toThrow(/no longer asks/);
  });
});
