import { readFile } from 'node:fs/promises';
import type { JwkSet } from '@passerelle/identity';
import { z } from 'zod';

const jwksSchema = z.object({ keys: z.array(z.unknown()) });

/** @returns a reader of the public keys, called again when a token names an unknown one */
export function jwksFile(path: string): () => Promise<JwkSet> {
  return async () => jwksSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}
