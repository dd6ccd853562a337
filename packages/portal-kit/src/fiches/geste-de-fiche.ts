import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type Geste, type ReponseDeGeste, useGeste } from '../actes/geste.js';
import { signalerMouvement } from '../mouvements/mouvements.js';

/** An act about a fiche: once done, every place that shows fiches, other tabs too, reads again. */
export function useGesteDeFiche<
  Donnees extends ReponseDeGeste,
  Variables extends AnyVariables & { cle?: unknown },
>(document: TypedDocumentNode<Donnees, Variables>, fait: string): Geste<Donnees, Variables> {
  return useGeste(document, fait, () => signalerMouvement({ nature: 'fiche' }));
}
