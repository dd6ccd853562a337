import { nomPartenaireLe, type Partenaire } from '@passerelle/portal-ui';
import { jourDuPortail } from '../date/jour-du-portail.js';

export interface PhrasesPartenaire {
  /** « La Région », to begin a sentence. */
  sujet: string;
  /** « de la Région ». */
  de: string;
  /** « à la Région ». */
  a: string;
}

/** A house's name on the day that the portal shows. */
export function nomPartenaire(partenaire: Partenaire): string {
  return nomPartenaireLe(partenaire, jourDuPortail().le);
}

/** The forms of a house's name that a French sentence needs, on the day that the portal shows. */
export function phrasesPartenaire(partenaire: Partenaire): PhrasesPartenaire {
  switch (partenaire) {
    case 'etat':
      return { sujet: 'L’État', de: 'de l’État', a: 'à l’État' };
    case 'region':
      return { sujet: 'La Région', de: 'de la Région', a: 'à la Région' };
    case 'pole-emploi': {
      const nom = nomPartenaire(partenaire);
      return { sujet: nom, de: `de ${nom}`, a: `à ${nom}` };
    }
  }
}

/** From the graph's enum (`POLE_EMPLOI`) to the code used everywhere else. */
export function partenaireDuGraphe(valeur: 'ETAT' | 'REGION' | 'POLE_EMPLOI'): Partenaire {
  switch (valeur) {
    case 'ETAT':
      return 'etat';
    case 'REGION':
      return 'region';
    case 'POLE_EMPLOI':
      return 'pole-emploi';
  }
}
