import type { z } from 'zod';
import { registreError } from '../errors/registre-error.js';

const PROBLEMS_TOLD = 10;

/**
 * A body, parameters or a query string, in the shape that the contract gives.
 *
 * @throws DEMANDE_INVALIDE naming each place that is wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const lu = schema.safeParse(value ?? {});
  if (lu.success) return lu.data;
  const problemes = lu.error.issues
    .slice(0, PROBLEMS_TOLD)
    .map(({ path, message }) => `${path.join('.') || 'corps'} : ${message}`);
  throw registreError('DEMANDE_INVALIDE', {
    message: `La demande n’a pas la forme attendue (${problemes.join(' ; ')}).`,
  });
}
