import { expect, it } from 'vitest';
import type { Candidat, Figures, GatewayFigure } from './figures.js';
import { writeTable } from './table.js';

const figure = (candidat: Candidat, cpuMsPerRequest: number): GatewayFigure => ({
  candidat,
  scenario: 'petite',
  charge: 'distinctes',
  connexions: 10,
  rps: 1234.5,
  p50Ms: 1.25,
  p99Ms: 12.5,
  cpuMsPerRequest,
  callsPerRequest: 1,
  repetitions: [],
});

const figures: Figures = {
  date: '2026-11-22T00:00:00.000Z',
  node: '24.0.0',
  cores: 2,
  repetitions: 3,
  dureeMs: 2000,
  journal: 'info',
  scenarios: [{ scenario: 'petite', titre: 'un engagement', answerBytes: 239 }],
  gateways: [figure('passerelle', 0.3), figure('pair', 0.6), figure('plancher', 0.1)],
  peakRssMiB: { passerelle: 120, pair: 140, plancher: 80 },
  executor: [
    {
      scenario: 'petite',
      planMicros: 100,
      compileMicros: 50,
      parseMicros: 2,
      executeMicros: 10,
      projectMicros: 3,
      peerExecuteMicros: 20,
    },
  ],
};

it('one line per candidate, with what it costs over the floor', () => {
  const lines = writeTable(figures).split('\n');
  const line = (candidat: string) =>
    lines.find((each) => each.includes(` ${candidat} `))?.split(/ {2,}/);
  expect(line('passerelle')).toEqual([
    'un engagement',
    'distinctes',
    '10',
    'passerelle',
    '1235',
    '1.3',
    '12.5',
    '0.300',
    '3.0',
    '1.0',
  ]);
  expect(line('pair')?.at(-2)).toBe('6.0');
  expect(line('plancher')).not.toContain('1.0x');
});

it('columns stay aligned', () => {
  const [head, ...rows] = writeTable(figures).split('\n\n')[0]?.split('\n') ?? [];
  const end = (head ?? '').indexOf('CPU ms/req') + 'CPU ms/req'.length;
  expect(rows.map((row) => row.slice(0, end).match(/\S+$/)?.[0])).toEqual([
    '0.300',
    '0.600',
    '0.100',
  ]);
});

it('says the memory and the executor alone', () => {
  const text = writeTable(figures);
  expect(text).toContain('passerelle 120, pair 140, plancher 80');
  expect(text).toMatch(/un engagement +100 +50 +2 +10 +3 +20/);
});
