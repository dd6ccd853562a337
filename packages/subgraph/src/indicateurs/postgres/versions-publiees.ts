import { z } from 'zod';
import type { SqlWriter } from '../../database/sql-writer.js';
import type { Decoupage } from '../domain/additionner.js';
import type { Indicateur, Mesure } from '../domain/indicateur.js';
import type { VersionPubliee } from '../domain/masquage/tableau.js';
import { retrouverVersion } from '../domain/publier-tableau.js';
import { lireMesures } from './mesures-exactes.js';

const versionGardee = z.object({
  lignes: z.array(
    z.object({
      cle: z.string(),
      parent: z.string().nullable(),
      total: z.number(),
      ventilations: z.record(z.string(), z.record(z.string(), z.number())),
    }),
  ),
  totaux: z.array(z.string()),
  ventilations: z.array(z.tuple([z.string(), z.array(z.string())])),
});

/** Keeps what later versions of a table must know of this one; the service alone reads it. */
export async function garderVersion(
  sql: SqlWriter,
  indicateur: string,
  periode: string,
  version: number,
  { lignes, masque }: VersionPubliee,
): Promise<void> {
  const tableau: z.input<typeof versionGardee> = {
    lignes: lignes.map((ligne) => ({
      ...ligne,
      ventilations: Object.fromEntries(
        Object.entries(ligne.ventilations).map(([dimension, valeurs]) => [
          dimension,
          { ...valeurs },
        ]),
      ),
    })),
    totaux: [...masque.totaux],
    ventilations: [...masque.ventilations].map(([dimension, cles]) => [dimension, [...cles]]),
  };
  await sql.query(
    `INSERT INTO mesure_version (indicateur, periode, version, tableau)
     VALUES ($1, $2, $3, $4::jsonb)`,
    [indicateur, periode, version, JSON.stringify(tableau)],
  );
}

/**
 * Every version of a table shown so far, oldest first.
 *
 * A table published before versions were kept has one left to be found: the last, out of its exact
 * values and of what is shown of it.
 *
 * @param table.lot - the set of values being published, which is not in any of them yet
 */
export async function lireVersions(
  sql: SqlWriter,
  indicateur: Pick<Indicateur, 'code' | 'additif'>,
  table: {
    readonly periode: string;
    readonly lot: string;
    readonly decoupage: readonly Decoupage[];
  },
): Promise<readonly VersionPubliee[]> {
  const cle = [indicateur.code, table.periode];
  const rows = await sql.query<{ tableau: unknown }>(
    `SELECT tableau FROM mesure_version WHERE indicateur = $1 AND periode = $2 ORDER BY version`,
    cle,
  );
  if (rows.length > 0) {
    return rows.map(({ tableau }) => {
      const { lignes, totaux, ventilations } = versionGardee.parse(tableau);
      return {
        lignes,
        masque: {
          totaux: new Set(totaux),
          ventilations: new Map(
            ventilations.map(([dimension, cles]) => [dimension, new Set(cles)]),
          ),
        },
      };
    });
  }
  const avant = await lireMesures(sql, indicateur.code, [table.periode], table.lot);
  if (avant.length === 0) return [];
  const masquees = await sql.query<Pick<Mesure, 'maille' | 'territoire' | 'dimension'>>(
    `SELECT DISTINCT maille, territoire, nullif(dimension, '') AS dimension FROM mesure_publiee
     WHERE indicateur = $1 AND periode = $2 AND masque`,
    cle,
  );
  return [retrouverVersion(indicateur, avant, table.decoupage, masquees)];
}
