/**
 * Nearest rank: a value that was really measured.
 *
 * @param sorted - in increasing order, not empty
 * @param q - between 0 and 1
 * @throws RangeError
 */
export function quantile(sorted: readonly number[], q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`no quantile ${q}`);
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no value to take a quantile of');
  return value;
}

/** Middle value; the mean of the two middle ones when there is an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no value to compare');
  return (lower + upper) / 2;
}
