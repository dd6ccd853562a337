import { z } from 'zod';

const ALGORITHMS = { RSA: 'RS256', OKP: 'EdDSA' } as const;

const signingJwkSchema = z.looseObject({
  kty: z.enum(['RSA', 'OKP']),
  d: z.string().min(1),
  kid: z.string().min(1).optional(),
});

/** The file that the supervisor writes: private signing keys, newest first, and cookie keys. */
export const keysFileSchema = z.object({
  keys: z.array(signingJwkSchema).min(1),
  cookies: z.array(z.string().min(32)).min(1),
});

export type SigningJwk = z.infer<typeof signingJwkSchema>;
export type SigningAlgorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS];

/** RS256 for RSA keys, EdDSA for Ed25519: the only two algorithms of this provider. */
export function algorithmOf(key: SigningJwk): SigningAlgorithm {
  return ALGORITHMS[key.kty];
}
