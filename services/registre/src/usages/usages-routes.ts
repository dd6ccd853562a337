import {
  type Canal,
  canalSchema,
  editeurSchema,
  rapportDUsageSchema,
  type Usages,
} from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CanalVivant } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import { appelantDe } from '../http/appelant-de.js';
import { parse } from '../http/parse.js';
import { editeurDe } from '../jetons/editeur-de.js';
import type { Log } from '../log.js';
import { apiVivante } from '../verification/graphe-vivant.js';
import { addUsages, listUsages, purgeUsages } from './usage-store.js';
import { usagesDuPartenaire } from './usages-du-partenaire.js';

const PURGE_MS = 3_600_000;
/** 500 operations of 64 KiB would not fit: gateways send what they have in several reports. */
const BODY_LIMIT = 8 * 1024 * 1024;

const filtreSchema = z.object({
  canal: canalSchema,
  editeur: editeurSchema.optional(),
  coordonnee: z.string().max(300).optional(),
});

export interface UsagesDeps {
  readonly sql: Sql;
  readonly log: Log;
  readonly maintenant: () => Date;
  readonly vivant: (canal: Canal) => Promise<CanalVivant>;
}

/** `POST /v1/usages` by gateways; `GET /v1/usages`: a house's own fields in use. */
export function registerUsagesRoutes(app: FastifyInstance, deps: UsagesDeps): void {
  const { sql, log, maintenant, vivant } = deps;
  app.post(
    '/v1/usages',
    { config: { droit: 'recevoir' }, bodyLimit: BODY_LIMIT },
    async ({ body }, reply) => {
      await addUsages(sql, parse(rapportDUsageSchema, body), maintenant());
      return reply.code(204).send();
    },
  );
  app.get('/v1/usages', { config: { droit: 'lire' } }, async (request): Promise<Usages> => {
    const { canal, editeur, coordonnee } = parse(filtreSchema, request.query);
    const maison = editeurDe(appelantDe(request), editeur);
    const { carte, sousGraphes } = await vivant(canal);
    return usagesDuPartenaire(await listUsages(sql, canal, maintenant()), {
      api: apiVivante(sousGraphes),
      carte: carte.carte,
      editeur: maison,
      filtre: coordonnee,
    });
  });

  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', () => {
    timer = setInterval(() => {
      purgeUsages(sql, maintenant()).catch((err: unknown) => {
        log.warn({ err }, 'old usage could not be let go');
      });
    }, PURGE_MS);
    timer.unref();
  });
  app.addHook('onClose', () => clearInterval(timer));
}
