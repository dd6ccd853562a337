import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { erreurLisible, LectureManquante } from '../graphe/erreur-lisible.js';
import { type Manque, manquesDe } from '../graphe/manques.js';

/**
 * One question read anew for a file, with the places that a house left empty.
 *
 * @throws LectureManquante when nothing came
 */
export async function lirePourUnFichier<Donnees, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Donnees, Variables>,
  variables: Variables,
): Promise<{ donnees: Donnees; manques: readonly Manque[] }> {
  const { data, error, operation } = await client
    .query(document, variables, { requestPolicy: 'network-only' })
    .toPromise();
  const manques = manquesDe(operation);
  if (data === undefined || data === null) {
    throw new LectureManquante(manques[0]?.erreur ?? erreurLisible(error));
  }
  return { donnees: data, manques };
}
