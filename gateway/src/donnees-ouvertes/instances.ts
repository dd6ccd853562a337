import { z } from 'zod';
import { connexion, pagesDe, type TablePublique, tablePublique } from './jeu-de-donnees.js';

const reponse = z.object({
  instances: connexion(
    z.object({
      id: z.string(),
      type: z.string(),
      nom: z.string(),
      creeeLe: z.string(),
      source: z.string(),
      territoire: z.object({ code: z.string(), maille: z.string(), nom: z.string() }),
    }),
  ),
});

type Ligne = z.infer<typeof reponse>['instances']['nodes'][number];

const texte = (
  nom: string,
  titre: string,
  description: string,
  valeur: (ligne: Ligne) => string,
) => ({ nom, type: 'string' as const, titre, description, obligatoire: true, valeur });

const DOCUMENT = `query DonneesOuvertesInstances($after: String) {
  instances(first: 100, after: $after) {
    nodes { id type nom creeeLe source territoire { code maille nom } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const INSTANCES: TablePublique = tablePublique<Ligne>({
  id: 'instances',
  titre: 'Instances du service public de l’emploi',
  description: 'L’instance régionale et les instances locales, avec leur territoire.',
  pages: (demander) =>
    pagesDe(demander, { document: DOCUMENT, reponse, page: ({ instances }) => instances }),
  colonnes: [
    texte('id', 'Identifiant', 'Identifiant stable.', ({ id }) => id),
    texte('type', 'Type', 'Niveau de l’instance.', ({ type }) => type),
    texte('nom', 'Nom', 'Nom de l’instance.', ({ nom }) => nom),
    texte('territoire_maille', 'Maille', 'Maille du territoire.', (l) => l.territoire.maille),
    texte('territoire_code', 'Code', 'Code INSEE du territoire.', (l) => l.territoire.code),
    texte('territoire_nom', 'Territoire', 'Nom du territoire.', (l) => l.territoire.nom),
    {
      nom: 'creee_le',
      type: 'date',
      titre: 'Créée le',
      description: 'Jour de création.',
      obligatoire: true,
      valeur: ({ creeeLe }) => creeeLe,
    },
    texte('source', 'Source', 'D’où viennent ces informations.', ({ source }) => source),
  ],
  cle: ['id'],
});
