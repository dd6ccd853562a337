import type { ModeleFiche } from './modele-fiche.js';

const PREFECTURE = 'Préfecture de région, chef de projet';
const TRAVAIL = 'Services de l’État chargés du travail, responsable emploi et entreprises';
const RECTORAT = 'Rectorat de région académique, délégué du recteur';

/** Demonstration fiches of the État: invented, plausible, signed by functions. */
export const FICHES_ETAT: readonly ModeleFiche[] = [
  {
    engagement: 'E01',
    titre: 'Un diagnostic de deux pages par arrondissement',
    objet:
      'Réunir dans une même trame les besoins en compétences, les projets et les freins de chaque arrondissement.',
    auteur: PREFECTURE,
    statut: 'EN_COURS',
    debut: '2023-07-01',
    fin: '2023-12-31',
    visibilite: 'PUBLIC',
    budget: [[18_000, 'État, crédits d’animation territoriale']],
    etapes: [
      ['Trame arrêtée à trois', '2023-07-15', '2023-07-10'],
      ['Chiffres rassemblés', '2023-10-15', '2023-10-20'],
      ['Vingt-six diagnostics examinés en SPEL', '2023-12-22', null],
    ],
    variantes: ['Valenciennes', 'Lens', 'Dunkerque'],
  },
  {
    engagement: 'E06',
    titre: 'Les nuits de l’apprentissage au collège et au lycée professionnel',
    objet:
      'Faire rencontrer des apprentis, des CFA et des entreprises aux familles, le soir, dans l’établissement.',
    auteur: RECTORAT,
    statut: 'EN_COURS',
    debut: '2023-09-15',
    fin: '2023-12-20',
    visibilite: 'PUBLIC',
    budget: [
      [24_000, 'Rectorat, crédits académiques'],
      [12_000, 'Région, information sur les métiers'],
    ],
    etapes: [
      ['Douze établissements volontaires', '2023-09-30', '2023-09-28'],
      ['Douze soirées tenues', '2023-12-15', null],
    ],
    experience: {},
  },
  {
    engagement: 'E11',
    titre: 'Cellule d’alerte partagée sur les entreprises en mutation',
    objet: 'Repérer ensemble les entreprises fragiles et proposer une réponse en dix jours ouvrés.',
    auteur: TRAVAIL,
    statut: 'REALISEE',
    debut: '2023-06-15',
    fin: '2023-11-15',
    visibilite: 'PARTENAIRES',
    budget: [[35_000, 'État, accompagnement des mutations économiques']],
    etapes: [
      ['Fiche de signalement commune', '2023-07-01', '2023-06-29'],
      ['Premier cas traité à trois', '2023-09-01', '2023-08-24'],
      ['Bilan de quatre mois', '2023-11-15', '2023-11-20'],
    ],
    experience: {
      evaluation: {
        texte:
          'Dix-sept signalements, onze réponses en moins de dix jours. Les entreprises disent avoir expliqué leur situation une seule fois.',
        le: '2023-11-22',
      },
      issue: {
        nature: 'GENERALISEE',
        motif: 'Délai tenu dans deux cas sur trois, demande de tous les arrondissements.',
        suite: 'Cellule d’alerte dans les cinq départements',
      },
    },
  },
  {
    engagement: 'E14',
    titre: 'Compte rendu de contact partagé, avec l’accord de l’entreprise',
    objet:
      'Essayer une fiche de contact lisible par les trois maisons, l’entreprise ayant dit oui par écrit.',
    auteur: TRAVAIL,
    statut: 'EN_COURS',
    debut: '2023-09-01',
    fin: '2023-11-30',
    visibilite: 'PARTENAIRES',
    budget: [[9_000, 'État, crédits d’animation territoriale']],
    etapes: [
      ['Formule d’accord rédigée', '2023-09-20', '2023-09-25'],
      ['Quarante contacts partagés', '2023-11-30', null],
    ],
    // Ended without its evaluation: what row 11 must list.
    experience: {},
  },
  {
    engagement: 'E18',
    titre: 'Visites d’ateliers pour l’emploi des personnes en situation de handicap',
    objet: 'Ouvrir des postes adaptés après une visite d’atelier faite avec Cap emploi.',
    auteur: TRAVAIL,
    statut: 'EN_COURS',
    debut: '2023-10-01',
    fin: '2024-06-30',
    visibilite: 'PUBLIC',
    budget: [[22_000, 'Fonds pour l’insertion professionnelle']],
    etapes: [
      ['Trente entreprises volontaires', '2023-12-31', null],
      ['Bilan des postes ouverts', '2024-06-15', null],
    ],
    variantes: ['Lille', 'Amiens'],
  },
  {
    engagement: 'E23',
    titre: 'Tour de table mensuel sur les parcours sans solution',
    objet:
      'Examiner chaque mois, sans nom, les situations types qui ne trouvent pas de réponse dans l’arrondissement.',
    auteur: PREFECTURE,
    statut: 'EN_COURS',
    debut: '2023-09-01',
    fin: null,
    visibilite: 'PARTENAIRES',
    budget: [],
    etapes: [
      ['Six situations types décrites', '2023-10-31', '2023-10-27'],
      ['Réponses écrites à trois', '2024-01-31', null],
    ],
  },
  {
    engagement: 'E06',
    titre: 'Calendrier commun des portes ouvertes de l’apprentissage',
    objet: 'Un seul calendrier pour les familles, tenu à jour par les trois maisons.',
    auteur: RECTORAT,
    statut: 'A_VENIR',
    debut: '2024-01-08',
    fin: '2024-05-31',
    visibilite: 'PUBLIC',
    budget: [[6_000, 'Rectorat, crédits académiques']],
    etapes: [['Dates recueillies', '2024-01-31', null]],
    brouillon: true,
  },
];
