import type { Partenaire } from '@passerelle/portal-ui';

const PHRASES: Record<Partenaire, PhrasesPartenaire> = {
  etat: { sujet: 'L’État', de: 'de l’État', a: 'à l’État' },
  region: { sujet: 'La Région', de: 'de la Région', a: 'à la Région' },
  'pole-emploi': { sujet: 'Pôle emploi', de: 'de Pôle emploi', a: 'à Pôle emploi' },
};

export interface PhrasesPartenaire {
  /** « La Région », to begin a sentence. */
  sujet: string;
  /** « de la Région ». */
  de: string;
  /** « à la Région ». */
  a: string;
}

/** The forms of a house's name that a French sentence needs. */
export function phrasesPartenaire(partenaire: Partenaire): PhrasesPartenaire {
  return PHRASES[partenaire];
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
