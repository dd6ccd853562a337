import type { ModeleFiche } from './modele-fiche.js';

const FORMATION = 'Conseil régional, chargé de mission formation';
const PROCHEMPLOI = 'Proch’emploi, animateur de plateforme';
const MOBILITE = 'Conseil régional, chargé de mission mobilité';

/** Demonstration fiches of the Région: invented, plausible, signed by functions. */
export const FICHES_REGION: readonly ModeleFiche[] = [
  {
    engagement: 'E07',
    titre: 'Parcours d’alternance courts pour l’industrie',
    objet:
      'Ouvrir des contrats d’alternance de six à neuf mois, avec une remise à niveau avant l’entrée.',
    auteur: FORMATION,
    statut: 'EN_COURS',
    debut: '2023-07-01',
    fin: '2024-06-30',
    visibilite: 'PUBLIC',
    budget: [
      [180_000, 'Région, programme régional de formation'],
      [60_000, 'Branches professionnelles'],
    ],
    etapes: [
      ['Quatre centres de formation retenus', '2023-08-31', '2023-08-25'],
      ['Premières entrées', '2023-10-15', '2023-10-16'],
      ['Deux cents contrats signés', '2024-03-31', null],
    ],
    variantes: ['Valenciennes', 'Dunkerque', 'Saint-Quentin'],
  },
  {
    engagement: 'E03',
    titre: 'Une page unique sur l’offre de formation pour les conseillers',
    objet: 'Montrer aux conseillers des trois maisons les mêmes places, le même jour.',
    auteur: FORMATION,
    statut: 'EN_COURS',
    debut: '2023-06-15',
    fin: '2023-12-31',
    visibilite: 'PARTENAIRES',
    budget: [[45_000, 'Région, systèmes d’information']],
    etapes: [
      ['Besoins écrits avec douze conseillers', '2023-07-15', '2023-07-12'],
      ['Essai dans deux agences', '2023-11-30', '2023-11-28'],
    ],
  },
  {
    engagement: 'E05',
    titre: 'Places de formation ouvertes en trois semaines',
    objet:
      'Répondre à un besoin exprimé en SPEL par une session ouverte en trois semaines au lieu de dix.',
    auteur: FORMATION,
    statut: 'REALISEE',
    debut: '2023-06-15',
    fin: '2023-10-31',
    visibilite: 'PUBLIC',
    budget: [[120_000, 'Région, programme régional de formation']],
    etapes: [
      ['Circuit court arrêté', '2023-07-01', '2023-06-30'],
      ['Six sessions ouvertes', '2023-10-31', '2023-10-24'],
    ],
    experience: {
      evaluation: {
        texte:
          'Six sessions ouvertes en vingt et un jours en moyenne, 68 entrées. Deux sessions ont manqué de candidats faute de transport.',
        le: '2023-11-10',
      },
      issue: {
        nature: 'ADAPTEE',
        motif: 'Le délai est tenu ; le repérage des candidats doit commencer avant l’ouverture.',
        suite: 'Sessions ouvertes vite, candidats repérés avant',
      },
    },
    variantes: ['Lens'],
  },
  {
    engagement: 'E16',
    titre: 'Offres de Proch’emploi et de Pôle emploi dans une même revue',
    objet: 'Relire ensemble chaque lundi les offres sans candidat des deux réseaux.',
    auteur: PROCHEMPLOI,
    statut: 'EN_COURS',
    debut: '2023-09-04',
    fin: '2023-12-08',
    visibilite: 'PARTENAIRES',
    budget: [],
    etapes: [
      ['Revue commune dans trois plateformes', '2023-09-30', '2023-09-25'],
      ['Bilan écrit', '2023-12-08', null],
    ],
    // Ended without its evaluation: what row 11 must list.
    experience: {},
  },
  {
    engagement: 'E19',
    titre: 'Répertoire unique des aides à la mobilité',
    objet: 'Décrire chaque aide une seule fois, avec qui la donne et à qui elle s’adresse.',
    auteur: MOBILITE,
    statut: 'EN_COURS',
    debut: '2023-07-01',
    fin: '2024-03-31',
    visibilite: 'PUBLIC',
    budget: [[28_000, 'Région, mobilité vers l’emploi']],
    etapes: [
      ['Aides des trois maisons recensées', '2023-10-31', '2023-11-06'],
      ['Relecture par douze conseillers', '2024-01-31', null],
    ],
  },
  {
    engagement: 'E21',
    titre: 'Places d’accueil réservées le temps d’une formation',
    objet: 'Réserver des places d’accueil de jeunes enfants pour la durée d’une formation.',
    auteur: MOBILITE,
    statut: 'EN_PAUSE',
    debut: '2023-09-01',
    fin: '2023-12-31',
    visibilite: 'PARTENAIRES',
    budget: [[50_000, 'Région, aide à la garde d’enfants']],
    etapes: [
      ['Deux communes volontaires', '2023-10-15', '2023-10-12'],
      ['Vingt places réservées', '2023-12-15', null],
    ],
    experience: {},
  },
  {
    engagement: 'E10',
    titre: 'Modules de base sur la batterie pour les formateurs',
    objet: 'Donner aux formateurs les bases communes des métiers de la batterie.',
    auteur: FORMATION,
    statut: 'A_VENIR',
    debut: '2024-01-15',
    fin: '2024-09-30',
    visibilite: 'PUBLIC',
    budget: [[75_000, 'Région, programme régional de formation']],
    etapes: [['Contenu écrit avec les industriels', '2024-02-28', null]],
    brouillon: true,
  },
];
