/**
 * Whole shares of a whole number, in proportion to weights, whose sum is exactly that number:
 * rounded down first, then one more to the largest remainders.
 *
 * @throws {RangeError} when no weight is positive
 */
export function repartir(total: number, poids: readonly number[]): readonly number[] {
  const somme = poids.reduce((a, b) => a + b, 0);
  if (!(somme > 0)) throw new RangeError('no positive weight');
  const exactes = poids.map((p) => (total * p) / somme);
  const parts = exactes.map(Math.floor);
  const reste = total - parts.reduce((a, b) => a + b, 0);
  const parReste = exactes
    .map((exacte, index) => ({ index, fraction: exacte - Math.floor(exacte) }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of parReste.slice(0, reste)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
