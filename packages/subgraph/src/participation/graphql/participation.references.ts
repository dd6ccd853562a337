import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import { parseDecisionId, parseSeanceId } from '../domain/seance-id.js';

/** Whoever is not the owner takes any well-formed identifier: the owner alone says what exists. */
export const participationReferences: Readonly<Record<string, ReferenceResolver>> = {
  Seance: ({ id }) => (typeof id === 'string' && parseSeanceId(id) ? { id } : null),
  Decision: ({ id }) => (typeof id === 'string' && parseDecisionId(id) ? { id } : null),
};
