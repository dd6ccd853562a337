import { describe, expect, it } from 'vitest';
import { medians, rotated } from './measure-gateways.js';

describe('rotated', () => {
  it('lets each candidate go first in its turn', () => {
    const orders = [0, 1, 2, 3].map((repeat) => rotated(['a', 'b', 'c'], repeat).join(''));
    expect(orders).toEqual(['abc', 'bca', 'cab', 'abc']);
  });

  it('has nothing to turn when there is nobody', () => {
    expect(rotated([], 2)).toEqual([]);
  });
});

describe('medians', () => {
  it('takes each figure apart, and keeps what was measured', () => {
    const measure = (rps: number, cpuMsPerRequest: number) => ({
      rps,
      p50Ms: 10 / rps,
      p99Ms: 100 / rps,
      cpuMsPerRequest,
      callsPerRequest: 2,
    });
    const repetitions = [measure(100, 3), measure(50, 1), measure(200, 2)];
    expect(medians(repetitions)).toEqual({
      rps: 100,
      p50Ms: 0.1,
      p99Ms: 1,
      cpuMsPerRequest: 2,
      callsPerRequest: 2,
      repetitions,
    });
  });
});
