import { z } from 'zod';

/**
 * A short text that people write and that the journal repeats in its own sentences: one line,
 * without what would hide or turn round what follows.
 */
export const uneLigne = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, {
    error: 'doit tenir sur une ligne, sans caractère invisible',
  });

/** The same, for what is typed in a box of several lines: kept on one. */
export function surUneLigne(
  regle: (texte: typeof uneLigne) => typeof uneLigne,
): z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, typeof uneLigne> {
  return z
    .string()
    .transform((texte) => texte.replaceAll(/\s+/g, ' '))
    .pipe(regle(uneLigne));
}
