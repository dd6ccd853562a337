import { z } from 'zod';

const clePubliqueSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1),
});

/** Public Ed25519 keys, as a JWKS. Never a private part: unknown members are dropped. */
export const trousseauSchema = z.object({ keys: z.array(clePubliqueSchema).min(1).max(10) });
export type Trousseau = z.infer<typeof trousseauSchema>;
