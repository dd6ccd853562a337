import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `psr_<id>_<secret>`: found by its id, proved by its secret of 256 bits. */
const FORM = /^psr_([a-z0-9]{8,32})_([A-Za-z0-9_-]{43})$/;

export interface SecretNeuf {
  readonly id: string;
  /** The whole token: shown once. */
  readonly jeton: string;
  readonly empreinte: Buffer;
}

export function newSecret(): SecretNeuf {
  const id = randomBytes(8).toString('hex');
  const jeton = `psr_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, jeton, empreinte: hashOf(jeton) };
}

/** @returns null when it is not one of ours */
export function idOf(jeton: string): string | null {
  return FORM.exec(jeton)?.[1] ?? null;
}

/** A secret of 256 random bits needs no slow hash: nobody guesses it, hashed or not. */
export function hashOf(jeton: string): Buffer {
  return createHash('sha256').update(jeton).digest();
}

export function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
