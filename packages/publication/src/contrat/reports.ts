import { z } from 'zod';
import { canalSchema, editeurSchema, empreinteSchema } from '../codes.js';
import { uneLigne } from './une-ligne.js';

/**
 * `POST /v1/usages`, by a gateway: operations that clients really sent. Sampled, without
 * variables; literals that could hold data are emptied.
 */
export const rapportDUsageSchema = z.object({
  canal: canalSchema,
  passerelle: uneLigne.min(1).max(100),
  operations: z
    .array(
      z.object({
        empreinte: empreinteSchema,
        document: z.string().max(65_536),
        client: z.string().max(100),
        version: z.string().max(60),
        nombre: z.number().int().positive(),
        /** ISO instant. */
        vuLe: z.iso.datetime(),
        /** Deprecated coordinates of which its answers warned the client. */
        prevenuDe: z.array(z.string().max(300)).max(100).default([]),
      }),
    )
    .max(500),
});
export type RapportDUsage = z.infer<typeof rapportDUsageSchema>;

/** `GET /v1/usages?canal=&editeur=&coordonnee=`. */
export const usagesSchema = z.object({
  operations: z.array(
    z.object({
      empreinte: empreinteSchema,
      nom: z.string().nullable(),
      document: z.string(),
      client: z.string(),
      version: z.string(),
      nombre: z.number().int(),
      premiereFoisLe: z.string(),
      derniereFoisLe: z.string(),
    }),
  ),
  /** Coordinates of the partner's own fields in use: who uses them, and when last. */
  champs: z.array(
    z.object({
      coordonnee: z.string(),
      clients: z.array(z.object({ client: z.string(), version: z.string() })),
      nombre: z.number().int(),
      derniereFoisLe: z.string(),
    }),
  ),
});
export type Usages = z.infer<typeof usagesSchema>;

/** `POST /v1/incidents`, by a gateway: how modules fare in browsers, added up. */
export const rapportDIncidentsSchema = z.object({
  canal: canalSchema,
  passerelle: uneLigne.min(1).max(100),
  modules: z
    .array(
      z.object({
        partenaire: editeurSchema,
        revision: z.number().int().positive(),
        montages: z.number().int().nonnegative(),
        erreurs: z.number().int().nonnegative(),
        /**
         * For how many distinct agents it failed lately, as far as this gateway knows: a number,
         * never who. A gateway that does not say counts for one.
         */
        agents: z.number().int().nonnegative().default(1),
        /** Names of errors only (`TypeError`), never their messages. */
        genres: z.record(z.string().max(60), z.number().int()).default({}),
      }),
    )
    .max(100),
});
export type RapportDIncidents = z.infer<typeof rapportDIncidentsSchema>;
