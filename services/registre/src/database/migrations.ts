import type { MigrationInterface } from 'typeorm';
import { CreerDerive1795370490002 } from '../derive/derive.migration.js';
import { CreerFichier1795370490001 } from '../fichiers/fichier.migration.js';
import { CreerIncident1795370490003 } from '../incidents/incident.migration.js';
import { CreerJeton1795370400003 } from '../jetons/jeton.migration.js';
import { CreerJournal1795370400002 } from '../journal/journal.migration.js';
import { CreerRefusDeModification1795370400001 } from './immuable.migration.js';

/** In the order of their timestamps. Each room brings its own: `<room>/<name>.migration.ts`. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  CreerRefusDeModification1795370400001,
  CreerJournal1795370400002,
  CreerJeton1795370400003,
  CreerFichier1795370490001,
  CreerDerive1795370490002,
  CreerIncident1795370490003,
];
