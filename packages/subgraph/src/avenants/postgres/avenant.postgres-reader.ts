import type { ValidationAvenant } from '../domain/avenant.js';
import type { AvenantReader } from '../domain/avenant.reader.js';

export const avenantPostgresReader: AvenantReader = {
  validations: {
    cacheKey: (avenant) => avenant,
    async read(sql, avenants) {
      const rows = await sql.query<ValidationAvenant & { avenant: string }>({
        name: 'avenant-validations',
        text: `SELECT DISTINCT ON (v.avenant, v.partenaire)
                 v.avenant, v.partenaire, v.empreinte, v.auteur, v.valide_le AS le,
                 v.empreinte IS DISTINCT FROM (
                   SELECT c.empreinte FROM avenant_connu c WHERE c.avenant = v.avenant
                   ORDER BY c.id DESC LIMIT 1) AS perimee
               FROM avenant_validation v
               WHERE v.avenant = ANY($1::text[])
               ORDER BY v.avenant, v.partenaire, v.valide_le DESC`,
        values: [avenants],
      });
      const byAvenant = Map.groupBy(rows, ({ avenant }) => avenant);
      return avenants.map((avenant) => byAvenant.get(avenant) ?? []);
    },
  },
};
