import {
  type Geste,
  type ReponseDeGeste,
  signalerMouvement,
  type TypedDocumentNode,
  useGeste,
} from '@passerelle/portal-kit';

/** An act of whoever keeps the session: once done, the whole page reads again, and other tabs. */
export function useGesteDeSeance<
  Donnees extends ReponseDeGeste,
  Variables extends Record<string, unknown> & { cle?: unknown },
>(
  document: TypedDocumentNode<Donnees, Variables>,
  seance: string,
  fait: string,
): Geste<Donnees, Variables> {
  return useGeste(document, fait, () => signalerMouvement({ nature: 'seance', seance }));
}
