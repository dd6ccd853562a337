import { type Canal, canalSchema } from '@passerelle/publication';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { findPublication, type PublicationLue } from './publication-store.js';

/** `/v1/publications/:canal/:numero`. */
export const placeDePublication = z.object({
  canal: canalSchema,
  numero: z.coerce.number().int().positive().max(2_147_483_647),
});

export const dansCanal = z.object({ canal: canalSchema });

/** @throws PUBLICATION_ABSENTE */
export async function requirePublication(
  sql: Sql,
  { canal, numero }: { canal: Canal; numero: number },
): Promise<PublicationLue> {
  const found = await findPublication(sql, canal, numero);
  if (!found) throw registreError('PUBLICATION_ABSENTE');
  return found;
}
