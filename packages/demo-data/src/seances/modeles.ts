import type { Partenaire } from '../partenaire.js';
import type { SujetDecision } from './seance-demonstration.js';

export interface ModeleDecision {
  /** `{lieu}` is the name of the territory. */
  readonly texte: string;
  readonly responsable: Partenaire;
  readonly fonction: string;
  readonly engagement: string | null;
  readonly sujets: readonly SujetDecision[];
}

type Ligne = readonly [
  texte: string,
  responsable: Partenaire,
  fonction: string,
  engagement: string | null,
  ...sujets: readonly SujetDecision[],
];

const LIGNES: readonly Ligne[] = [
  [
    'Ouvrir une session de formation d’opérateurs logistiques pour {lieu} avant la fin du trimestre',
    'region',
    'chargé de mission formation',
    'E05',
    'FORMATION_CONTINUE',
    'ENTREPRISES',
  ],
  [
    'Réunir les employeurs du bâtiment de {lieu} avec les organismes de formation',
    'etat',
    'chargé de mission mutations économiques',
    'E02',
    'ENTREPRISES',
  ],
  [
    'Inscrire trente demandeurs d’emploi de {lieu} à une information collective sur les métiers du soin',
    'pole-emploi',
    'directeur d’agence',
    'E04',
    'FORMATION_CONTINUE',
  ],
  [
    'Étudier l’ouverture d’un CAP en apprentissage dans le secteur du transport',
    'etat',
    'délégué du recteur',
    'E06',
    'APPRENTISSAGE',
    'FORMATION_INITIALE',
  ],
  [
    'Tenir un forum des métiers industriels avec les collèges de {lieu}',
    'region',
    'ambassadeur des métiers',
    'E17',
    'ORIENTATION',
  ],
  [
    'Partager chaque mois la liste des entreprises visitées dans {lieu}',
    'pole-emploi',
    'directeur territorial',
    'E14',
    'ENTREPRISES',
  ],
  [
    'Proposer le prêt de véhicules aux stagiaires sans moyen de transport',
    'region',
    'chargé de mission mobilité',
    'E20',
    'MOBILITE',
  ],
  [
    'Recenser les aides à la mobilité utilisables dans {lieu} et les présenter aux conseillers',
    'etat',
    'sous-préfecture',
    'E19',
    'MOBILITE',
  ],
  [
    'Organiser trois visites d’entreprises communes aux trois partenaires',
    'etat',
    'sous-préfecture',
    'E13',
    'ENTREPRISES',
  ],
  [
    'Recevoir les entreprises qui ont signalé plus de dix recrutements difficiles',
    'pole-emploi',
    'responsable de l’équipe entreprise',
    'E15',
    'ENTREPRISES',
  ],
  [
    'Adapter le calendrier des formations de soudeurs aux recrutements annoncés à {lieu}',
    'region',
    'chargé de mission formation',
    'E10',
    'FORMATION_CONTINUE',
    'ENTREPRISES',
  ],
  [
    'Présenter l’offre d’apprentissage de la rentrée aux familles de {lieu}',
    'etat',
    'délégué du recteur',
    'E06',
    'APPRENTISSAGE',
    'ORIENTATION',
  ],
  [
    'Suivre les entrées en formation de {lieu} et signaler les places libres',
    'region',
    'chargé de mission formation',
    'E03',
    'FORMATION_CONTINUE',
  ],
  [
    'Prévenir les partenaires des procédures collectives de plus de vingt salariés',
    'etat',
    'direction départementale de l’emploi',
    'E11',
    'ENTREPRISES',
  ],
  [
    'Tester une réponse commune aux offres non pourvues depuis plus de trente jours',
    'pole-emploi',
    'directeur d’agence',
    'E16',
    'ENTREPRISES',
  ],
  [
    'Ouvrir une permanence de la plateforme Proch’emploi dans {lieu}',
    'region',
    'animateur Proch’emploi',
    'E16',
    'ENTREPRISES',
  ],
  [
    'Adresser aux jeunes sortis sans qualification une proposition dans le mois',
    'pole-emploi',
    'directeur d’agence',
    'E23',
    'ORIENTATION',
    'FORMATION_CONTINUE',
  ],
  [
    'Arrêter le diagnostic des besoins en compétences de {lieu}',
    'etat',
    'sous-préfecture',
    'E01',
    'AUTRE',
  ],
  [
    'Proposer des horaires de garde d’enfants aux entrants en formation',
    'region',
    'chargé de mission insertion',
    'E21',
    'MOBILITE',
    'AUTRE',
  ],
  [
    'Publier un calendrier commun des rendez-vous de recrutement de {lieu}',
    'pole-emploi',
    'responsable de l’équipe entreprise',
    'E17',
    'ENTREPRISES',
  ],
];

/** Plausible decisions of a local body. Nothing here is a quotation. */
export const MODELES_DECISION: readonly ModeleDecision[] = LIGNES.map(
  ([texte, responsable, fonction, engagement, ...sujets]) => ({
    texte,
    responsable,
    fonction,
    engagement,
    sujets,
  }),
);

/** Items of an agenda, by the house that usually brings them. */
export const MODELES_POINT: readonly (readonly [Partenaire, titre: string, duree: number])[] = [
  ['etat', 'Suites des décisions de la séance précédente', 15],
  ['region', 'Places de formation ouvertes et entrées du mois', 20],
  ['pole-emploi', 'Demandeurs d’emploi et métiers en tension', 20],
  ['etat', 'Entreprises suivies : signaux forts et signaux faibles', 25],
  ['region', 'Orientation et promotion des métiers', 15],
  ['pole-emploi', 'Offres non pourvues depuis plus de trente jours', 15],
];

export const TEXTES_DE_SUITE: Readonly<
  Record<'A_FAIRE' | 'EN_COURS' | 'FAITE' | 'ABANDONNEE', string>
> = {
  A_FAIRE: 'Inscrite au programme de travail du mois prochain.',
  EN_COURS: 'Premiers contacts pris, réunion fixée avec les partenaires.',
  FAITE: 'Action menée ; le bilan a été présenté en séance.',
  ABANDONNEE: 'Action abandonnée : le besoin a été couvert autrement.',
};
