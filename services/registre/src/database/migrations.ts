import type { MigrationInterface } from 'typeorm';
import { CreerAcquittement1795370400007 } from '../acquittements/acquittement.migration.js';
import { CreerCarte1795370500002 } from '../carte/carte.migration.js';
import { CreerCle1795370400006 } from '../cles/cle.migration.js';
import { CreerDerive1795370490002 } from '../derive/derive.migration.js';
import { CreerFichier1795370490001 } from '../fichiers/fichier.migration.js';
import { AjouterAgents1795370500004 } from '../incidents/agents.migration.js';
import { CreerIncident1795370490003 } from '../incidents/incident.migration.js';
import { CreerJeton1795370400003 } from '../jetons/jeton.migration.js';
import { CreerJournal1795370400002 } from '../journal/journal.migration.js';
import { IndexerJournalParEvenement1795370500005 } from '../journal/journal-evenement.migration.js';
import { CreerPublication1795370400005 } from '../publications/publication.migration.js';
import { CreerRevision1795370400004 } from '../revisions/revision.migration.js';
import { CreerUsage1795370500001 } from '../usages/usage.migration.js';
import { CreerRefusDeModification1795370400001 } from './immuable.migration.js';

/** In the order of their timestamps. Each room brings its own: `<room>/<name>.migration.ts`. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  CreerRefusDeModification1795370400001,
  CreerJournal1795370400002,
  CreerJeton1795370400003,
  CreerRevision1795370400004,
  CreerPublication1795370400005,
  CreerCle1795370400006,
  CreerAcquittement1795370400007,
  CreerFichier1795370490001,
  CreerDerive1795370490002,
  CreerIncident1795370490003,
  CreerUsage1795370500001,
  CreerCarte1795370500002,
  AjouterAgents1795370500004,
  IndexerJournalParEvenement1795370500005,
];
