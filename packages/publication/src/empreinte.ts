import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';

/** `sha256:` and the digest in hexadecimal, of a text in UTF-8 or of bytes. */
export function empreinteOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/**
 * Fingerprint of a schema, the same whatever its layout and comments; descriptions and order count.
 *
 * @throws GraphQLError when it is not SDL
 */
export function empreinteDuSchema(sdl: string): string {
  return empreinteOf(print(parse(sdl)));
}

/** Integrity of a file as browsers check it: `sha384-` and the digest in base64. */
export function integriteOf(content: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
