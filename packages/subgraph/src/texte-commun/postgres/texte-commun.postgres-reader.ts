import type { SqlReader } from '../../database/sql-reader.js';
import type {
  Engagement,
  Enjeu,
  EtapeProtocole,
  LienIndicateur,
  Protocole,
  VersionTexte,
} from '../domain/texte-commun.js';
import type { TexteCommunReader } from '../domain/texte-commun.reader.js';
import { textesDeVersion } from './read-texte.js';

const EN_VIGUEUR = '(SELECT max(version) FROM texte_version)';

// Dates leave PostgreSQL as text: pg would make instants of them, in the machine's time zone.
const PROTOCOLE = `SELECT protocole AS id, intitule, signe_le::text AS "signeLe", lieu, signataires,
  en_presence_de AS "enPresenceDe", texte_officiel AS "texteOfficiel", source, version, empreinte,
  enregistre_le AS "enregistreLe" FROM texte_version`;

const ENJEU_COLUMNS = `numero, libelle, texte_officiel AS "texteOfficiel", source`;
const ENJEU = `SELECT ${ENJEU_COLUMNS} FROM enjeu_version WHERE version = ${EN_VIGUEUR}`;

const ENGAGEMENT_COLUMNS = `code, numero, libelle, texte_officiel AS "texteOfficiel", source, enjeu,
  pilote, copilotes, echeance::text AS echeance, retire_le::text AS "retireLe"`;
const ENGAGEMENT = `SELECT ${ENGAGEMENT_COLUMNS} FROM engagement_version
  WHERE version = ${EN_VIGUEUR}`;

export const texteCommunPostgresReader: TexteCommunReader = {
  async protocole(sql) {
    const rows = await sql.query<Protocole>({
      name: 'protocole',
      text: `${PROTOCOLE} ORDER BY version DESC LIMIT 1`,
      values: [],
    });
    return rows[0] ?? null;
  },

  enjeux: (sql) =>
    sql.query<Enjeu>({ name: 'enjeux', text: `${ENJEU} ORDER BY numero`, values: [] }),

  engagements(sql, enjeu) {
    return sql.query<Engagement>({
      name: 'engagements',
      text: `${ENGAGEMENT} AND ($1::int IS NULL OR enjeu = $1) ORDER BY numero`,
      values: [enjeu],
    });
  },

  enjeuParNumero: {
    cacheKey: String,
    async read(sql, numeros) {
      const rows = await sql.query<Enjeu>({
        name: 'enjeux-par-numero',
        text: `${ENJEU} AND numero = ANY($1::int[])`,
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
        text: `${ENGAGEMENT} AND code = ANY($1::text[])`,
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
        text: `${ENGAGEMENT} AND enjeu = ANY($1::int[]) ORDER BY numero`,
        values: [numeros],
      });
      return numeros.map((numero) => rows.filter((row) => row.enjeu === numero));
    },
  },

  versions: (sql) =>
    sql.query<VersionTexte>({
      name: 'texte-versions',
      text: `SELECT version AS numero, nature, avenant, intitule,
               texte_officiel AS "texteOfficiel", source, empreinte,
               en_vigueur_le::text AS "enVigueurLe", enregistre_le AS "enregistreLe"
             FROM texte_version ORDER BY version DESC`,
      values: [],
    }),

  enjeuxDeVersion: {
    cacheKey: String,
    async read(sql, versions) {
      const rows = await sql.query<Enjeu & { version: number }>({
        name: 'enjeux-de-version',
        text: `SELECT version, ${ENJEU_COLUMNS} FROM enjeu_version
               WHERE version = ANY($1::int[]) ORDER BY numero`,
        values: [versions],
      });
      return versions.map((version) => rows.filter((row) => row.version === version));
    },
  },

  engagementsDeVersion: {
    cacheKey: String,
    async read(sql, versions) {
      const rows = await sql.query<Engagement & { version: number }>({
        name: 'engagements-de-version',
        text: `SELECT version, ${ENGAGEMENT_COLUMNS} FROM engagement_version
               WHERE version = ANY($1::int[]) ORDER BY numero`,
        values: [versions],
      });
      return versions.map((version) => rows.filter((row) => row.version === version));
    },
  },

  texteDeVersion: textesDeVersion,

  etapes: (sql) =>
    sql.query<EtapeProtocole>({
      name: 'protocole-etapes',
      text: `SELECT etat, le::text AS le, parties, source FROM protocole_etape ORDER BY rang`,
      values: [],
    }),

  indicateursParEngagement: {
    cacheKey: (code) => code,
    async read(sql, codes) {
      const rows = await sql.query<LienIndicateur & { engagement: string }>({
        name: 'indicateurs-par-engagement',
        text: `SELECT engagement, partenaire, indicateur AS code FROM engagement_indicateur
               WHERE engagement = ANY($1::text[]) ORDER BY partenaire, indicateur`,
        values: [codes],
      });
      const byCode = Map.groupBy(rows, ({ engagement }) => engagement);
      return codes.map((code) => byCode.get(code) ?? []);
    },
  },
};
