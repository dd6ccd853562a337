import type { ConnaissanceDesSeances } from '@passerelle/subgraph';
import { decisionPostgresReader } from '../postgres/decision.postgres-reader.js';
import { seancePostgresReader } from '../postgres/seance.postgres-reader.js';

/** What the common room of participation asks the owner before an agent's act. */
export const connaissanceDesSeances: ConnaissanceDesSeances = {
  seance: (reads, id) => reads.load(seancePostgresReader.parId, id),
  async decision(reads, id) {
    const decision = await reads.load(decisionPostgresReader.parId, id);
    return decision && { annulee: decision.statut === 'ANNULEE', sujets: decision.sujets };
  },
};
