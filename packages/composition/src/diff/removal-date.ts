const ANNOUNCED = /(?:^|[\s;,.(])retrait le (\d{4})-(\d{2})-(\d{2})\)?\.?\s*$/i;

/**
 * Last day on which something deprecated is sure to be there: the reason ends with
 * « retrait le AAAA-MM-JJ », optionally followed by a full stop. From the next day it may go.
 *
 * @returns a civil date `AAAA-MM-JJ`; null without one, or when it is not a day of the calendar
 */
export function removalDateOf(reason: string | null | undefined): string | null {
  const found = ANNOUNCED.exec(reason ?? '');
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
