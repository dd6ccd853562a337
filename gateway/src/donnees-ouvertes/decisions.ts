import { z } from 'zod';
import {
  type Colonne,
  connexion,
  pagesDe,
  type TablePublique,
  tablePublique,
} from './jeu-de-donnees.js';

const reponse = z.object({
  decisions: connexion(
    z.object({
      id: z.string(),
      numero: z.number(),
      texte: z.string(),
      responsable: z.string(),
      echeance: z.string().nullable(),
      statut: z.string(),
      avancement: z.string().nullable(),
      adopteeLe: z.string().nullable(),
      demonstration: z.boolean(),
      engagement: z.object({ code: z.string() }).nullable(),
      seance: z.object({
        id: z.string(),
        jour: z.string(),
        instance: z.object({ id: z.string(), nom: z.string() }),
      }),
    }),
  ),
});

type Ligne = z.infer<typeof reponse>['decisions']['nodes'][number];

/**
 * What the État's row-level security shows to the public: decisions that were adopted in a session
 * declared public, and no other. Neither who carries a decision out nor who validated it is asked:
 * a free field could name somebody.
 */
const DOCUMENT = `query DonneesOuvertesDecisions($after: String) {
  decisions(statut: ADOPTEE, first: 100, after: $after) {
    nodes {
      id numero texte responsable echeance statut avancement adopteeLe demonstration
      engagement { code }
      seance { id jour instance { id nom } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const colonne = (
  nom: string,
  type: Colonne<Ligne>['type'],
  titre: string,
  description: string,
  valeur: Colonne<Ligne>['valeur'],
  obligatoire = true,
): Colonne<Ligne> => ({ nom, type, titre, description, obligatoire, valeur });

export const DECISIONS: TablePublique = tablePublique<Ligne>({
  id: 'decisions',
  titre: 'Décisions adoptées en séance publique',
  description:
    'Les décisions adoptées par les instances dans leurs séances publiques, avec la maison responsable, l’échéance et l’avancement qu’elle dit. Aucune personne n’y est nommée.',
  pages: (demander) =>
    pagesDe(demander, { document: DOCUMENT, reponse, page: ({ decisions }) => decisions }),
  colonnes: [
    colonne('id', 'string', 'Identifiant', 'Identifiant stable.', ({ id }) => id),
    colonne(
      'instance',
      'string',
      'Instance',
      'Identifiant de l’instance qui a décidé.',
      ({ seance }) => seance.instance.id,
    ),
    colonne(
      'instance_nom',
      'string',
      'Nom de l’instance',
      'Nom de l’instance qui a décidé.',
      ({ seance }) => seance.instance.nom,
    ),
    colonne('seance', 'string', 'Séance', 'Identifiant de la séance.', ({ seance }) => seance.id),
    colonne('seance_le', 'date', 'Jour de la séance', 'Jour civil.', ({ seance }) => seance.jour),
    colonne('numero', 'integer', 'Numéro', 'Rang dans la séance.', ({ numero }) => numero),
    colonne('texte', 'string', 'Texte', 'Texte adopté.', ({ texte }) => texte),
    colonne(
      'responsable',
      'string',
      'Responsable',
      'Maison qui doit l’exécuter : ETAT, REGION ou POLE_EMPLOI.',
      ({ responsable }) => responsable,
    ),
    colonne(
      'engagement',
      'string',
      'Engagement',
      'Code de l’engagement servi, de E01 à E23.',
      ({ engagement }) => engagement?.code ?? null,
      false,
    ),
    colonne('echeance', 'date', 'Échéance', 'Jour attendu.', ({ echeance }) => echeance, false),
    colonne(
      'adoptee_le',
      'datetime',
      'Adoptée le',
      'Instant de l’adoption, ISO 8601, temps universel.',
      ({ adopteeLe }) => adopteeLe,
      false,
    ),
    colonne(
      'avancement',
      'string',
      'Avancement',
      'Dit par la maison responsable ; vide tant qu’elle n’a rien dit.',
      ({ avancement }) => avancement,
      false,
    ),
    colonne(
      'demonstration',
      'boolean',
      'Démonstration',
      'Vrai pour une donnée de démonstration.',
      ({ demonstration }) => demonstration,
    ),
  ],
  cle: ['id'],
});
