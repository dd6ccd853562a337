import type { Suivi } from './suivi.js';

const DIRECTION = 'Pôle emploi, directeur territorial';
const ENTREPRISES = 'Pôle emploi, chargé de relations entreprises';
const SERVICES = 'Pôle emploi, responsable de l’offre de services';

/** Demonstration texts of Pôle emploi: invented, plausible, signed by functions. */
export const SUIVIS_POLE_EMPLOI: readonly Suivi[] = [
  {
    engagement: 'E01',
    auteur: DIRECTION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-07-07T08:40:00Z',
        avancement: 25,
        meteo: 'SOLEIL',
        commentaire:
          'Les métiers en tension et les projets de recrutement sont fournis à la maille de l’arrondissement.',
      },
      {
        le: '2023-10-03T12:50:00Z',
        avancement: 60,
        meteo: 'SOLEIL',
        commentaire:
          'Une réunion de lecture des chiffres est tenue dans chaque territoire, avec l’équipe du sous-préfet et la plateforme de la Région.',
        preuve: 'Comptes rendus des réunions de septembre',
      },
    ],
  },
  {
    engagement: 'E02',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    enCours: 'BROUILLON',
    etapes: [
      {
        le: '2023-12-12T15:15:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Premier relevé des demandes de formation non satisfaites par métier. Chiffres à vérifier avec les agences avant de les montrer.',
      },
    ],
  },
  {
    engagement: 'E03',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-06T09:20:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Les conseillers consultent encore trois sites. La liste des informations qui leur manquent est transmise à la Région.',
      },
      {
        le: '2023-11-10T13:40:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Essai mené dans quatre agences avec les sessions régionales dans l’outil habituel. Les places restantes manquent toujours.',
      },
    ],
  },
  {
    engagement: 'E04',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-07-17T10:25:00Z',
        avancement: 10,
        meteo: 'NUAGE',
        commentaire:
          'Délai médian mesuré : quarante-sept jours entre la prescription et le premier jour.',
        preuve: 'Mesure du premier semestre 2023',
      },
      {
        le: '2023-09-25T14:30:00Z',
        avancement: 25,
        meteo: 'NUAGE',
        commentaire:
          'Les réunions d’information collective sont avancées. Le délai descend à quarante-deux jours.',
      },
      {
        le: '2023-12-04T09:55:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Trente-huit jours en novembre. Les entrées au fil de l’eau, possibles dans un organisme sur quatre, feraient gagner dix jours de plus.',
        preuve: 'Mesure de novembre 2023',
      },
    ],
  },
  {
    engagement: 'E05',
    auteur: DIRECTION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-14T08:05:00Z',
        avancement: 35,
        meteo: 'SOLEIL',
        commentaire:
          'Formations préalables au recrutement engagées avec des entreprises de la logistique et de l’agroalimentaire.',
      },
      {
        le: '2023-12-11T12:35:00Z',
        avancement: 60,
        meteo: 'SOLEIL',
        commentaire:
          'Six cent vingt entrées depuis juillet dans les cinq secteurs. Le transport de voyageurs manque de candidats titulaires du permis.',
        preuve: 'Entrées au 30 novembre',
      },
    ],
  },
  {
    engagement: 'E07',
    auteur: ENTREPRISES,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-03T09:15:00Z',
        avancement: 10,
        meteo: 'SOLEIL',
        commentaire:
          'Les offres d’alternance de l’industrie sont signalées à part dans les agences du Nord et du Pas-de-Calais.',
      },
      {
        le: '2023-10-11T13:25:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Cent quarante offres d’alternance recueillies. Une sur trois reste sans candidat, surtout en maintenance et en chaudronnerie.',
      },
      {
        le: '2023-12-01T10:45:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Trois matinées de découverte en atelier tenues en novembre, cinquante-huit participants. Vingt et un contrats sont en cours de signature.',
        preuve: 'Bilan des matinées de novembre',
      },
    ],
  },
  {
    engagement: 'E08',
    auteur: DIRECTION,
    visibilite: 'MAISON',
    etapes: [
      {
        le: '2023-11-13T15:35:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Note interne : équipes à renforcer dans deux agences avant l’ouverture des recrutements. Arbitrage attendu en janvier.',
      },
    ],
  },
  {
    engagement: 'E09',
    auteur: DIRECTION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-20T08:25:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Une équipe dédiée réunit quatre agences, la Région et les intercommunalités concernées.',
      },
      {
        le: '2023-10-13T14:10:00Z',
        avancement: 40,
        meteo: 'SOLEIL',
        commentaire:
          'Deux mille trois cents personnes intéressées se sont fait connaître. Six cents ont passé les exercices de la méthode de recrutement par simulation.',
        preuve: 'Tableau de suivi des candidatures, septembre',
      },
      {
        le: '2023-12-13T10:20:00Z',
        avancement: 55,
        meteo: 'SOLEIL',
        commentaire:
          'Premières prises de poste effectuées. La mobilité en équipe de nuit est le motif de renoncement le plus cité.',
        preuve: 'Tableau de suivi des candidatures, novembre',
      },
    ],
  },
  {
    engagement: 'E11',
    auteur: DIRECTION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-07-20T12:15:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Participation aux cellules de suivi existantes. Un correspondant est désigné par bassin.',
      },
    ],
  },
  {
    engagement: 'E12',
    auteur: ENTREPRISES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-14T09:00:00Z',
        avancement: 25,
        meteo: 'NUAGE',
        commentaire:
          'Les très petites entreprises répondent peu aux campagnes d’appels. Les permanences en chambre des métiers donnent de meilleurs résultats.',
      },
    ],
  },
  {
    engagement: 'E13',
    auteur: ENTREPRISES,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-06T12:05:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Calendrier commun construit avec les trois maisons, essayé à Valenciennes, Lens et Beauvais.',
      },
      {
        le: '2023-09-29T15:45:00Z',
        avancement: 40,
        meteo: 'SOLEIL',
        commentaire:
          'Les trois arrondissements tiennent leur plan hebdomadaire. La règle d’alerte à moins de trente jours est acceptée.',
        preuve: 'Bilan de l’essai, septembre',
      },
      {
        le: '2023-12-12T08:45:00Z',
        avancement: 65,
        meteo: 'COUVERT',
        commentaire:
          'Dix-huit arrondissements sur vingt-six. Les huit derniers commencent en janvier, après la formation des équipes : l’échéance de fin décembre ne sera pas tenue partout.',
        preuve: 'Plan de déploiement au 11 décembre',
      },
    ],
  },
  {
    engagement: 'E14',
    auteur: ENTREPRISES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-25T09:35:00Z',
        avancement: 15,
        meteo: 'NUAGE',
        commentaire:
          'Les comptes rendus contiennent parfois des éléments sur des personnes. Un tri est nécessaire avant tout partage.',
      },
    ],
  },
  {
    engagement: 'E15',
    auteur: ENTREPRISES,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-04T13:55:00Z',
        avancement: 25,
        meteo: 'SOLEIL',
        commentaire:
          'Un correspondant de recrutement est nommé pour chaque entreprise de plus de cinquante salariés.',
      },
      {
        le: '2023-10-23T08:10:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Quatre mille entreprises ont reçu le nom de leur correspondant. La moitié l’a déjà appelé.',
      },
      {
        le: '2023-12-06T15:30:00Z',
        avancement: 50,
        meteo: 'COUVERT',
        commentaire:
          'Le correspondant est connu des plateformes de la Région dans quatorze bassins. Une règle commune reste à écrire pour les entreprises suivies par les deux réseaux.',
      },
    ],
  },
  {
    engagement: 'E16',
    auteur: ENTREPRISES,
    visibilite: 'PARTENAIRES',
    enCours: 'VALIDEE',
    etapes: [
      {
        le: '2023-10-17T10:10:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Six agences rapprochent leurs offres avec celles de la plateforme voisine chaque semaine.',
      },
      {
        le: '2023-12-14T11:05:00Z',
        avancement: 60,
        meteo: 'SOLEIL',
        commentaire:
          'Dix-sept bassins couverts. Les offres en double sont signalées à l’entreprise, qui choisit un seul interlocuteur.',
        preuve: 'Relevé commun, semaine 49',
      },
    ],
  },
  {
    engagement: 'E17',
    auteur: ENTREPRISES,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-12T08:55:00Z',
        avancement: 30,
        meteo: 'SOLEIL',
        commentaire:
          'Objectif fixé par agence : une action de recrutement sans curriculum vitae par mois.',
      },
      {
        le: '2023-11-30T13:15:00Z',
        avancement: 65,
        meteo: 'SOLEIL',
        commentaire:
          'Quatre-vingt-quatorze actions depuis septembre. Quatre participants sur dix ont une proposition dans le mois.',
        preuve: 'Bilan des actions, septembre à novembre',
      },
    ],
  },
  {
    engagement: 'E18',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-17T14:45:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Accueil commun avec le réseau spécialisé dans onze agences. Les horaires d’ouverture ne coïncident pas encore partout.',
      },
    ],
  },
  {
    engagement: 'E19',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-08-31T09:45:00Z',
        avancement: 35,
        meteo: 'SOLEIL',
        commentaire:
          'Les aides de Pôle emploi sont décrites dans le même modèle que celles de la Région : conditions, montant, pièces, délai.',
      },
      {
        le: '2023-11-27T12:40:00Z',
        avancement: 60,
        meteo: 'SOLEIL',
        commentaire:
          'Le recueil est essayé dans cinq agences. Les conseillers demandent une entrée par situation plutôt que par financeur.',
        preuve: 'Retours de cinquante-deux conseillers',
      },
    ],
  },
  {
    engagement: 'E20',
    auteur: SERVICES,
    visibilite: 'PUBLIC',
    enCours: 'BROUILLON',
    etapes: [
      {
        le: '2023-09-28T10:30:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Dix-sept pièces différentes étaient demandées ; cinq sont déjà connues et ne le seront plus.',
      },
      {
        le: '2023-11-16T14:00:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Formulaire unique essayé à Amiens et à Maubeuge. Le délai de réponse passe de douze à sept jours.',
        preuve: 'Mesure de l’essai, octobre',
      },
      {
        le: '2023-12-14T08:30:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Extension à six agences en janvier. Attendre la réponse de la Région sur l’attestation commune avant de publier.',
      },
    ],
  },
  {
    engagement: 'E21',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-26T08:20:00Z',
        avancement: 20,
        meteo: 'NUAGE',
        commentaire:
          'Le besoin de garde est demandé au premier entretien. Faute de places, l’information reste souvent sans suite.',
      },
    ],
  },
  {
    engagement: 'E22',
    auteur: SERVICES,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-20T12:30:00Z',
        avancement: 15,
        meteo: 'COUVERT',
        commentaire:
          'Une trame de questions commune est rédigée avec les missions locales : huit familles de freins, réponse par oui ou non.',
      },
      {
        le: '2023-12-05T11:25:00Z',
        avancement: 30,
        meteo: 'NUAGE',
        commentaire:
          'La trame est utilisée dans vingt agences. Les freins numériques sont mieux repérés ; pour la santé, seule la demande d’appui est notée.',
        preuve: 'Utilisation de la trame, octobre et novembre',
      },
    ],
  },
  {
    engagement: 'E23',
    auteur: DIRECTION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-08T09:50:00Z',
        avancement: 25,
        meteo: 'COUVERT',
        commentaire:
          'Chaque agence présente au SPEL les situations restées sans réponse depuis trois mois, sans nom, par type de frein.',
      },
      {
        le: '2023-12-08T14:15:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Cent soixante situations examinées, soixante-douze ont reçu une réponse. Les délais dépendent surtout du logement.',
        preuve: 'Synthèse des SPEL de novembre',
      },
    ],
  },
];
