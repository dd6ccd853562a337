import { z } from 'zod';
import { canalSchema, editeurSchema, empreinteSchema } from '../codes.js';
import { cibleSchema } from '../publication.js';
import { uneLigne } from './une-ligne.js';

/** `POST /v1/acquittements`, by a gateway, for each publication received. */
export const acquittementSchema = z.object({
  canal: canalSchema,
  /** Number received; 0 when it could not even be read. */
  numero: z.number().int().nonnegative(),
  /** Stable name of the gateway's replica. */
  passerelle: uneLigne.min(1).max(100),
  statut: z.enum(['SERVIE', 'REFUSEE']),
  code: z.string().max(100).optional(),
  message: z.string().max(2_000).optional(),
  /** From reception to service. */
  dureeMs: z.number().nonnegative(),
});
export type Acquittement = z.infer<typeof acquittementSchema>;

const lot = z.object({ revision: z.number().int(), version: z.string(), publieLe: z.string() });

/** `GET /v1/etat?canal=`. */
export const etatSchema = z.object({
  canal: canalSchema,
  /** 0 when nothing was published. */
  numero: z.number().int().nonnegative(),
  publieeLe: z.string().nullable(),
  carte: z.number().int(),
  partenaires: z.array(
    z.object({
      partenaire: editeurSchema,
      schema: z
        .object({
          revision: z.number().int(),
          empreinte: empreinteSchema,
          url: z.string(),
          publieLe: z.string(),
          par: z.string(),
          commit: z.string().nullable(),
          /** What the running process serves, seen last: null when never asked. */
          derive: z
            .object({
              constateeLe: z.string(),
              statut: z.enum(['CONFORME', 'DERIVE', 'INJOIGNABLE']),
              message: z.string(),
            })
            .nullable(),
        })
        .nullable(),
      module: lot.extend({ par: z.string(), commit: z.string().nullable() }).nullable(),
      canari: lot
        .extend({
          cible: cibleSchema,
          montages: z.number().int(),
          erreurs: z.number().int(),
        })
        .nullable(),
    }),
  ),
  commun: z.object({ coquille: lot.nullable(), partages: lot.nullable() }),
  passerelles: z.array(
    z.object({
      passerelle: z.string(),
      /** Number served, as it last said. */
      numero: z.number().int(),
      vueLe: z.string(),
      connectee: z.boolean(),
      alarme: z.object({ code: z.string(), message: z.string(), le: z.string() }).nullable(),
    }),
  ),
});
export type Etat = z.infer<typeof etatSchema>;

export const EVENEMENTS = [
  'PUBLICATION_SCHEMA',
  'PUBLICATION_MODULE',
  'PROMOTION',
  'CANARI',
  'RETOUR',
  'RETOUR_AUTOMATIQUE',
  'REFUS',
  'ACCES_REFUSE',
  'DERIVE',
  'ALARME',
  'CARTE_DEMANDEE',
  'CARTE_ACCORD',
  'CARTE_REFUSEE',
  'CARTE_EXPIREE',
  'CARTE_APPLIQUEE',
  'CARTE_URGENCE',
  'JETON_CREE',
  'JETON_REVOQUE',
  'CLE_AJOUTEE',
  'CLE_RETIREE',
] as const;

/** One line of the append-only journal. */
export const entreeDeJournalSchema = z.object({
  /** Order of the journal, from 1, without holes. */
  rang: z.number().int(),
  le: z.string(),
  evenement: z.enum(EVENEMENTS),
  canal: canalSchema.nullable(),
  editeur: z.string(),
  /** Who: « jeton region-ci », « agent <sujet> », « registre ». Never a person's name. */
  par: z.string(),
  commit: z.string().nullable(),
  /** Publication made, when one was. */
  numero: z.number().int().nullable(),
  /** French, one sentence. */
  resume: z.string(),
  /** Report, differences, reason: shape of the event. */
  details: z.unknown(),
});
export type EntreeDeJournal = z.infer<typeof entreeDeJournalSchema>;

/** `GET /v1/journal?canal=&editeur=&evenement=&avant=<rang>&premiers=<n>`: newest first. */
export const pageDeJournalSchema = z.object({
  entrees: z.array(entreeDeJournalSchema),
  /** `avant` of the next page; null at the end. */
  suite: z.number().int().nullable(),
});
