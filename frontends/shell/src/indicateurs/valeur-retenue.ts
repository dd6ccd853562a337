import type { ContrePropositionLue, ValeurLue } from '@passerelle/portal-kit';

/** Whether the owner kept this figure and has not published it yet. */
export function resteAPublier(
  { valeur, masque, publieeLe }: Pick<ValeurLue, 'valeur' | 'masque' | 'publieeLe'>,
  { proposee, reponse }: Pick<ContrePropositionLue, 'proposee' | 'reponse'>,
): boolean {
  if (reponse?.issue !== 'RETENUE') return false;
  // A hidden value can't be compared: what was published since the answer is taken to be it.
  return masque ? Date.parse(publieeLe) < Date.parse(reponse.le) : valeur !== proposee;
}
