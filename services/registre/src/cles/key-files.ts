import { readFile } from 'node:fs/promises';
import { loadSigningKey, type SigningKey } from '@passerelle/identity';
import { type Trousseau, trousseauSchema } from '@passerelle/publication';
import { z } from 'zod';

const privateFileSchema = z.union([
  z.object({ keys: z.array(z.unknown()).min(1) }),
  z.looseObject({ kty: z.string() }).transform((jwk) => ({ keys: [jwk] })),
]);

/**
 * The private keys of the file: one JWK, or a JWKS while a rotation is under way.
 *
 * @throws Error whose message never quotes a key
 */
export async function readPrivateKeys(path: string): Promise<SigningKey[]> {
  const lu = privateFileSchema.safeParse(await readJson(path));
  if (!lu.success) throw new Error(`${path} n’est pas une clé privée (JWK ou JWKS).`);
  return Promise.all(lu.data.keys.map(loadSigningKey));
}

/** @throws Error when the file is not a JWKS of Ed25519 keys */
export async function readPublicKeys(path: string): Promise<Trousseau> {
  const lu = trousseauSchema.safeParse(await readJson(path));
  if (!lu.success) throw new Error(`${path} n’est pas un trousseau de clés Ed25519 (JWKS).`);
  return lu.data;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} ne peut pas être lu.`, { cause });
  }
}
