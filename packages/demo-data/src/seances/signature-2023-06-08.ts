import { empreinteOrdreDuJour } from './empreintes.js';
import type { PointDemonstration, SeanceDemonstration } from './seance-demonstration.js';

const POINTS: readonly PointDemonstration[] = [
  {
    id: 'etat-signature',
    titre: 'Signature du protocole de préfiguration France Travail',
    duree: null,
    partenaire: 'etat',
  },
];

/**
 * The SPER of 8 June 2023: three signatories, and the haut-commissaire who attended and did not
 * sign. Nobody else is named by the sources, so nobody else is recorded.
 *
 * @source press release of 9 June 2023; prefectures-regions.gouv.fr for the place
 */
export const SEANCE_DE_SIGNATURE: SeanceDemonstration = {
  id: 'sper-32:2023-06-08',
  instance: 'sper-32',
  jour: '2023-06-08',
  debut: null,
  fin: null,
  lieu: 'Polytech Lille, Villeneuve-d’Ascq',
  objet: 'SPER France Travail : signature du protocole de préfiguration',
  statut: 'TENUE',
  publique: true,
  source:
    'Communiqué de presse du 9 juin 2023 ; lieu : site de la préfecture de région. Ni horaires ni relevé publics',
  points: POINTS,
  empreinteOrdreDuJour: empreinteOrdreDuJour(POINTS),
  accords: [],
  presences: [
    {
      fonction: 'Préfet de la région Hauts-de-France, préfet du Nord',
      organisation: 'Préfecture de la région Hauts-de-France',
      partenaire: 'etat',
      present: true,
      signataire: true,
      voix: false,
    },
    {
      fonction: 'Président de la Région Hauts-de-France',
      organisation: 'Région Hauts-de-France',
      partenaire: 'region',
      present: true,
      signataire: true,
      voix: false,
    },
    {
      fonction: 'Directeur régional de Pôle emploi',
      organisation: 'Pôle emploi Hauts-de-France',
      partenaire: 'pole-emploi',
      present: true,
      signataire: true,
      voix: false,
    },
    {
      fonction: 'Haut-commissaire à l’emploi et à l’engagement des entreprises',
      organisation: 'Haut-commissariat à l’emploi et à l’engagement des entreprises',
      partenaire: null,
      present: true,
      signataire: false,
      voix: false,
    },
  ],
  releve: null,
  decisions: [],
  demonstration: false,
};
