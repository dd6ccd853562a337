import { createBinder, toSlice, withinCondition } from '@passerelle/subgraph';
import type { Membre, ReglageSecondeConvocation } from '../domain/instance.js';
import type { InstanceReader } from '../domain/instance.reader.js';
import {
  existsOn,
  INSTANCE_COLUMNS,
  INSTANCE_SORT,
  type InstanceRow,
  toInstance,
} from './instance.row.js';

export const instancePostgresReader: InstanceReader = {
  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<InstanceRow>({
        name: 'instances-par-id',
        text: `SELECT ${INSTANCE_COLUMNS} FROM instance i WHERE i.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, toInstance(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  parTerritoire: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles, { le }) {
      const rows = await sql.query<InstanceRow>({
        name: 'instances-par-territoire',
        text: `SELECT ${INSTANCE_COLUMNS}
               FROM unnest($1::text[], $2::text[]) AS k (maille, code)
               JOIN instance i ON i.maille = k.maille AND i.territoire = k.code
               WHERE ${existsOn('$3::date')}
               ORDER BY ${INSTANCE_SORT}`,
        values: [cles.map((cle) => cle.maille), cles.map((cle) => cle.code), le],
      });
      const grouped = Map.groupBy(rows.map(toInstance), ({ territoire }) =>
        keyOf(territoire.maille, territoire.code),
      );
      return cles.map(({ code, maille }) => grouped.get(keyOf(maille, code)) ?? []);
    },
  },

  auJour: {
    cacheKey: (id) => id,
    async read(sql, ids, { le }) {
      const rows = await sql.query<InstanceRow & { demande: string }>({
        name: 'instances-au-jour',
        text: `SELECT o.id AS demande, ${INSTANCE_COLUMNS}
               FROM instance o
               JOIN instance i ON i.id IN (o.id, o.predecesseur) OR i.predecesseur = o.id
               WHERE o.id = ANY($1::text[]) AND ${existsOn('$2::date')}`,
        values: [ids, le],
      });
      const byId = new Map(rows.map(({ demande, ...row }) => [demande, toInstance(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  successeur: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<InstanceRow>({
        name: 'instances-successeurs',
        text: `SELECT ${INSTANCE_COLUMNS} FROM instance i WHERE i.predecesseur = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.predecesseur, toInstance(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  membres: {
    cacheKey: (id) => id,
    async read(sql, ids, { le }) {
      const rows = await sql.query<Membre & { instance: string }>({
        name: 'instances-membres',
        text: `SELECT instance, fonction, organisation, partenaire, copilote, voix
               FROM instance_membre
               WHERE instance = ANY($1::text[])
                 AND (du IS NULL OR du <= $2::date) AND (au IS NULL OR au >= $2::date)
               ORDER BY instance, rang`,
        values: [ids, le],
      });
      const grouped = Map.groupBy(rows, ({ instance }) => instance);
      return ids.map((id) => grouped.get(id) ?? []);
    },
  },

  secondeConvocation: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<ReglageSecondeConvocation>({
        name: 'instances-seconde-convocation',
        text: `SELECT instance, regle, source, auteur, modifie_le AS "modifieLe", version
               FROM instance_seconde_convocation WHERE instance = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.instance, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  async list(sql, { type, territoire, le }, page) {
    const { values, bind } = createBinder();
    const conditions = [existsOn(`${bind(le)}::date`)];
    if (type) conditions.push(`i.type = ${bind(type)}`);
    if (territoire) {
      conditions.push(withinCondition(territoire.maille, `${bind(territoire.code)}::text`));
    }
    if (page.after) {
      const [rang = 0, nom = '', id = ''] = page.after;
      conditions.push(
        `(${INSTANCE_SORT}) > (${bind(rang)}::int, ${bind(nom)}::text, ${bind(id)}::text)`,
      );
    }
    const rows = await sql.query<InstanceRow>({
      name: 'instances-liste',
      isDynamic: true,
      text: `SELECT ${INSTANCE_COLUMNS}
             FROM instance i
             JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire
             WHERE ${conditions.join(' AND ')}
             ORDER BY ${INSTANCE_SORT}
             LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(rows.map(toInstance), page.first);
  },
};

function keyOf(maille: string, code: string): string {
  return `${maille}/${code}`;
}
