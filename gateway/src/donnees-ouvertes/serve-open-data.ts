import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { GatewayError, publishError } from '../errors.js';
import type { RateLimit } from '../http/rate-limit.js';
import { sendCompressed, sendJson } from '../http/send-json.js';
import { sendStream } from '../http/send-stream.js';
import { withDeadline } from '../http/with-deadline.js';
import { newRequestMarks } from '../request-context.js';
import type { AskAsPublic } from './ask-as-public.js';
import { type ExtraitOuvert, ouvrirExtrait } from './csv-de-table.js';
import type { TablePublique } from './jeu-de-donnees.js';
import { dataPackageOf, tableSchemaOf } from './table-schema.js';

export interface OpenDataDeps {
  tables: readonly TablePublique[];
  ask: AskAsPublic;
  adressePublique: URL;
  /** For each page of an extract, not for the whole of it. */
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

const FRAICHEUR_MS = 60_000;
/** Longer extracts are read again each time: they are never whole in memory. */
const GARDE_MAX_CARACTERES = 256 * 1024;
/** Extracts under way together; each asks the graph one page at a time. */
const EXTRAITS_MAX = 8;
const ADRESSE = /^\/donnees-ouvertes\/(?:([a-z-]+)\.(csv|schema\.json)|datapackage\.json)?$/;
const JSON_UTF8 = 'application/json; charset=utf-8';
const CSV_UTF8 = 'text/csv; charset=utf-8';

/**
 * Public tables in CSV with their Table Schema, without signing in. A short extract is made at most
 * once a minute, whoever asks; a long one is sent as it is read. One that lacks a partner says so
 * and is not kept.
 */
export function createOpenData(deps: OpenDataDeps): ServeOpenData {
  const { tables, ask, adressePublique, limite } = deps;
  const kept = new LRUCache<string, string>({ max: 50, ttl: FRAICHEUR_MS });
  let enCours = 0;

  async function sendExtract(
    req: IncomingMessage,
    res: ServerResponse,
    table: TablePublique,
  ): Promise<void> {
    const known = kept.get(table.id);
    if (known !== undefined) {
      setHeaders(res, table, []);
      await sendCompressed(req, res, 200, CSV_UTF8, known);
      return;
    }
    if (enCours >= EXTRAITS_MAX) throw new GatewayError('TROP_DE_REQUETES');
    enCours += 1;
    try {
      const pages = table.pages((document, variables) =>
        withDeadline(res, deps.delaiRequeteMs, (signal) => ask(document, variables, signal)),
      );
      const extrait = await ouvrirExtrait(table, pages);
      setHeaders(res, table, extrait.manquants);
      await sendStream(req, res, CSV_UTF8, keeping(table.id, extrait));
    } finally {
      enCours -= 1;
    }
  }

  /** The same pieces; kept when they are few and whole. */
  async function* keeping(id: string, extrait: ExtraitOuvert): AsyncGenerator<string> {
    let copie: string | null = extrait.manquants.length === 0 ? '' : null;
    for await (const morceau of extrait.morceaux) {
      if (copie !== null) copie += morceau;
      if (copie !== null && copie.length > GARDE_MAX_CARACTERES) copie = null;
      yield morceau;
    }
    if (copie !== null) kept.set(id, copie);
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
    try {
      await sendExtract(req, res, table);
    } catch (error) {
      const isAway = error instanceof GatewayError && error.code === 'PARTENAIRE_INDISPONIBLE';
      if (!isAway || res.headersSent) throw error;
      // In the graph it is part of an answer; here there is no other part.
      sendJson(res, 503, { errors: [publishError(error, newRequestMarks().reference)] });
    }
    return true;
  };
}

function setHeaders(
  res: ServerResponse,
  { id }: TablePublique,
  manquants: readonly string[],
): void {
  res.setHeader('content-disposition', `attachment; filename="${id}.csv"`);
  res.setHeader('cache-control', manquants.length === 0 ? 'public, max-age=60' : 'no-store');
  if (manquants.length > 0) res.setHeader('x-partenaires-manquants', manquants.join(', '));
}
