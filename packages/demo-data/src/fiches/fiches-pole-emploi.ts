import type { ModeleFiche } from './modele-fiche.js';

const TERRITOIRE = 'Pôle emploi, directeur territorial';
const ENTREPRISES = 'Pôle emploi, chargé de relations entreprises';

/** Demonstration fiches of Pôle emploi: invented, plausible, signed by functions. */
export const FICHES_POLE_EMPLOI: readonly ModeleFiche[] = [
  {
    engagement: 'E09',
    titre: 'Équipe commune de recrutement pour les usines de batteries',
    objet:
      'Une seule équipe des trois maisons prépare les candidats et les présente à l’industriel.',
    auteur: TERRITOIRE,
    statut: 'EN_COURS',
    debut: '2023-07-01',
    fin: '2024-12-31',
    visibilite: 'PUBLIC',
    budget: [
      [210_000, 'Pôle emploi, préparation au recrutement'],
      [90_000, 'Région, programme régional de formation'],
    ],
    etapes: [
      ['Équipe désignée', '2023-07-31', '2023-07-27'],
      ['Cent candidats préparés', '2023-12-31', null],
    ],
    variantes: ['Dunkerque', 'Douai', 'Lens'],
  },
  {
    engagement: 'E04',
    titre: 'Prescription à l’entrée en vingt-huit jours',
    objet: 'Supprimer les doubles vérifications entre la prescription et l’entrée en formation.',
    auteur: TERRITOIRE,
    statut: 'EN_COURS',
    debut: '2023-09-01',
    fin: '2024-06-30',
    visibilite: 'PARTENAIRES',
    budget: [],
    etapes: [
      ['Chaque étape chronométrée', '2023-10-31', '2023-10-30'],
      ['Une vérification sur deux supprimée', '2024-02-29', null],
    ],
  },
  {
    engagement: 'E13',
    titre: 'Plan commun de visites des entreprises',
    objet: 'Une entreprise est visitée une fois, par la maison que le plan désigne.',
    auteur: ENTREPRISES,
    statut: 'EN_COURS',
    debut: '2023-09-01',
    fin: '2023-12-31',
    visibilite: 'PUBLIC',
    budget: [[8_000, 'Pôle emploi, services aux entreprises']],
    etapes: [
      ['Liste croisée des trois maisons', '2023-09-30', '2023-10-03'],
      ['Quatre-vingts visites faites', '2023-12-15', null],
    ],
    variantes: ['Valenciennes', 'Cambrai'],
    experience: {},
  },
  {
    engagement: 'E17',
    titre: 'Recrutement sans curriculum vitae, trois forums d’essai',
    objet: 'Recruter sur ce que les personnes savent faire, par des exercices tenus le jour même.',
    auteur: ENTREPRISES,
    statut: 'REALISEE',
    debut: '2023-06-15',
    fin: '2023-10-15',
    visibilite: 'PUBLIC',
    budget: [[36_000, 'Pôle emploi, méthode de recrutement par simulation']],
    etapes: [
      ['Exercices écrits avec cinq entreprises', '2023-07-15', '2023-07-13'],
      ['Trois forums tenus', '2023-10-15', '2023-10-11'],
    ],
    experience: {
      evaluation: {
        texte:
          'Trois forums, 212 personnes, 57 embauches dont 19 de plus de douze mois sans emploi. Les entreprises recommencent.',
        le: '2023-10-27',
      },
      issue: {
        nature: 'GENERALISEE',
        motif: 'Une embauche pour quatre personnes présentes, sans coût de plus par forum.',
        suite: 'Un forum sans curriculum vitae par arrondissement',
      },
    },
  },
  {
    engagement: 'E20',
    titre: 'Demande d’aide à la mobilité en une page',
    objet: 'Une seule page pour demander, sans pièce déjà donnée à une maison.',
    auteur: TERRITOIRE,
    statut: 'REALISEE',
    debut: '2023-07-01',
    fin: '2023-10-31',
    visibilite: 'PARTENAIRES',
    budget: [[15_000, 'Pôle emploi, aides à la mobilité']],
    etapes: [
      ['Page écrite avec dix demandeurs', '2023-08-31', '2023-08-30'],
      ['Essai dans une agence', '2023-10-31', '2023-10-31'],
    ],
    experience: {
      evaluation: {
        texte: 'La page est plus courte, mais un dossier sur deux demande encore un rappel.',
        le: '2023-11-14',
      },
      issue: {
        nature: 'ARRETEE',
        motif: 'Le temps gagné par la personne est perdu en rappels ; le répertoire vient d’abord.',
      },
    },
  },
  {
    engagement: 'E22',
    titre: 'Cinq questions sur les freins dès l’inscription',
    objet: 'Poser tôt cinq questions simples sur le logement, la santé et le numérique.',
    auteur: TERRITOIRE,
    statut: 'EN_COURS',
    debut: '2023-09-15',
    fin: '2023-11-30',
    visibilite: 'PARTENAIRES',
    budget: [],
    etapes: [
      ['Questions relues par trois maisons', '2023-09-30', '2023-10-05'],
      ['Essai de deux mois', '2023-11-30', null],
    ],
    // Ended without its evaluation: what row 11 must list.
    experience: {},
  },
  {
    engagement: 'E15',
    titre: 'Un numéro, un nom de service, une réponse en deux jours',
    objet: 'Donner à chaque entreprise un seul service à appeler pour recruter.',
    auteur: ENTREPRISES,
    statut: 'A_VENIR',
    debut: '2024-01-08',
    fin: '2024-12-31',
    visibilite: 'PUBLIC',
    budget: [[20_000, 'Pôle emploi, services aux entreprises']],
    etapes: [['Répartition écrite par arrondissement', '2024-02-15', null]],
    brouillon: true,
  },
];
