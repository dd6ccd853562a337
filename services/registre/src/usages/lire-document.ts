import { Kind, parse } from 'graphql';
import { profondeur } from '../verification/profondeur.js';

const MOTS_MAX = 10_000;
const PROFONDEUR_MAX = 60;

/**
 * Name of the operation that a gateway reports.
 *
 * @returns null when no gateway can have answered this text: it is not kept
 */
export function lireDocument(texte: string): { nom: string | null } | null {
  if (profondeur(texte) > PROFONDEUR_MAX) return null;
  try {
    const document = parse(texte, { noLocation: true, maxTokens: MOTS_MAX });
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return null;
    return { nom: operation.name?.value ?? null };
  } catch {
    return null;
  }
}
