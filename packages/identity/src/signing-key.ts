import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import { z } from 'zod';

const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1),
});

const privateJwkSchema = publicJwkSchema.extend({ d: z.string().min(1) });

/** A set of public keys as served or written in a file; entries of other kinds are ignored. */
export interface JwkSet {
  readonly keys: readonly unknown[];
}

/** A private key that signs, with the name by which its public half is found. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/**
 * Reads a private key.
 *
 * @param jwk - an Ed25519 private JWK with a `kid`
 * @throws Error when it is anything else; the message never quotes the key
 */
export async function loadSigningKey(jwk: unknown): Promise<SigningKey> {
  const parsed = privateJwkSchema.safeParse(jwk);
  if (!parsed.success) {
    const champs = parsed.error.issues.map((issue) => issue.path.join('.') || 'clé').join(', ');
    throw new Error(
      `La clé de signature n’est pas une clé privée Ed25519 avec un kid (${champs}).`,
    );
  }
  const privateKey = await importJWK(parsed.data, 'EdDSA');
  if (privateKey instanceof Uint8Array) throw new Error('La clé de signature est symétrique.');
  return { kid: parsed.data.kid, privateKey };
}

/** Public Ed25519 keys of a set, by `kid`; a private part left in the file by mistake is dropped. */
export async function importVerificationKeys(jwks: JwkSet): Promise<Map<string, CryptoKey>> {
  const keys = new Map<string, CryptoKey>();
  for (const candidate of jwks.keys) {
    const parsed = publicJwkSchema.safeParse(candidate);
    if (!parsed.success) continue;
    const key = await importJWK(parsed.data, 'EdDSA');
    if (!(key instanceof Uint8Array)) keys.set(parsed.data.kid, key);
  }
  return keys;
}

export type PrivateJwk = z.infer<typeof privateJwkSchema>;
export type PublicJwk = z.infer<typeof publicJwkSchema>;

/**
 * A new pair, ready to be written to two files. The `kid` is the key's thumbprint, so that two
 * keys never share one.
 *
 * @param prefixe - put before the thumbprint, for the person who reads a `kid`
 */
export async function generateSigningKey(prefixe = ''): Promise<{
  privee: PrivateJwk;
  publiques: { keys: PublicJwk[] };
}> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const privee = privateJwkSchema.parse({
    ...jwk,
    kid: `${prefixe}${await calculateJwkThumbprint(jwk)}`,
  });
  return { privee, publiques: { keys: [publicJwkSchema.parse(privee)] } };
}
