import { readFile } from 'node:fs/promises';
import { CARTE_INITIALE } from '@passerelle/composition';
import { COMPTES_DEMONSTRATION, type Role } from '@passerelle/identity';
import { responsablesSchema } from '@passerelle/publication';
import { z } from 'zod';
import { type Proposition, propositionSchema } from './proposition.js';

/** On one machine, each partner's processes are there. */
const HOTES_LOCAUX = ['127.0.0.1', 'localhost'];

/** Who stands in for the administrator of a house of the demonstration. */
const SUPPLEANTS: readonly Role[] = [
  'chef-de-projet',
  'charge-de-mission',
  'directeur-territorial',
];

const fichierSchema = z.object({
  hotes: z.record(z.string(), z.array(z.string())).default({}),
  responsables: z.record(z.string(), responsablesSchema).default({}),
});

/**
 * The map at the opening: types as the three services draw them; hosts and holders from the file
 * `REGISTRE_CARTE`. Without one: those of the demonstration, or none in production, where only
 * administration tokens may then ask for more.
 *
 * @throws when the file can't be read or does not have its shape
 */
export async function premiereRevision({
  production,
  fichier,
}: {
  readonly production: boolean;
  readonly fichier: string | null;
}): Promise<Proposition> {
  const carte = CARTE_INITIALE;
  const partenaires = Object.keys(carte.partenaires);
  if (fichier !== null) {
    const lu = fichierSchema.parse(JSON.parse(await readFile(fichier, 'utf8')));
    return propositionSchema.parse({ carte, ...lu });
  }
  if (production) return propositionSchema.parse({ carte, hotes: {}, responsables: {} });
  return propositionSchema.parse({
    carte,
    hotes: Object.fromEntries(partenaires.map((each) => [each, HOTES_LOCAUX])),
    responsables: Object.fromEntries(
      partenaires.flatMap((partenaire) => {
        const comptes = COMPTES_DEMONSTRATION.filter((each) => each.partenaire === partenaire);
        const titulaire = comptes.find(({ role }) => role === 'administrateur')?.sujet;
        const suppleant = comptes.find(({ role }) => SUPPLEANTS.includes(role))?.sujet;
        return titulaire && suppleant ? [[partenaire, { titulaire, suppleant }]] : [];
      }),
    ),
  });
}
