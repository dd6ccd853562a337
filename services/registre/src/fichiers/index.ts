import type { Sql } from '../database/sql.js';
import type { Journal } from '../journal/journal.js';
import { databasePlace } from './database-place.js';
import type { FileStore, Place } from './file-store.js';
import type { FileStoreConfig } from './file-store-config.js';
import { folderPlace } from './folder-place.js';
import { s3Place } from './s3-place.js';
import { verifiedStore } from './verified-store.js';

export { registerFichiersRoutes } from './fichiers-routes.js';
export type { FileStore } from './file-store.js';
export { type FileStoreConfig, readFileStoreConfig } from './file-store-config.js';

/** The store that the configuration names; an altered file is written in the journal as an alarm. */
export function createFileStore(
  config: FileStoreConfig,
  { sql, journal }: { sql: Sql; journal: Pick<Journal, 'append'> },
): FileStore {
  return verifiedStore(placeOf(config, sql), async (empreinte) => {
    await journal.append(sql, {
      evenement: 'ALARME',
      editeur: 'commun',
      par: 'registre',
      resume: `Un fichier déposé a changé dans le stockage : ${empreinte}. Il n’est plus donné.`,
      details: { code: 'FICHIER_ALTERE', empreinte },
    });
  });
}

function placeOf(config: FileStoreConfig, sql: Sql): Place {
  switch (config.genre) {
    case 'dossier':
      return folderPlace(config.chemin);
    case 'base':
      return databasePlace(sql);
    case 's3':
      return s3Place(config);
  }
}
