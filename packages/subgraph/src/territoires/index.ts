import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { PROPRIETAIRE_DU_COMMUN, standbyFor } from '../app/proprietaire.js';
import { RECHERCHE_CODES } from '../recherche/recherche.js';
import { trouvableDeTable } from '../trouvailles/index.js';
import { TERRITOIRE_CODES } from './domain/territoire.errors.js';
import { territoireReferences } from './graphql/territoire.references.js';
import { territoireResolvers } from './graphql/territoire.resolvers.js';
import { CreerTerritoire1795305600020 } from './postgres/territoire.migration.js';
import { territoirePostgresReader } from './postgres/territoire.postgres-reader.js';
import { seedTerritoires } from './postgres/territoire.seed.js';

export { estDansSaPortee, type Lieu } from './domain/portee.js';
export type { CleTerritoire, Territoire } from './domain/territoire.js';
export type { TerritoireReader } from './domain/territoire.reader.js';
export { mayActIn } from './graphql/may-act-in.js';
export { requireTerritoire } from './graphql/require-territoire.js';
export { CleTerritoireInput, TerritoireType } from './graphql/territoire.types.js';
export { insideCondition, withinCondition } from './postgres/inside.js';
export { territoirePostgresReader } from './postgres/territoire.postgres-reader.js';

const STANDBY = [
  'PointGeographique',
  'TerritoireConnection',
  'TerritoireEdge',
  ...['nom', 'population', 'nombreCommunes', 'interregional', 'centre', 'parents', 'enfants'].map(
    (field) => `Territoire.${field}`,
  ),
  ...['territoire', 'territoires'].map((field) => `Query.${field}`),
];

const TERRITOIRE_TROUVABLE = trouvableDeTable({
  genre: 'TERRITOIRE',
  de: 'territoire t',
  code: 't.code',
  cle: 't.nom_cle',
  titre: 't.nom',
  sousTitre: `CASE t.maille WHEN 'REGION' THEN 'Région' WHEN 'DEPARTEMENT' THEN 'Département'
    WHEN 'ARRONDISSEMENT' THEN 'Arrondissement' WHEN 'EPCI' THEN 'Intercommunalité'
    ELSE 'Commune' END`,
  detail: 'lower(t.maille)',
  chemin: ({ code, detail }) => `/territoires/${detail}/${code}`,
  ordre: 't.ordre, coalesce(-t.population, 0)',
});

/** @param region - INSEE code of the region whose territories are recorded at first start */
export function territoires(partenaire: Partenaire, region: string): Feature {
  const reader = territoirePostgresReader;
  return {
    migrations: [CreerTerritoire1795305600020],
    seeds: [{ name: 'territoires', run: (sql) => seedTerritoires(sql, region) }],
    graph: () => ({
      resolvers: territoireResolvers(reader),
      references: territoireReferences(reader),
    }),
    standby: standbyFor(partenaire, STANDBY),
    // The three hold the same territories: one answers for them.
    trouvables: partenaire === PROPRIETAIRE_DU_COMMUN ? [TERRITOIRE_TROUVABLE] : [],
    codes: [...TERRITOIRE_CODES, ...RECHERCHE_CODES],
  };
}
