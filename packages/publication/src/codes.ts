import { z } from 'zod';

/** A partner's code, or `commun` for what belongs to nobody alone: the shell and the shared files. */
export const COMMUN = 'commun';

/** Where a publication is tried, then where everybody works. */
export const CANAUX = ['recette', 'production'] as const;
export type Canal = (typeof CANAUX)[number];
export const canalSchema = z.enum(CANAUX, { error: 'doit être recette ou production' });

/** Code of a partner or `commun`. */
export const editeurSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'doit être un code de partenaire');

/** What is published in revisions, each kind with its own numbers for each partner. */
export const GENRES_DE_REVISION = ['schema', 'module', 'carte'] as const;
export type GenreDeRevision = (typeof GENRES_DE_REVISION)[number];
export const genreDeRevisionSchema = z.enum(GENRES_DE_REVISION);

/** `sha256:` and 64 hexadecimal digits. */
export const empreinteSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'doit être une empreinte sha256:…');
