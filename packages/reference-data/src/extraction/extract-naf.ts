import { createRequire } from 'node:module';
import type { CompactNaf } from '../naf/naf.js';

const require = createRequire(import.meta.url);

interface SourceEntry {
  id: string;
  label: string;
}

/** Code → label, for the four levels of the NAF that carry digits. */
export function extractNaf(): CompactNaf {
  const entries: SourceEntry[] = require('@socialgouv/codes-naf/index.json');
  return Object.fromEntries(entries.map(({ id, label }) => [id, label.trim()]));
}
