import type { IncomingMessage, ServerResponse } from 'node:http';
import { stringify } from 'csv-stringify/sync';
import { LRUCache } from 'lru-cache';
import { ZodError } from 'zod';
import { GatewayError } from '../errors.js';
import type { RateLimit } from '../http/rate-limit.js';
import { sendCompressed } from '../http/send-json.js';
import { withDeadline } from '../http/with-deadline.js';
import type { AskAsPublic } from './ask-as-public.js';
import type { Cellule, TablePublique } from './jeu-de-donnees.js';
import { dataPackageOf, tableSchemaOf } from './table-schema.js';

export interface OpenDataDeps {
  tables: readonly TablePublique[];
  ask: AskAsPublic;
  adressePublique: URL;
  delaiRequeteMs: number;
  limite: RateLimit;
  clientAddress: (req: IncomingMessage) => string;
}

/** False: not an address of the open data. */
export type ServeOpenData = (
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
) => Promise<boolean>;

interface Extrait {
  readonly csv: string;
  readonly manquants: readonly string[];
}

const FRAICHEUR_MS = 60_000;
/** A table of ours never has so many pages: a loop would be a fault of the graph. */
const PAGES_MAX = 200;
const ADRESSE = /^\/donnees-ouvertes\/(?:([a-z-]+)\.(csv|schema\.json)|datapackage\.json)?$/;

/**
 * Public tables in CSV with their Table Schema, without signing in. An extract is made at most once
 * a minute, whoever asks; one that lacks a partner says so and is not kept.
 */
export function createOpenData(deps: OpenDataDeps): ServeOpenData {
  const { tables, ask, adressePublique, limite } = deps;
  const kept = new LRUCache<string, Extrait>({ max: 50, ttl: FRAICHEUR_MS });

  async function extract(table: TablePublique, signal: AbortSignal): Promise<Extrait> {
    const known = kept.get(table.id);
    if (known !== undefined) return known;
    const lignes: (readonly Cellule[])[] = [];
    const manquants = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const answer = await ask(table.document, { after }, signal);
      for (const partenaire of answer.manquants) manquants.add(partenaire);
      const { lignes: lues, suite } = readPage(table, answer.data, [...manquants]);
      lignes.push(...lues);
      after = suite;
      if (after === null) break;
    }
    const csv = stringify([table.colonnes.map(({ nom }) => nom), ...lignes], {
      record_delimiter: 'windows',
      cast: { boolean: String },
      escape_formulas: true,
    });
    const extrait = { csv, manquants: [...manquants] };
    if (manquants.size === 0) kept.set(table.id, extrait);
    return extrait;
  }

  return async (req, res, pathname) => {
    const [address, id, genre] = ADRESSE.exec(pathname) ?? [];
    if (address === undefined) return false;
    if (req.method !== 'GET' && req.method !== 'HEAD') throw new GatewayError('METHODE_REFUSEE');
    limite.check(deps.clientAddress(req));
    res.setHeader('access-control-allow-origin', '*');
    if (id === undefined) {
      const index = JSON.stringify(dataPackageOf(tables, adressePublique), null, 2);
      await sendCompressed(req, res, 200, JSON_UTF8, index);
      return true;
    }
    const table = tables.find((each) => each.id === id);
    if (table === undefined) return false;
    if (genre === 'schema.json') {
      await sendCompressed(req, res, 200, JSON_UTF8, JSON.stringify(tableSchemaOf(table), null, 2));
      return true;
    }
    const { csv, manquants } = await withDeadline(res, deps.delaiRequeteMs, (signal) =>
      extract(table, signal),
    );
    res.setHeader('content-disposition', `attachment; filename="${table.id}.csv"`);
    res.setHeader('cache-control', manquants.length === 0 ? 'public, max-age=60' : 'no-store');
    if (manquants.length > 0) res.setHeader('x-partenaires-manquants', manquants.join(', '));
    await sendCompressed(req, res, 200, 'text/csv; charset=utf-8', csv);
    return true;
  };
}

const JSON_UTF8 = 'application/json; charset=utf-8';

/** An owner that is away leaves nothing to extract: better said than an empty file. */
function readPage(
  table: TablePublique,
  data: unknown,
  manquants: readonly string[],
): ReturnType<TablePublique['lire']> {
  try {
    return table.lire(data);
  } catch (cause) {
    if (!(cause instanceof ZodError) || manquants.length === 0) throw cause;
    throw new GatewayError('PARTENAIRE_INDISPONIBLE', {
      champs: { partenaire: manquants[0] },
      cause,
    });
  }
}
