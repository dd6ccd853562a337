import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const partenaire = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'doit être un code de partenaire');
const adresse = z.url({ protocol: /^https?$/, error: 'doit être une adresse http(s)' });

const publicationSchema = z.object({
  numero: z.number().int().nonnegative(),
  sousGraphes: z
    .array(
      z.object({
        partenaire,
        url: adresse,
        fluxUrl: adresse.optional(),
        santeUrl: adresse.optional(),
        schema: z.string().min(1),
      }),
    )
    .min(1),
  portail: z
    .object({
      partages: z.string(),
      coquille: z.string(),
      modules: z.array(z.object({ partenaire, dossier: z.string() })),
    })
    .optional(),
});

/** One consistent set: the partners' schemas and addresses, the portal's folders. */
export type Publication = z.infer<typeof publicationSchema>;

export class PublicationIllisible extends Error {
  override readonly name = 'PublicationIllisible';
}

/** @throws PublicationIllisible, with every problem in French */
export function parsePublication(texte: string): Publication {
  let json: unknown;
  try {
    json = JSON.parse(texte);
  } catch (cause) {
    throw new PublicationIllisible('La publication n’est pas du JSON valide.', { cause });
  }
  const lu = publicationSchema.safeParse(json);
  if (lu.success) return lu.data;
  const problemes = lu.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join(' ; ');
  throw new PublicationIllisible(`La publication est incomplète ou mal formée : ${problemes}`);
}

export async function readPublication(fichier: string): Promise<Publication> {
  return parsePublication(await readFile(fichier, 'utf8'));
}
