import { afterAll, beforeAll, describe } from 'vitest';
import { startHouseDatabase } from '../../../test/house-database.js';
import type { Database } from '../../database/database.js';
import { createTestDatabase, type TestDatabase, unResponsable } from '../../testing/index.js';
import { actsSuite } from '../use-cases/agir.suite.js';
import { contributionPostgresJournal } from './contribution.postgres-journal.js';
import { contributionPostgresReader } from './contribution.postgres-reader.js';

describe('actes sur le journal de PostgreSQL', () => {
  let postgres: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    postgres = await createTestDatabase();
    database = await startHouseDatabase('region', postgres.url);
  });
  afterAll(async () => {
    await database.stop();
    await postgres.release();
  });

  actsSuite(() => ({
    journal: contributionPostgresJournal(database, null),
    async read(engagement) {
      const session = database.readSession(unResponsable('region'));
      const page = { first: 100, after: null };
      const [histoire] = await contributionPostgresReader.historique.read(session, [engagement], {
        page,
        le: null,
      });
      await session.close();
      return (histoire?.rows ?? []).map(({ version, etat, avancement, auteur }) => ({
        version,
        etat,
        avancement,
        auteur,
      }));
    },
  }));
});
