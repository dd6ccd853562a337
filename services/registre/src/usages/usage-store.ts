import type { OperationConnue } from '@passerelle/composition';
import type { Canal, RapportDUsage } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { lireDocument } from './lire-document.js';

/** A client that was not seen for so long says nothing any more. */
export const RETENTION_JOURS = 90;
/** What one client may fill; its oldest go first. */
const OPERATIONS_PAR_CLIENT = 1_000;
/** What a channel keeps in all: client names are whatever callers say, but for programs'. */
const OPERATIONS_PAR_CANAL = 50_000;
/** Of the texts judged at each publication. */
const CARACTERES_PAR_CANAL = 32_000_000;
/** Its name is proved by its token: names that somebody invents never push it out. */
const EST_PROUVE = `(client LIKE 'integrateur:%' OR client LIKE 'service:%')`;

const JOUR_MS = 86_400_000;

export interface UsageVu {
  readonly empreinte: string;
  readonly nom: string | null;
  readonly document: string;
  readonly client: string;
  readonly version: string;
  readonly nombre: number;
  readonly premiereFoisLe: string;
  readonly derniereFoisLe: string;
}

interface Ligne {
  readonly client: string;
  readonly version: string;
  readonly empreinte: string;
  nombre: number;
  premiere: string;
  derniere: string;
}

/** Adds a gateway's report. Texts that nobody can have been answered are passed over. */
export async function addUsages(sql: Sql, rapport: RapportDUsage, maintenant: Date): Promise<void> {
  const documents = new Map<string, { texte: string; nom: string | null }>();
  const lignes = new Map<string, Ligne>();
  const avis = new Map<string, { client: string; coordonnee: string; le: string }>();
  for (const {
    empreinte,
    document,
    client,
    version,
    nombre,
    vuLe,
    prevenuDe,
  } of rapport.operations) {
    const lu = lireDocument(document);
    if (lu === null) continue;
    documents.set(empreinte, { texte: document, nom: lu.nom });
    const le = notAfter(vuLe, maintenant);
    const key = JSON.stringify([client, version, empreinte]);
    const known = lignes.get(key);
    if (known === undefined) {
      lignes.set(key, { client, version, empreinte, nombre, premiere: le, derniere: le });
    } else {
      known.nombre += nombre;
      if (le < known.premiere) known.premiere = le;
      if (le > known.derniere) known.derniere = le;
    }
    for (const coordonnee of prevenuDe) {
      avis.set(JSON.stringify([client, coordonnee]), { client, coordonnee, le });
    }
  }
  if (lignes.size === 0) return;
  const { canal } = rapport;
  // In one order for all: two gateways that report the same at once must not wait for each other.
  const rangees = sortedValues(lignes);
  const textes = [...documents].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO usage_document (empreinte, document, nom)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
       ON CONFLICT (empreinte) DO NOTHING`,
      [textes.map(([e]) => e), textes.map(([, t]) => t.texte), textes.map(([, t]) => t.nom)],
    );
    await tx.query(
      `INSERT INTO usage AS u
         (canal, client, version, empreinte, nombre, premiere_fois_le, derniere_fois_le)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[],
                                $6::timestamptz[], $7::timestamptz[])
       ON CONFLICT (canal, client, version, empreinte) DO UPDATE SET
         nombre = u.nombre + excluded.nombre,
         premiere_fois_le = least(u.premiere_fois_le, excluded.premiere_fois_le),
         derniere_fois_le = greatest(u.derniere_fois_le, excluded.derniere_fois_le)`,
      [
        canal,
        rangees.map(({ client }) => client),
        rangees.map(({ version }) => version),
        rangees.map(({ empreinte }) => empreinte),
        rangees.map(({ nombre }) => nombre),
        rangees.map(({ premiere }) => premiere),
        rangees.map(({ derniere }) => derniere),
      ],
    );
    const avisTries = sortedValues(avis);
    await tx.query(
      `INSERT INTO usage_prevenu AS p (canal, client, coordonnee, le)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[])
       ON CONFLICT (canal, client, coordonnee) DO UPDATE SET le = greatest(p.le, excluded.le)`,
      [
        canal,
        avisTries.map(({ client }) => client),
        avisTries.map(({ coordonnee }) => coordonnee),
        avisTries.map(({ le }) => le),
      ],
    );
    await tx.query(
      `DELETE FROM usage u USING (
         SELECT canal, client, version, empreinte,
                row_number() OVER (PARTITION BY client ORDER BY derniere_fois_le DESC) AS rang
         FROM usage WHERE canal = $1 AND client = ANY($2)
       ) vieux
       WHERE vieux.rang > $3 AND (u.canal, u.client, u.version, u.empreinte)
           = (vieux.canal, vieux.client, vieux.version, vieux.empreinte)`,
      [canal, [...new Set(rangees.map(({ client }) => client))], OPERATIONS_PAR_CLIENT],
    );
  });
}

/**
 * Operations of the last 90 days, one per client and version, most recent first; when there are
 * too many, proved clients' before the others'.
 */
export async function listUsages(sql: Sql, canal: Canal, maintenant: Date): Promise<UsageVu[]> {
  const rows = await sql.query<{
    empreinte: string;
    nom: string | null;
    document: string;
    vus: {
      client: string;
      version: string;
      nombre: number;
      premiere: string;
      derniere: string;
    }[];
  }>(
    // One row per text: a text sent by a thousand clients travels once.
    `SELECT empreinte, nom, document, vus FROM (
       SELECT d.empreinte, d.nom, d.document, u.vus, sum(octet_length(d.document)) OVER (
         ORDER BY u.prouve DESC, u.derniere DESC, d.empreinte) AS cumul
       FROM (
         SELECT empreinte, bool_or(${EST_PROUVE}) AS prouve, max(derniere_fois_le) AS derniere,
           jsonb_agg(jsonb_build_object(
             'client', client, 'version', version, 'nombre', nombre,
             'premiere', premiere_fois_le, 'derniere', derniere_fois_le)) AS vus
         FROM (
           SELECT * FROM usage WHERE canal = $1 AND derniere_fois_le > $2
           ORDER BY ${EST_PROUVE} DESC, derniere_fois_le DESC LIMIT $3
         ) recents
         GROUP BY empreinte
       ) u JOIN usage_document d USING (empreinte)
     ) lues WHERE cumul <= $4`,
    [canal, ilYA(maintenant, RETENTION_JOURS), OPERATIONS_PAR_CANAL, CARACTERES_PAR_CANAL],
  );
  return rows
    .flatMap(({ empreinte, nom, document, vus }) =>
      vus.map(({ client, version, nombre, premiere, derniere }) => ({
        empreinte,
        nom,
        document,
        client,
        version,
        nombre,
        premiereFoisLe: new Date(premiere).toISOString(),
        derniereFoisLe: new Date(derniere).toISOString(),
      })),
    )
    .sort((a, b) => (a.derniereFoisLe < b.derniereFoisLe ? 1 : -1));
}

export function operationOf({
  document,
  client,
  version,
  derniereFoisLe,
}: UsageVu): OperationConnue {
  return { document, client, version, vuLe: derniereFoisLe };
}

/** Who was told of what. */
export async function listPrevenus(
  sql: Sql,
  canal: Canal,
): Promise<(client: string, coordonnee: string) => boolean> {
  const rows = await sql.query<{ client: string; coordonnee: string }>(
    'SELECT client, coordonnee FROM usage_prevenu WHERE canal = $1',
    [canal],
  );
  const connus = new Set(
    rows.map(({ client, coordonnee }) => JSON.stringify([client, coordonnee])),
  );
  return (client, coordonnee) => connus.has(JSON.stringify([client, coordonnee]));
}

/** Lets go of what is too old, and of the oldest when there is too much. */
export async function purgeUsages(sql: Sql, maintenant: Date): Promise<void> {
  await sql.transaction(async (tx) => {
    await tx.query('DELETE FROM usage WHERE derniere_fois_le <= $1', [
      ilYA(maintenant, RETENTION_JOURS),
    ]);
    await tx.query(
      `DELETE FROM usage u USING (
         SELECT canal, client, version, empreinte,
                row_number() OVER (
                  PARTITION BY canal ORDER BY ${EST_PROUVE} DESC, derniere_fois_le DESC) AS rang
         FROM usage
       ) vieux
       WHERE vieux.rang > $1 AND (u.canal, u.client, u.version, u.empreinte)
           = (vieux.canal, vieux.client, vieux.version, vieux.empreinte)`,
      [OPERATIONS_PAR_CANAL],
    );
    await tx.query(
      `DELETE FROM usage_document d
       WHERE NOT EXISTS (SELECT 1 FROM usage u WHERE u.empreinte = d.empreinte)`,
    );
    // A client that is forgotten holds nothing back: if it comes again, it will be told again.
    await tx.query(
      `DELETE FROM usage_prevenu p WHERE NOT EXISTS (
         SELECT 1 FROM usage u WHERE u.canal = p.canal AND u.client = p.client
       )`,
    );
  });
}

function ilYA(maintenant: Date, jours: number): Date {
  return new Date(maintenant.getTime() - jours * JOUR_MS);
}

/** A gateway's clock that is ahead must not keep its reports for ever. */
function notAfter(instant: string, maintenant: Date): string {
  return new Date(Math.min(Date.parse(instant), maintenant.getTime())).toISOString();
}

function sortedValues<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
