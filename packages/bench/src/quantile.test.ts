import { describe, expect, it } from 'vitest';
import { median, quantile } from './quantile.js';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('quantile', () => {
  it('is a measured value, by nearest rank', () => {
    expect(quantile(upTo(100), 0.99)).toBe(99);
    expect(quantile(upTo(100), 0.5)).toBe(50);
    expect(quantile(upTo(101), 0.5)).toBe(51);
    expect(quantile([1, 2, 9], 0.99)).toBe(9);
  });

  it('goes from the least to the greatest', () => {
    expect(quantile([3, 4, 8], 0)).toBe(3);
    expect(quantile([3, 4, 8], 1)).toBe(8);
    expect(quantile([7], 0.5)).toBe(7);
  });

  it('refuses what has no answer', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('median', () => {
  it('is the middle, whatever the order and without changing it', () => {
    const values = [9, 1, 5];
    expect(median(values)).toBe(5);
    expect(values).toEqual([9, 1, 5]);
  });

  it('is between the two middles of an even number', () => {
    expect(median([10, 2, 4, 100])).toBe(7);
  });

  it('compares numbers, not their texts', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('refuses no values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
