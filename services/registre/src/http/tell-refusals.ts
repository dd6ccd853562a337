import { COMMUN } from '@passerelle/publication';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Sql } from '../database/sql.js';
import type { RegistreError } from '../errors/registre-error.js';
import { parOf } from '../jetons/appelant.js';
import type { Journal } from '../journal/journal.js';
import type { Log } from '../log.js';

/** The same refusal again says nothing more, and the journal is kept for ever. */
const TOLD_AGAIN_AFTER_MS = 60_000;
const REMEMBERED = 5_000;

/**
 * The journal keeps who asked for what is not its own, once a minute for the same act; the refusal
 * itself never fails because of it.
 */
export function createTellRefusals({
  sql,
  journal,
  log,
}: {
  sql: Sql;
  journal: Journal;
  log: Log;
}): (request: FastifyRequest, error: RegistreError) => Promise<void> {
  const told = new LRUCache<string, true>({ max: REMEMBERED, ttl: TOLD_AGAIN_AFTER_MS });
  return async ({ appelant, method, routeOptions, id }, { code, message }) => {
    if (appelant === null) return;
    const adresse = `${method} ${routeOptions.url ?? ''}`;
    const par = parOf(appelant);
    const editeur = appelant.editeur ?? COMMUN;
    const key = JSON.stringify([editeur, par, adresse, message]);
    if (told.has(key)) return;
    told.set(key, true);
    try {
      await journal.append(sql, {
        evenement: 'ACCES_REFUSE',
        editeur,
        par,
        resume: `${adresse} refusé : ${message}`,
        details: { code, adresse, reference: id },
      });
    } catch (err) {
      told.delete(key);
      log.error({ err, reference: id }, 'a refused access is not in the journal');
    }
  };
}
