import { protocoleDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../src/app/feature.js';
import { contributions } from '../src/contributions/index.js';
import { Database } from '../src/database/database.js';
import { securiteMigration } from '../src/database/securite.migration.js';
import { MouvementEntity } from '../src/outbox/mouvement.entity.js';
import { CreerMouvement1795305600002 } from '../src/outbox/mouvement.migration.js';
import { texteCommun } from '../src/texte-commun/index.js';

const log = { info: () => undefined, warn: () => undefined };

/** The text and an empty record of contributions of one house, migrated at this address. */
export async function startHouseDatabase(
  maison: Partenaire,
  url: string,
  others: readonly Feature[] = [],
): Promise<Database> {
  const features = [
    texteCommun(maison, protocoleDemonstration()),
    contributions(maison, null, () => '2023-12-15'),
    ...others,
  ];
  const database = new Database({
    url: () => Promise.resolve(url),
    entities: [MouvementEntity, ...features.flatMap(({ entities }) => entities ?? [])],
    migrations: [
      securiteMigration(maison),
      CreerMouvement1795305600002,
      ...features.flatMap(({ migrations }) => migrations),
    ],
    seeds: features.flatMap(({ seeds }) => seeds ?? []),
    poolSize: 4,
    statementTimeoutMs: 10_000,
    log,
  });
  await database.start();
  return database;
}
