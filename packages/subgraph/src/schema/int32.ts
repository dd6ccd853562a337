/** True for what the graph calls `Int`; a key taken from a representation has not been checked. */
export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}
