import type { Canal, RapportDIncidents } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { Chiffres } from './seuil.js';

type ModuleVu = RapportDIncidents['modules'][number];

/** A revision of a module in a channel. */
export interface RefDeModule {
  readonly canal: Canal;
  readonly partenaire: string;
  readonly revision: number;
}

const GENRES_KEPT = 20;
const KEPT_DAYS = 30;

/** Adds what a gateway counted to the minute's figures; one statement, in one order, so that reports that cross do not wait for each other. */
export async function addIncidents(
  sql: Sql,
  canal: Canal,
  modules: readonly ModuleVu[],
  le: Date,
): Promise<void> {
  const lignes = added(modules);
  if (lignes.length === 0) return;
  await sql.query(
    `INSERT INTO incident (canal, partenaire, revision, minute, genre, montages, erreurs, agents)
     SELECT $1, l.partenaire, l.revision, date_trunc('minute', $2::timestamptz), l.genre,
            l.montages, l.erreurs, l.agents
     FROM jsonb_to_recordset($3) AS l(partenaire text, revision integer, genre text,
                                      montages bigint, erreurs bigint, agents integer)
     ORDER BY l.partenaire, l.revision, l.genre
     ON CONFLICT (canal, partenaire, revision, minute, genre) DO UPDATE
       SET montages = incident.montages + excluded.montages,
           erreurs = incident.erreurs + excluded.erreurs,
           agents = greatest(incident.agents, excluded.agents)`,
    [canal, le, JSON.stringify(lignes)],
  );
  await sql.query(
    `DELETE FROM incident WHERE minute < $1::timestamptz - make_interval(days => $2)`,
    [le, KEPT_DAYS],
  );
}

/** A module's figures over the last minutes; all of them when `minutes` is null. */
export async function countIncidents(
  sql: Sql,
  { canal, partenaire, revision }: RefDeModule,
  { le, minutes }: { le: Date; minutes: number | null },
): Promise<Chiffres> {
  const [row] = await sql.query<{
    montages: string | null;
    erreurs: string | null;
    agents: number | null;
  }>(
    `SELECT sum(montages) AS montages, sum(erreurs) AS erreurs, max(agents) AS agents FROM incident
     WHERE canal = $1 AND partenaire = $2 AND revision = $3 AND genre = ''
       AND ($4::integer IS NULL OR minute > $5::timestamptz - make_interval(mins => $4))`,
    [canal, partenaire, revision, minutes, le],
  );
  return {
    montages: Number(row?.montages ?? 0),
    erreurs: Number(row?.erreurs ?? 0),
    agents: row?.agents ?? 0,
  };
}

/** Names of the errors, the most frequent first: what the team looks for. */
export async function genresOf(
  sql: Sql,
  { canal, partenaire, revision }: RefDeModule,
  { le, minutes }: { le: Date; minutes: number },
): Promise<Readonly<Record<string, number>>> {
  const rows = await sql.query<{ genre: string; erreurs: string }>(
    `SELECT genre, sum(erreurs) AS erreurs FROM incident
     WHERE canal = $1 AND partenaire = $2 AND revision = $3 AND genre <> ''
       AND minute > $5::timestamptz - make_interval(mins => $4)
     GROUP BY genre ORDER BY sum(erreurs) DESC, genre LIMIT 5`,
    [canal, partenaire, revision, minutes, le],
  );
  return Object.fromEntries(rows.map(({ genre, erreurs }) => [genre, Number(erreurs)]));
}

interface Ligne {
  readonly partenaire: string;
  readonly revision: number;
  readonly genre: string;
  readonly montages: number;
  readonly erreurs: number;
  /** The same agent may be known to two gateways: the most that one knows, never their sum. */
  readonly agents: number;
}

/** One line for each key, even when a report names a module twice. */
function added(modules: readonly ModuleVu[]): readonly Ligne[] {
  const lignes = new Map<string, Ligne>();
  const add = (ligne: Ligne): void => {
    const key = JSON.stringify([ligne.partenaire, ligne.revision, ligne.genre]);
    const before = lignes.get(key);
    lignes.set(key, {
      ...ligne,
      montages: ligne.montages + (before?.montages ?? 0),
      erreurs: ligne.erreurs + (before?.erreurs ?? 0),
      agents: Math.max(ligne.agents, before?.agents ?? 0),
    });
  };
  for (const { partenaire, revision, montages, erreurs, agents, genres } of modules) {
    if (montages + erreurs === 0) continue;
    add({ partenaire, revision, genre: '', montages, erreurs, agents });
    for (const [genre, nombre] of Object.entries(genres).slice(0, GENRES_KEPT)) {
      // Only what names a class: a message could say something about someone.
      if (nombre <= 0 || !/^[A-Za-z_$][\w$.]*$/.test(genre)) continue;
      add({ partenaire, revision, genre, montages: 0, erreurs: nombre, agents: 0 });
    }
  }
  return [...lignes.values()];
}
