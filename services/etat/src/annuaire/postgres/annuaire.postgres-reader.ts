import {
  createBinder,
  matchCondition,
  type Page,
  parseRecherche,
  type Slice,
  type SqlReader,
  toSlice,
} from '@passerelle/subgraph';
import type { FiltreAnnuaire, Organisation, Role } from '../domain/annuaire.js';
import type { AnnuaireReader } from '../domain/annuaire.reader.js';

interface OrganisationRow extends Omit<Organisation, 'territoire' | 'tri'> {
  maille: Organisation['territoire']['maille'];
  territoire: string;
  rang: number;
  nomCle: string;
}

const COLUMNS = `o.id, o.type, o.partenaire, o.noms, o.maille, o.territoire, o.sujets, o.contact,
  o.source, o.demonstration, o.rang, o.nom_cle AS "nomCle"`;

/** Competent for a commune: the organisation's territory is the commune or contains it. */
const COMPETENTE = (commune: string): string => `EXISTS (
  SELECT FROM territoire c WHERE c.maille = 'COMMUNE' AND c.code = ${commune} AND (
    (o.maille = 'COMMUNE' AND o.territoire = c.code)
    OR (o.maille = 'EPCI' AND o.territoire = c.epci)
    OR (o.maille = 'ARRONDISSEMENT' AND o.territoire = c.arrondissement)
    OR (o.maille = 'DEPARTEMENT' AND o.territoire = c.departement)
    OR (o.maille = 'REGION' AND o.territoire = c.region)))`;

async function list(
  sql: SqlReader,
  filtre: FiltreAnnuaire,
  page: Page,
): Promise<Slice<Organisation>> {
  const { values, bind } = createBinder();
  const conditions = ['true'];
  const recherche = parseRecherche(filtre.recherche);
  if (recherche) {
    conditions.push(matchCondition(recherche, { code: 'o.id', key: 'o.recherche_cle' }, bind));
  }
  if (filtre.commune !== null) conditions.push(COMPETENTE(`${bind(filtre.commune)}::text`));
  if (filtre.sujet !== null) conditions.push(`o.sujets @> ARRAY[${bind(filtre.sujet)}]`);
  if (filtre.type !== null) conditions.push(`o.type = ${bind(filtre.type)}`);
  if (page.after) {
    const [rang = 0, cle = '', id = ''] = page.after;
    conditions.push(
      `(o.rang, o.nom_cle, o.id) > (${bind(rang)}::int, ${bind(cle)}::text, ${bind(id)}::text)`,
    );
  }
  const rows = await sql.query<OrganisationRow>({
    name: 'annuaire-liste',
    isDynamic: true,
    text: `SELECT ${COLUMNS} FROM organisation o WHERE ${conditions.join(' AND ')}
           ORDER BY o.rang, o.nom_cle, o.id LIMIT ${bind(page.first + 1)}`,
    values,
  });
  return toSlice(rows.map(toOrganisation), page.first);
}

export const annuairePostgresReader: AnnuaireReader = {
  list,

  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<OrganisationRow>({
        name: 'annuaire-par-id',
        text: `SELECT ${COLUMNS} FROM organisation o WHERE o.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, toOrganisation(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  rolesDe: {
    cacheKey: (organisation) => organisation,
    async read(sql, organisations) {
      const rows = await sql.query<Role & { organisation: string }>({
        name: 'annuaire-roles',
        text: `SELECT organisation, id, fonction, titulaire, alias, du::text, au::text, source
               FROM role_tenu WHERE organisation = ANY($1::text[])
               ORDER BY au IS NOT NULL, du DESC, id`,
        values: [organisations],
      });
      const grouped = Map.groupBy(rows, ({ organisation }) => organisation);
      return organisations.map((organisation) => grouped.get(organisation) ?? []);
    },
  },
};

function toOrganisation({
  maille,
  territoire,
  rang,
  nomCle,
  ...row
}: OrganisationRow): Organisation {
  return { ...row, territoire: { code: territoire, maille }, tri: [rang, nomCle, row.id] };
}
