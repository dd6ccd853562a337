import type { Changement } from '@passerelle/publication';

export type Sens = 'ajoute' | 'retire' | 'change';

export const LIBELLES_SENS: Readonly<Record<Sens, string>> = {
  ajoute: 'Ajouté',
  retire: 'Retiré',
  change: 'Modifié',
};

/** The stable codes name what happened: `CHAMP_AJOUTE`, `TYPE_RETIRE`, `CHAMP_TYPE_CHANGE`. */
function sensDe({ code }: Changement): Sens {
  if (/_AJOUTEE?$/.test(code)) return 'ajoute';
  return /_RETIREE?$/.test(code) ? 'retire' : 'change';
}

/** Differences by what happened, what is taken away first: it is what may hurt. */
export function parSens(
  changements: readonly Changement[],
): { sens: Sens; changements: Changement[] }[] {
  const ordre: Sens[] = ['retire', 'change', 'ajoute'];
  return ordre
    .map((sens) => ({ sens, changements: changements.filter((c) => sensDe(c) === sens) }))
    .filter((groupe) => groupe.changements.length > 0);
}
