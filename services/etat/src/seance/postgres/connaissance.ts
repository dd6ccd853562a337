import type { ConnaissanceDesSeances } from '@passerelle/subgraph';
import { decisionPostgresReader } from './decision.postgres-reader.js';
import { seancePostgresReader } from './seance.postgres-reader.js';

/** What the common room of participation asks the owner before an agent's act. */
export const connaissanceDesSeances: ConnaissanceDesSeances = {
  seance: (reads, id) => reads.load(seancePostgresReader.parId, id),
  async decision(reads, id) {
    const decision = await reads.load(decisionPostgresReader.parId, id);
    return decision && { annulee: decision.statut === 'ANNULEE', sujets: decision.sujets };
  },
};
