import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type Geste, type ReponseDeGeste, useGeste } from '../actes/geste.js';
import { signalerMouvement } from '../mouvements/mouvements.js';

/** An act in a session: once done, every panel of the page, and the other tabs, read it again. */
export function useGesteEnSeance<
  Donnees extends ReponseDeGeste,
  Variables extends AnyVariables & { cle?: unknown },
>(
  document: TypedDocumentNode<Donnees, Variables>,
  seance: string,
  fait: string,
): Geste<Donnees, Variables> {
  return useGeste(document, fait, () => signalerMouvement({ nature: 'seance', seance }));
}
