import type { Seed } from '../../database/database.js';
import type { SqlWriter } from '../../database/sql-writer.js';
import type { Indicateur, Mesure } from '../domain/indicateur.js';
import { republier } from './republier.js';

/** The house's definitions, as this release says them; written again at each start. */
export function definitionsSeed(catalogue: readonly Indicateur[]): Seed {
  return {
    name: 'indicateurs-definitions',
    run: async (sql) => {
      for (const one of catalogue) await ecrireDefinition(sql, one);
    },
  };
}

async function ecrireDefinition(sql: SqlWriter, one: Indicateur): Promise<void> {
  await sql.query(
    `INSERT INTO indicateur (code, libelle, unite, nature, perimetre, methode, source, additif,
       compte_personnes, maille_minimale, dimensions, ordre, raison_maille, attendu, cibles)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb)
     ON CONFLICT (code) DO UPDATE SET libelle = $2, unite = $3, nature = $4, perimetre = $5,
       methode = $6, source = $7, additif = $8, compte_personnes = $9, maille_minimale = $10,
       dimensions = $11, ordre = $12, raison_maille = $13, attendu = $14, cibles = $15::jsonb`,
    [
      one.code,
      one.libelle,
      one.unite,
      one.nature,
      one.perimetre,
      one.methode,
      one.source,
      one.additif,
      one.comptePersonnes,
      one.mailleMinimale,
      one.dimensions,
      one.ordre,
      one.raisonMaille,
      one.attendu,
      JSON.stringify(one.cibles),
    ],
  );
}

/** First values of a house: sourced facts, and in a demonstration what is drawn beside; once. */
export function mesuresSeed(
  catalogue: readonly Indicateur[],
  draw: () => readonly Mesure[],
  seuil: number,
): Seed {
  return {
    name: 'indicateurs-mesures',
    run: async (sql) => {
      const [deja] = await sql.query('SELECT FROM mesure LIMIT 1');
      if (deja) return;
      const parIndicateur = Map.groupBy(draw(), ({ indicateur }) => indicateur);
      for (const indicateur of catalogue) {
        const mesures = parIndicateur.get(indicateur.code) ?? [];
        if (mesures.length === 0) continue;
        const periodes = [...new Set(mesures.map(({ periode }) => periode))];
        const [lot] = await sql.query<{ id: string }>(
          `INSERT INTO mesure_lot (indicateur, periodes, auteur, auteur_sujet, empreinte_demande)
           VALUES ($1, $2, $3, 'systeme', 'premieres-valeurs') RETURNING id::text`,
          [indicateur.code, periodes, AUTEUR],
        );
        if (!lot) throw new Error('a set of values was not recorded');
        await insererMesures(sql, lot.id, mesures);
        await republier(sql, indicateur, { id: lot.id, periodes, auteur: AUTEUR }, seuil);
      }
      await sql.query('ANALYZE mesure_publiee');
    },
  };
}

const AUTEUR = 'Premières valeurs, chargées à l’installation';

export async function insererMesures(
  sql: SqlWriter,
  lot: string,
  mesures: readonly Mesure[],
): Promise<void> {
  await sql.query(
    `INSERT INTO mesure (lot, indicateur, periode, maille, territoire, dimension, modalite, valeur,
       date_valeur, source, demonstration)
     SELECT $1::bigint, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::float8[], $9::date[], $10::text[], $11::boolean[])`,
    [
      lot,
      mesures.map((une) => une.indicateur),
      mesures.map((une) => une.periode),
      mesures.map((une) => une.maille),
      mesures.map((une) => une.territoire),
      mesures.map((une) => une.dimension ?? ''),
      mesures.map((une) => une.modalite ?? ''),
      mesures.map((une) => une.valeur),
      mesures.map((une) => une.dateValeur),
      mesures.map((une) => une.source),
      mesures.map((une) => une.demonstration),
    ],
  );
}
