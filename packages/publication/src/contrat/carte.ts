import { z } from 'zod';
import { editeurSchema } from '../codes.js';
import { surUneLigne } from './une-ligne.js';

/** Who answers for a partner before the registry: subjects of agents, never names. */
export const responsablesSchema = z.object({ titulaire: z.string(), suppleant: z.string() });

/** `POST /v1/carte/demandes`: a change of the ownership map, which takes agreements. */
export const demandeCarteSchema = z.object({
  /** The whole map proposed: `{ carte, hotes, responsables }`, as `GET /v1/carte` gives it. */
  proposition: z.unknown(),
  motif: surUneLigne((texte) => texte.min(10, 'doit dire pourquoi').max(1_000)),
  /**
   * Emergency: applied at once with the signature of one holder and of its deputy; logged, told.
   * It changes what is of their own house, never of another's.
   */
  urgence: z.boolean().default(false),
});

export const etatDeDemandeCarteSchema = z.object({
  id: z.string(),
  demandeeLe: z.string(),
  par: z.string(),
  editeur: editeurSchema,
  motif: z.string(),
  urgence: z.boolean(),
  statut: z.enum(['EN_ATTENTE', 'APPLIQUEE', 'REFUSEE', 'EXPIREE']),
  expireLe: z.string(),
  /** French sentences: what would change. */
  changements: z.array(z.string()),
  /** One line for each partner concerned. */
  accords: z.array(
    z.object({
      partenaire: editeurSchema,
      decision: z.enum(['EN_ATTENTE', 'ACCORD', 'REFUS']),
      par: z.string().nullable(),
      le: z.string().nullable(),
      motif: z.string().nullable(),
    }),
  ),
  /** Number of the revision that it became. */
  revision: z.number().int().nullable(),
});
export type EtatDeDemandeCarte = z.infer<typeof etatDeDemandeCarteSchema>;

/** `POST /v1/carte/demandes/:id/accords`. */
export const decisionCarteSchema = z.object({
  decision: z.enum(['ACCORD', 'REFUS']),
  motif: surUneLigne((texte) => texte.max(500)).optional(),
});

/** `GET /v1/carte`: the map in force, and who answers for each partner. */
export const carteEnVigueurSchema = z.object({
  revision: z.number().int().nonnegative(),
  /** `CarteDeResponsabilite` of `packages/composition`: plain JSON, its room checks it. */
  carte: z.unknown(),
  /** By partner: hosts that its subgraph may have. */
  hotes: z.record(z.string(), z.array(z.string())),
  /** By partner. */
  responsables: z.record(z.string(), responsablesSchema),
});

/** `GET /v1/carte/demandes`: newest first. */
export const listeDeDemandesDeCarteSchema = z.object({
  demandes: z.array(etatDeDemandeCarteSchema),
});
