import type { Partenaire } from '../partenaire.js';

/** How the protocol came to be, stage by stage: told beside the text, not part of it. */
export interface EtapeProtocole {
  readonly etat: 'PROJET' | 'SIGNE';
  /** Civil date; null when the source gives none. */
  readonly le: string | null;
  readonly parties: readonly {
    readonly partenaire: Partenaire;
    readonly role: 'AUTEUR' | 'APPUI' | 'SIGNATAIRE';
  }[];
  readonly source: string;
}

const SOURCE = 'Communiqué de presse du 9 juin 2023, préfecture de la région Hauts-de-France';

/**
 * « L'État et la Région Hauts-de-France, avec l'appui opérationnel de Pôle emploi, ont ainsi rédigé
 * un projet de protocole » ; signed on 8 June 2023 by the three.
 */
export const ETAPES_PROTOCOLE: readonly EtapeProtocole[] = [
  {
    etat: 'PROJET',
    le: null,
    parties: [
      { partenaire: 'etat', role: 'AUTEUR' },
      { partenaire: 'region', role: 'AUTEUR' },
      { partenaire: 'pole-emploi', role: 'APPUI' },
    ],
    source: SOURCE,
  },
  {
    etat: 'SIGNE',
    le: '2023-06-08',
    parties: [
      { partenaire: 'etat', role: 'SIGNATAIRE' },
      { partenaire: 'region', role: 'SIGNATAIRE' },
      { partenaire: 'pole-emploi', role: 'SIGNATAIRE' },
    ],
    source: SOURCE,
  },
];
