import type { Partenaire } from '../partenaire.js';
import type { TexteEngagement } from './texte-protocole.js';

const SOURCE = "Libellé de démonstration : le texte signé des 23 engagements n'est pas public";

type Ligne = readonly [
  enjeu: 1 | 2 | 3 | 4,
  libelle: string,
  pilote: Partenaire,
  copilotes: readonly Partenaire[],
  echeance: string,
];

/**
 * Twenty-three plausible wordings. The signed list, its pilots and its deadlines are not public:
 * nothing here is a quotation, and each record says so.
 */
const LIGNES: readonly Ligne[] = [
  [
    1,
    'Partager un diagnostic annuel des besoins en compétences par arrondissement',
    'etat',
    ['region', 'pole-emploi'],
    '2023-12-31',
  ],
  [
    1,
    "Construire ensemble le programme régional de formation des demandeurs d'emploi",
    'region',
    ['etat', 'pole-emploi'],
    '2024-03-31',
  ],
  [
    1,
    "Donner aux conseillers une information unique sur l'offre de formation",
    'region',
    ['pole-emploi'],
    '2023-12-31',
  ],
  [
    1,
    "Réduire le délai entre la prescription et l'entrée en formation",
    'pole-emploi',
    ['region'],
    '2024-06-30',
  ],
  [
    1,
    'Ouvrir des places dans les cinq secteurs en tension',
    'region',
    ['etat', 'pole-emploi'],
    '2024-06-30',
  ],
  [
    1,
    "Coordonner la promotion de l'apprentissage auprès des jeunes et des familles",
    'etat',
    ['region'],
    '2024-03-31',
  ],
  [1, "Développer l'alternance dans l'industrie", 'region', ['etat', 'pole-emploi'], '2024-06-30'],
  [
    2,
    "Anticiper les emplois et les compétences des grands projets d'implantation",
    'region',
    ['etat', 'pole-emploi'],
    '2024-12-31',
  ],
  [
    2,
    'Organiser les recrutements des usines de batteries avec les territoires',
    'pole-emploi',
    ['region', 'etat'],
    '2024-12-31',
  ],
  [
    2,
    'Former aux métiers de la transition écologique et numérique',
    'region',
    ['etat'],
    '2024-12-31',
  ],
  [
    2,
    "Prévenir les ruptures d'emploi dans les entreprises en mutation",
    'etat',
    ['region', 'pole-emploi'],
    '2024-06-30',
  ],
  [
    2,
    "Soutenir les compétences des très petites entreprises et de l'artisanat",
    'region',
    ['pole-emploi'],
    '2024-09-30',
  ],
  [
    3,
    'Tenir un plan commun de visites des entreprises par arrondissement',
    'pole-emploi',
    ['region', 'etat'],
    '2023-12-31',
  ],
  [
    3,
    "Partager les comptes rendus de contact avec l'accord de l'entreprise",
    'etat',
    ['region', 'pole-emploi'],
    '2024-06-30',
  ],
  [
    3,
    "Proposer à l'entreprise un interlocuteur unique pour recruter",
    'pole-emploi',
    ['region'],
    '2024-03-31',
  ],
  [
    3,
    "Rapprocher les offres de Proch'emploi et de Pôle emploi",
    'region',
    ['pole-emploi'],
    '2023-12-31',
  ],
  [
    3,
    'Recruter autrement : immersions, méthodes sans curriculum vitae, forums',
    'pole-emploi',
    ['etat', 'region'],
    '2024-06-30',
  ],
  [
    3,
    "Accompagner les entreprises vers l'emploi des personnes en situation de handicap",
    'etat',
    ['pole-emploi'],
    '2024-09-30',
  ],
  [
    4,
    'Recenser les aides à la mobilité et les rendre lisibles',
    'region',
    ['etat', 'pole-emploi'],
    '2023-12-31',
  ],
  [
    4,
    "Simplifier l'accès aux aides à la mobilité géographique",
    'pole-emploi',
    ['region'],
    '2024-03-31',
  ],
  [
    4,
    "Lever le frein de la garde d'enfants à l'entrée en formation",
    'region',
    ['etat', 'pole-emploi'],
    '2024-06-30',
  ],
  [
    4,
    'Repérer plus tôt les freins de santé, de logement et de numérique',
    'pole-emploi',
    ['etat'],
    '2024-06-30',
  ],
  [
    4,
    "Mobiliser les services locaux de l'emploi sur les parcours sans solution",
    'etat',
    ['region', 'pole-emploi'],
    '2024-12-31',
  ],
];

export const ENGAGEMENTS: readonly TexteEngagement[] = LIGNES.map(
  ([enjeu, libelle, pilote, copilotes, echeance], index) => ({
    code: `E${String(index + 1).padStart(2, '0')}`,
    numero: index + 1,
    libelle,
    texteOfficiel: false,
    source: SOURCE,
    enjeu,
    pilote,
    copilotes,
    echeance,
  }),
);
