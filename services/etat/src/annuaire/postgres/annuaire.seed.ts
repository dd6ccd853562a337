import type { OrganisationConnue } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';

/** The region's own first, then the départements', then the rest. */
const RANG: Readonly<Record<string, number>> = { REGION: 0, DEPARTEMENT: 1 };

/** Organisations and who holds what in them; once. */
export async function seedAnnuaire(
  sql: SqlWriter,
  organisations: readonly OrganisationConnue[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM organisation LIMIT 1');
  if (deja) return;
  await sql.query(
    `INSERT INTO organisation (id, type, partenaire, noms, rang, nom_cle, recherche_cle, maille,
       territoire, sujets, contact, source, demonstration)
     SELECT id, type, partenaire, noms, rang, nom_cle, recherche_cle, maille, territoire,
       ARRAY(SELECT jsonb_array_elements_text(sujets)), contact, source, demonstration
     FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::int[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::jsonb[], $11::jsonb[], $12::jsonb[], $13::boolean[])
       AS t (id, type, partenaire, noms, rang, nom_cle, recherche_cle, maille, territoire, sujets,
             contact, source, demonstration)`,
    [
      organisations.map((one) => one.id),
      organisations.map((one) => one.type),
      organisations.map((one) => one.partenaire && MAISONS[one.partenaire].symbole),
      organisations.map((one) => JSON.stringify(one.noms)),
      organisations.map((one) => RANG[one.territoire.maille] ?? 2),
      organisations.map((one) => normaliserNom(one.noms[0]?.nom ?? one.id)),
      organisations.map((one) => rechercheCle(one)),
      organisations.map((one) => one.territoire.maille),
      organisations.map((one) => one.territoire.code),
      organisations.map((one) => JSON.stringify(one.sujets)),
      organisations.map((one) => one.contact && JSON.stringify(one.contact)),
      organisations.map((one) => JSON.stringify(one.source)),
      organisations.map((one) => one.demonstration),
    ],
  );
  const roles = organisations.flatMap(({ id, roles: tenus }) =>
    tenus.map((role) => ({ organisation: id, ...role })),
  );
  await sql.query(
    `INSERT INTO role_tenu (id, organisation, fonction, titulaire, alias, du, au, source)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::date[],
       $7::date[], $8::jsonb[])`,
    [
      roles.map((role) => role.id),
      roles.map((role) => role.organisation),
      roles.map((role) => role.fonction),
      roles.map((role) => role.titulaire),
      roles.map((role) => JSON.stringify(role.alias)),
      roles.map((role) => role.du),
      roles.map((role) => role.au),
      roles.map((role) => JSON.stringify(role.source)),
    ],
  );
}

/** Every name under which it, or who holds a role in it, may be looked for. */
function rechercheCle({ noms, roles, sujets }: OrganisationConnue): string {
  const texts = [
    ...noms.map(({ nom }) => nom),
    ...sujets,
    ...roles.flatMap(({ fonction, titulaire, alias }) => [
      fonction,
      titulaire ?? '',
      ...alias.map(({ nom }) => nom),
    ]),
  ];
  return texts.map(normaliserNom).join(' ');
}
