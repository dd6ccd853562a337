import { type Feature, territoirePostgresReader, trouvableDeTable } from '@passerelle/subgraph';
import { FORMATION_CODES } from './domain/formation.errors.js';
import { contributedFieldsResolvers } from './graphql/contributed-fields.resolvers.js';
import { formationResolvers } from './graphql/formation.resolvers.js';
import { CreerFormation1795305600200 } from './postgres/formation.migration.js';
import { formationPostgresReader } from './postgres/formation.postgres-reader.js';
import { type OffreDemonstration, seedFormations } from './postgres/formation.seed.js';
import { sessionPostgresReader } from './postgres/session.postgres-reader.js';

const CODE_ROME = /^[A-Z]\d{4}$/;

/**
 * The regional training offer, and what it says of territories and trades.
 *
 * @param demonstration - what to record at first start; null outside a demonstration
 */
export function formation(demonstration: OffreDemonstration | null): Feature {
  const formations = formationPostgresReader;
  const sessions = sessionPostgresReader;
  const territoires = territoirePostgresReader;
  return {
    migrations: [CreerFormation1795305600200],
    seeds: demonstration
      ? [{ name: 'formations', run: (sql) => seedFormations(sql, demonstration) }]
      : [],
    graph: () => ({
      resolvers: [
        ...formationResolvers({ formations, sessions, territoires }),
        ...contributedFieldsResolvers(formations, territoires),
      ],
      references: {
        Formation: ({ numeroOffre }, { reads }) =>
          typeof numeroOffre === 'string' ? reads.load(formations.parNumero, numeroOffre) : null,
        SessionFormation: ({ numeroSession }, { reads }) =>
          typeof numeroSession === 'string' ? reads.load(sessions.parNumero, numeroSession) : null,
        // Whether the trade exists is its owner's to say: here, only whether it could.
        Metier: ({ codeRome }) =>
          typeof codeRome === 'string' && CODE_ROME.test(codeRome) ? { codeRome } : null,
      },
    }),
    trouvables: [
      trouvableDeTable({
        genre: 'FORMATION',
        de: 'formation f',
        code: 'f.numero_offre',
        cle: 'f.recherche_cle',
        titre: 'f.intitule',
        sousTitre: 'f.organisme',
        chemin: ({ code }) => `/formations?q=${encodeURIComponent(code)}`,
        ordre: 'f.intitule_cle',
      }),
    ],
    codes: FORMATION_CODES,
  };
}
