import { apiSchemaOf } from '@passerelle/composition';
import type { FastifyInstance } from 'fastify';
import { printSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { parse } from '../http/parse.js';
import { dansCanal } from '../publications/place.js';
import { lastPublication, supergrapheOf } from '../publications/publication-store.js';
import { readEnsemble } from '../publications/read-channel.js';
import type { RevisionReader } from '../revisions/revision-reader.js';

/** The graph as served: for who writes queries, or composes beside the others. */
export function registerGrapheRoutes(
  app: FastifyInstance,
  { sql, revisions }: { sql: Sql; revisions: RevisionReader },
): void {
  const known = new LRUCache<string, string>({ max: 4 });
  const apiOf = (supergraphe: string): string => {
    const apiSdl = known.get(supergraphe) ?? printSchema(apiSchemaOf(supergraphe));
    known.set(supergraphe, apiSdl);
    return apiSdl;
  };

  app.get('/v1/graphe', { config: { droit: 'lire' } }, async ({ query }) => {
    const { canal } = parse(dansCanal, query);
    const derniere = await lastPublication(sql, canal);
    if (!derniere) throw registreError('PUBLICATION_ABSENTE');
    const { numero } = derniere;
    const supergraphe = await supergrapheOf(sql, canal, numero);
    const apiSdl = supergraphe === null ? null : apiOf(supergraphe);
    return { numero, apiSdl, supergraphe };
  });

  app.get('/v1/sous-graphes', { config: { droit: 'lire' } }, async ({ query }) => {
    const { canal } = parse(dansCanal, query);
    const derniere = await lastPublication(sql, canal);
    if (!derniere) return [];
    return (await readEnsemble(revisions, sql, derniere.ensemble)).sousGraphes;
  });
}
