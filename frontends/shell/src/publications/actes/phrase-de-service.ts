import type { ReponsesDesPasserelles } from '../registre/lire-reponses.js';

/** Whether what was just published is served, as the connected gateways say. */
export function phraseDeService({ attendues, recus }: ReponsesDesPasserelles): string {
  const servie = (nom: string): boolean =>
    recus.some(({ passerelle, statut }) => passerelle === nom && statut === 'SERVIE');
  const refus = recus.filter(({ statut }) => statut === 'REFUSEE');
  const servent = attendues.filter(servie).length;
  if (attendues.length === 0) {
    return 'Aucune passerelle n’est connectée à ce canal : elle sera servie quand l’une d’elles reviendra.';
  }
  const compte =
    servent === attendues.length
      ? servent === 1
        ? 'La passerelle connectée la sert.'
        : `Les ${servent} passerelles connectées la servent.`
      : `${servent} passerelle${servent < 2 ? '' : 's'} sur ${attendues.length} la ${servent < 2 ? 'sert' : 'servent'} à cet instant.`;
  const raisons = refus.map(
    ({ passerelle, code }) => `« ${passerelle} » l’a refusée (${code ?? 'sans code'}).`,
  );
  return [compte, ...raisons].join(' ');
}
