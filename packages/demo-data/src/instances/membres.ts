import type { CopiloteInstance } from './instances-demonstration.js';
import { type MembreInstance, operateur, unMembre } from './membre-instance.js';

/**
 * Seats of the SPER. @source press release of 9 June 2023 for the co-pilots; the others are
 * plausible, and are demonstration.
 */
export function membresDuSper(
  copilotes: readonly CopiloteInstance[],
  region: string,
): MembreInstance[] {
  return [
    ...copilotes.map(pilote),
    ...operateur('Directeur régional', region, false),
    unMembre(
      'Directeur régional de l’économie, de l’emploi, du travail et des solidarités',
      'DREETS',
      {
        partenaire: 'etat',
      },
    ),
    unMembre('Vice-président chargé de l’emploi et de la formation', `Région ${region}`, {
      partenaire: 'region',
    }),
    unMembre('Représentant des organisations d’employeurs', 'Partenaires sociaux'),
    unMembre('Représentant des organisations de salariés', 'Partenaires sociaux'),
  ];
}

/** Seats of a SPEL. @source hautsdefrance.fr, 4 July 2016, and va-infos.fr: the list of members */
export function membresDuSpel(
  copilotes: readonly CopiloteInstance[],
  lieu: string,
): MembreInstance[] {
  return [
    ...copilotes.map(pilote),
    ...operateur('Directeur d’agence', lieu, false),
    unMembre('Directeur de la mission locale', `Mission locale, ${lieu}`),
    unMembre('Directeur de Cap emploi', 'Cap emploi'),
    unMembre('Directeur de la maison de l’emploi', `Maison de l’emploi, ${lieu}`),
    unMembre('Inspecteur chargé de l’information et de l’orientation', 'Éducation nationale', {
      partenaire: 'etat',
    }),
    unMembre('Élu de la chambre de commerce et d’industrie', 'CCI'),
    unMembre('Élu de la chambre de métiers et de l’artisanat', 'CMA'),
    unMembre('Représentant des organisations d’employeurs', 'Partenaires sociaux'),
    unMembre('Représentant des organisations de salariés', 'Partenaires sociaux'),
  ];
}

function pilote({ fonction, organisation, partenaire }: CopiloteInstance): MembreInstance {
  return unMembre(fonction, organisation, { partenaire, copilote: true });
}
