import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { Sql } from '../database/sql.js';
import {
  type ContenuDeLot,
  type ContenuDeModule,
  type ContenuDeSchema,
  type ContenuDesPartages,
  contenuDeLotSchema,
  contenuDeModuleSchema,
  contenuDeSchemaSchema,
  contenuDesPartagesSchema,
  type RefDeRevision,
} from './revision.js';

/** Revisions never change: those read often stay in memory, as they were parsed. */
const KEPT_IN_MEMORY = 600;

export interface RevisionReader {
  schema(sql: Sql, partenaire: string, numero: number): Promise<ContenuDeSchema>;
  /** Of a module or of the shell. */
  module(sql: Sql, ref: RefDeRevision): Promise<ContenuDeModule>;
  partages(sql: Sql, ref: RefDeRevision): Promise<ContenuDesPartages>;
  /** What all bundles have. */
  lot(sql: Sql, ref: RefDeRevision): Promise<ContenuDeLot>;
  /** Reads many bundles at once, so that the `lot`s that follow cost nothing. */
  preloadLots(sql: Sql, refs: readonly RefDeRevision[]): Promise<void>;
  /** After a transaction that did not end: a number that it gave may be given again. */
  forget(): void;
}

export function createRevisionReader(): RevisionReader {
  const schemas = keeping(contenuDeSchemaSchema);
  const modules = keeping(contenuDeModuleSchema);
  const partages = keeping(contenuDesPartagesSchema);
  const lots = keeping(contenuDeLotSchema);
  return {
    schema: (sql, editeur, numero) => schemas.read(sql, { editeur, lot: 'schema', numero }),
    module: modules.read,
    partages: partages.read,
    lot: lots.read,
    preloadLots: lots.preload,
    forget() {
      for (const each of [schemas, modules, partages, lots]) each.forget();
    },
  };
}

interface Keeping<Contenu> {
  read(sql: Sql, ref: RefDeRevision): Promise<Contenu>;
  preload(sql: Sql, refs: readonly RefDeRevision[]): Promise<void>;
  forget(): void;
}

function keeping<Schema extends z.ZodType>(schema: Schema): Keeping<z.infer<Schema>> {
  const kept = new LRUCache<string, { readonly contenu: z.infer<Schema> }>({
    max: KEPT_IN_MEMORY,
  });

  async function preload(sql: Sql, refs: readonly RefDeRevision[]): Promise<void> {
    const missing = refs.filter((ref) => !kept.has(keyOf(ref)));
    if (missing.length === 0) return;
    for (const row of await selectRevisions(sql, missing)) {
      kept.set(keyOf(row), { contenu: schema.parse(row.contenu) });
    }
  }

  return {
    preload,
    async read(sql, ref) {
      await preload(sql, [ref]);
      const found = kept.get(keyOf(ref));
      if (!found) throw new Error(`no revision ${keyOf(ref)}`);
      return found.contenu;
    },
    forget: () => kept.clear(),
  };
}

function keyOf({ editeur, lot, numero }: RefDeRevision): string {
  return `${editeur} ${lot} ${numero}`;
}

function selectRevisions(
  sql: Sql,
  refs: readonly RefDeRevision[],
): Promise<(RefDeRevision & { contenu: unknown })[]> {
  return sql.query(
    `SELECT editeur, lot, numero, contenu FROM revision
     WHERE (editeur, lot, numero) IN (
       SELECT * FROM unnest($1::text[], $2::text[], $3::integer[]))`,
    [
      refs.map(({ editeur }) => editeur),
      refs.map(({ lot }) => lot),
      refs.map(({ numero }) => numero),
    ],
  );
}
