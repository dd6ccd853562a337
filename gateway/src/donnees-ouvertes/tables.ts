import { DECISIONS } from './decisions.js';
import { ENGAGEMENTS } from './engagements.js';
import { INDICATEURS } from './indicateurs.js';
import { INSTANCES } from './instances.js';
import type { TablePublique } from './jeu-de-donnees.js';

/** What anyone may take away, without signing in. */
export const TABLES: readonly TablePublique[] = [ENGAGEMENTS, INSTANCES, DECISIONS, INDICATEURS];
