import { CANAUX, COMMUN, trousseauSchema } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listPasserelles } from '../acquittements/acquittement-store.js';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { connectedGateways } from '../flux/connexions.js';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import { parOf } from '../jetons/appelant.js';
import type { Journal, NouvelleEntree } from '../journal/journal.js';
import { lastNumero } from '../publications/publication-store.js';
import type { Republier } from '../publications/republier.js';
import { announceCle, designateSignataire, listCles, retireCle } from './cle-store.js';
import { readPrivateKeys } from './key-files.js';

const CLES_MAX = 10;
const ajout = z.object({ ajouter: trousseauSchema.shape.keys.element });
const designation = z.object({
  /** Without waiting for the gateways that have not received it. */
  forcer: z.boolean().default(false),
});
const chemin = z.object({ kid: z.string().min(1).max(200) });

export interface CleRoutesDeps {
  readonly sql: Sql;
  readonly journal: Journal;
  readonly republier: Republier;
  readonly clePrivee: string;
  readonly maintenant: () => Date;
}

/**
 * Rotation, in three steps that each make a publication: announce the new public key (gateways
 * learn it from a publication signed by the old one), designate it (its private part is in the file
 * by then), retire the old one. Private keys never pass here.
 */
export function registerCleRoutes(app: FastifyInstance, deps: CleRoutesDeps): void {
  const { sql, journal, republier, maintenant } = deps;
  const config = { droit: 'cles' } as const;

  async function conclude(par: string, resume: string): Promise<object> {
    const publications = [];
    for (const canal of CANAUX) {
      const numero = await republier(canal, par, resume);
      if (numero !== null) publications.push({ canal, numero });
    }
    return { cles: await listCles(sql), publications };
  }

  async function act(
    entree: Pick<NouvelleEntree, 'evenement' | 'par' | 'resume' | 'details'>,
    change: (tx: Sql) => Promise<boolean>,
  ): Promise<object> {
    await sql.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('registre:cles', 0))`);
      if (await change(tx)) await journal.append(tx, { editeur: COMMUN, ...entree });
    });
    return conclude(entree.par, entree.resume);
  }

  app.get('/v1/cles', { config }, async () => ({ cles: await listCles(sql) }));

  app.post('/v1/cles', { config }, async (request) => {
    const { ajouter } = parse(ajout, request.body);
    const { kid } = ajouter;
    const par = parOf(appelantDe(request));
    const resume = `Clé ${kid} annoncée aux passerelles.`;
    return act({ evenement: 'CLE_AJOUTEE', par, resume, details: { kid } }, async (tx) => {
      const actives = (await listCles(tx)).filter(({ retireeLe }) => retireeLe === null);
      if (actives.length >= CLES_MAX) throw registreError('TROP_DE_CLES');
      return announceCle(tx, ajouter, maintenant());
    });
  });

  app.post('/v1/cles/:kid/signataire', { config }, async (request) => {
    const { kid } = parse(chemin, request.params);
    const { forcer } = parse(designation, request.body ?? {});
    const par = parOf(appelantDe(request));
    const resume = `Clé ${kid} désignée : elle signe les publications.`;
    return act({ evenement: 'CLE_AJOUTEE', par, resume, details: { kid } }, async (tx) => {
      await requireActive(tx, kid);
      await requireHeld(deps.clePrivee, kid);
      if (!forcer) await requireReceived(tx, maintenant());
      await designateSignataire(tx, kid);
      return true;
    });
  });

  app.delete('/v1/cles/:kid', { config }, async (request) => {
    const { kid } = parse(chemin, request.params);
    const par = parOf(appelantDe(request));
    const resume = `Clé ${kid} retirée : les passerelles ne la reconnaissent plus.`;
    return act({ evenement: 'CLE_RETIREE', par, resume, details: { kid } }, async (tx) => {
      const { signataire } = await requireActive(tx, kid);
      if (signataire) throw registreError('CLE_EN_SERVICE');
      await retireCle(tx, kid, maintenant());
      return true;
    });
  });
}

async function requireActive(tx: Sql, kid: string): Promise<{ signataire: boolean }> {
  const found = (await listCles(tx)).find((each) => each.kid === kid && each.retireeLe === null);
  if (!found) throw registreError('CLE_INCONNUE');
  return found;
}

/** Designated before its private part is in place, a key would stop every publication. */
async function requireHeld(path: string, kid: string): Promise<void> {
  const held = await readPrivateKeys(path).catch((cause: unknown) => {
    throw registreError('CLE_ABSENTE', { cause });
  });
  if (!held.some((each) => each.kid === kid)) throw registreError('CLE_ABSENTE');
}

/** A gateway that missed the announcement would refuse everything that follows. */
async function requireReceived(tx: Sql, le: Date): Promise<void> {
  for (const canal of CANAUX) {
    const numero = await lastNumero(tx, canal);
    const connected = new Set(await connectedGateways(tx, canal));
    const late = (await listPasserelles(tx, canal, le)).filter(
      (each) => connected.has(each.passerelle) && each.numero < numero,
    );
    if (late.length > 0) throw registreError('PASSERELLES_EN_RETARD');
  }
}
