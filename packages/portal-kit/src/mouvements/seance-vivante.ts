import type { Lecture } from '../graphe/lecture.js';
import { type Rythme, useRelecture } from '../graphe/relecture.js';
import { useDirectDeSeance } from './direct-de-seance.js';

/**
 * Keeps what is shown of a session true while several houses write in it: told of each change when
 * it is made, by asking now and then when nobody can tell.
 *
 * @param seance - null while there is nothing to follow
 */
export function useSeanceVivante(
  seance: string | null,
  lecture: Pick<Lecture<unknown>, 'rafraichissement' | 'relancer' | 'erreur' | 'manques'>,
  rythme: Rythme,
): void {
  const entendu = useDirectDeSeance(rythme === 'jamais' ? null : seance);
  // Told of a change, the page could not read all of it: it asks again by itself. A house that is
  // away is read again when it is back.
  const lue = lecture.erreur === null && lecture.manques.every(({ absent }) => absent);
  useRelecture(lecture, seance === null ? 'jamais' : rythme, entendu && lue);
}
