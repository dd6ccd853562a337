import { ENGAGEMENTS } from './engagements.js';
import { ENJEUX } from './enjeux.js';
import type { TexteProtocole } from './texte-protocole.js';

/**
 * The protocol as each house loads it at first start: facts of the press release of 9 June 2023
 * for the act of signature and the four enjeux, demonstration wordings for the 23 engagements.
 *
 * Signatories are functions, never persons.
 */
export function protocoleDemonstration(): TexteProtocole {
  return {
    protocole: {
      id: 'protocole-2023',
      intitule: 'Protocole de préfiguration France Travail dans les Hauts-de-France',
      signeLe: '2023-06-08',
      lieu: "Polytech Lille, Villeneuve-d'Ascq",
      signataires: [
        {
          fonction: 'Préfet de la région Hauts-de-France, préfet du Nord',
          organisation: 'Préfecture de la région Hauts-de-France',
          partenaire: 'etat',
        },
        {
          fonction: 'Président de la Région Hauts-de-France',
          organisation: 'Région Hauts-de-France',
          partenaire: 'region',
        },
        {
          fonction: 'Directeur régional de Pôle emploi',
          organisation: 'Pôle emploi Hauts-de-France',
          partenaire: 'pole-emploi',
        },
      ],
      enPresenceDe: ["Haut-commissaire à l'emploi et à l'engagement des entreprises"],
      texteOfficiel: false,
      source:
        "Signature, signataires et enjeux : communiqué de presse du 9 juin 2023 ; lieu : site de la préfecture de région ; engagements : libellés de démonstration, le texte signé n'étant pas public",
    },
    enjeux: ENJEUX,
    engagements: ENGAGEMENTS,
  };
}
