import type { SqlReader } from '../../database/sql-reader.js';
import type { Engagement, Enjeu, Protocole } from '../domain/texte-commun.js';
import type { TexteCommunReader } from '../domain/texte-commun.reader.js';

// Dates leave PostgreSQL as text: pg would make instants of them, in the machine's time zone.
const PROTOCOLE = `SELECT id, intitule, signe_le::text AS "signeLe", lieu, signataires,
  en_presence_de AS "enPresenceDe", texte_officiel AS "texteOfficiel", source, empreinte,
  enregistre_le AS "enregistreLe" FROM protocole`;

const ENJEU = `SELECT numero, libelle, texte_officiel AS "texteOfficiel", source FROM enjeu`;

const ENGAGEMENT = `SELECT code, numero, libelle, texte_officiel AS "texteOfficiel", source, enjeu,
  pilote, copilotes, echeance::text AS echeance FROM engagement`;

export const texteCommunPostgresReader: TexteCommunReader = {
  async protocole(sql) {
    const rows = await sql.query<Protocole>({
      name: 'protocole',
      text: `${PROTOCOLE} ORDER BY signe_le LIMIT 1`,
      values: [],
    });
    return rows[0] ?? null;
  },

  enjeux: (sql) =>
    sql.query<Enjeu>({ name: 'enjeux', text: `${ENJEU} ORDER BY numero`, values: [] }),

  engagements(sql, enjeu) {
    return sql.query<Engagement>({
      name: 'engagements',
      text: `${ENGAGEMENT} WHERE $1::int IS NULL OR enjeu = $1 ORDER BY numero`,
      values: [enjeu],
    });
  },

  enjeuParNumero: {
    cacheKey: String,
    async read(sql, numeros) {
      const rows = await sql.query<Enjeu>({
        name: 'enjeux-par-numero',
        text: `${ENJEU} WHERE numero = ANY($1::int[])`,
        values: [numeros],
      });
      return numeros.map((numero) => rows.find((row) => row.numero === numero) ?? null);
    },
  },

  engagementParCode: {
    cacheKey: (code) => code,
    async read(sql, codes) {
      const rows = await sql.query<Engagement>({
        name: 'engagements-par-code',
        text: `${ENGAGEMENT} WHERE code = ANY($1::text[])`,
        values: [codes],
      });
      const byCode = new Map(rows.map((row) => [row.code, row]));
      return codes.map((code) => byCode.get(code) ?? null);
    },
  },

  engagementsParEnjeu: {
    cacheKey: String,
    async read(sql: SqlReader, numeros) {
      const rows = await sql.query<Engagement>({
        name: 'engagements-par-enjeu',
        text: `${ENGAGEMENT} WHERE enjeu = ANY($1::int[]) ORDER BY numero`,
        values: [numeros],
      });
      return numeros.map((numero) => rows.filter((row) => row.enjeu === numero));
    },
  },
};
