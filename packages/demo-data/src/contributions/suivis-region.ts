import type { Suivi } from './suivi.js';

const FORMATION = 'Conseil régional, chargé de mission formation';
const ECONOMIE = 'Conseil régional, chargé de mission développement économique';
const PROCHEMPLOI = 'Proch’emploi, animateur de plateforme';

/** Demonstration texts of the Région: invented, plausible, signed by functions. */
export const SUIVIS_REGION: readonly Suivi[] = [
  {
    engagement: 'E01',
    auteur: FORMATION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-11T08:20:00Z',
        avancement: 30,
        meteo: 'SOLEIL',
        commentaire:
          'Les entrées en formation de 2022 sont fournies à la maille de l’arrondissement, par secteur et par niveau.',
        preuve: 'Jeu d’indicateurs remis aux vingt-six SPEL',
      },
      {
        le: '2023-11-29T13:35:00Z',
        avancement: 70,
        meteo: 'SOLEIL',
        commentaire:
          'Données mises à jour au troisième trimestre 2023. Les plateformes locales ont complété la partie sur les besoins exprimés par les entreprises.',
      },
    ],
  },
  {
    engagement: 'E02',
    auteur: FORMATION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-04T09:40:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Méthode partagée : les besoins remontent des SPEL, le programme est arbitré une fois par an, deux révisions sont possibles en cours d’année.',
      },
      {
        le: '2023-10-03T14:15:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Premier arbitrage rendu sur l’industrie et le bâtiment. Les demandes du sanitaire et social dépassent de moitié les terrains de stage disponibles.',
      },
      {
        le: '2023-12-12T10:30:00Z',
        avancement: 60,
        meteo: 'COUVERT',
        commentaire:
          'Le projet de programme 2024 est soumis aux partenaires. L’arbitrage final est prévu fin janvier, avec une part réservée aux demandes des SPEL.',
        preuve: 'Projet de programme transmis le 8 décembre',
      },
    ],
  },
  {
    engagement: 'E03',
    auteur: FORMATION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-10-10T08:45:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Les sessions financées par la Région sont publiées chaque nuit dans un format commun. Les dates changent encore sans que les conseillers soient prévenus.',
      },
      {
        le: '2023-12-05T15:20:00Z',
        avancement: 65,
        meteo: 'COUVERT',
        commentaire:
          'Les reports de session déclenchent un avis aux prescripteurs. Il reste à publier les places restantes, aujourd’hui connues de l’organisme seul.',
        preuve: 'Deux cents avis envoyés depuis le 20 novembre',
      },
    ],
  },
  {
    engagement: 'E04',
    auteur: FORMATION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-12T12:25:00Z',
        avancement: 25,
        meteo: 'NUAGE',
        commentaire:
          'Les organismes regroupent leurs entrées en septembre et en janvier. Une clause d’entrées régulières est écrite pour les prochains marchés.',
      },
    ],
  },
  {
    engagement: 'E05',
    auteur: FORMATION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-11T09:05:00Z',
        avancement: 20,
        meteo: 'SOLEIL',
        commentaire:
          'Mille deux cents places supplémentaires votées pour le second semestre, réparties entre les cinq secteurs.',
      },
      {
        le: '2023-09-27T13:50:00Z',
        avancement: 45,
        meteo: 'SOLEIL',
        commentaire:
          'Huit cent quarante places ouvertes. La logistique se remplit vite, le bâtiment reste à un tiers de places vides.',
      },
      {
        le: '2023-12-13T08:10:00Z',
        avancement: 70,
        meteo: 'COUVERT',
        commentaire:
          'Mille quatre-vingts places ouvertes. Les places vides du bâtiment sont redéployées en janvier vers la rénovation énergétique, à la demande de trois SPEL.',
        preuve: 'État des places au 11 décembre',
      },
    ],
  },
  {
    engagement: 'E06',
    auteur: 'Conseil régional, chargé de mission orientation',
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-08-29T10:40:00Z',
        avancement: 30,
        meteo: 'SOLEIL',
        commentaire:
          'Les ambassadeurs des métiers interviennent dans les forums du calendrier commun. Soixante d’entre eux sont disponibles pour la rentrée.',
      },
    ],
  },
  {
    engagement: 'E07',
    auteur: FORMATION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-05T08:00:00Z',
        avancement: 10,
        meteo: 'SOLEIL',
        commentaire:
          'Appel à projets lancé auprès des centres de formation d’apprentis pour partager leurs plateaux techniques.',
      },
      {
        le: '2023-09-21T12:55:00Z',
        avancement: 25,
        meteo: 'COUVERT',
        commentaire:
          'Quatre projets retenus. Les délais de livraison des machines dépassent six mois.',
        preuve: 'Liste des projets retenus le 19 septembre',
      },
      {
        le: '2023-11-07T09:30:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Le plateau de Denain est prêt. Les premières entreprises ont visité les ateliers et proposé des contrats.',
      },
      {
        le: '2023-12-14T16:42:00Z',
        avancement: 55,
        meteo: 'COUVERT',
        commentaire:
          'Douze places ouvertes à Denain en janvier ; le plateau de Maubeuge attend son matériel.',
        preuve: 'Convention d’ouverture du plateau de Denain',
      },
    ],
  },
  {
    engagement: 'E08',
    auteur: ECONOMIE,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-19T13:10:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Registre des grands projets ouvert : implantation, calendrier, emplois directs annoncés, interlocuteur.',
      },
      {
        le: '2023-10-25T08:55:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Quatorze projets suivis. Les métiers recherchés sont connus pour neuf d’entre eux.',
      },
      {
        le: '2023-12-06T09:50:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Les métiers sont connus pour douze projets. La carte des formations par projet sera présentée au prochain SPER.',
        preuve: 'Registre des projets au 4 décembre',
      },
    ],
  },
  {
    engagement: 'E09',
    auteur: ECONOMIE,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-18T14:35:00Z',
        avancement: 35,
        meteo: 'SOLEIL',
        commentaire:
          'Parcours de conducteur de ligne construit avec les futurs employeurs : onze semaines, dont trois en entreprise.',
      },
      {
        le: '2023-12-08T13:25:00Z',
        avancement: 50,
        meteo: 'SOLEIL',
        commentaire:
          'Quatre sessions programmées de janvier à avril, soit cinquante-six places. Les réunions d’information commencent à Douai et à Dunkerque.',
        preuve: 'Calendrier des sessions 2024',
      },
    ],
  },
  {
    engagement: 'E10',
    auteur: FORMATION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-22T08:30:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Repérage des métiers en transition fait avec les branches du bâtiment et de l’automobile.',
      },
      {
        le: '2023-11-24T10:15:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Six formations existantes intègrent un module sur la sobriété énergétique. Le numérique reste traité au cas par cas.',
      },
    ],
  },
  {
    engagement: 'E11',
    auteur: ECONOMIE,
    visibilite: 'MAISON',
    etapes: [
      {
        le: '2023-10-20T09:15:00Z',
        avancement: 25,
        meteo: 'NUAGE',
        commentaire:
          'Note interne : deux dossiers demandent une décision sur la garantie d’emprunt avant d’en parler aux partenaires.',
      },
    ],
  },
  {
    engagement: 'E12',
    auteur: ECONOMIE,
    visibilite: 'PARTENAIRES',
    enCours: 'BROUILLON',
    etapes: [
      {
        le: '2023-09-13T12:45:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Une offre de formation courte, en demi-journées, est proposée aux artisans dans quatre bassins.',
      },
      {
        le: '2023-11-20T15:05:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Cent dix artisans inscrits. Le remplacement du salarié pendant la formation reste la première difficulté.',
        preuve: 'Inscriptions au 15 novembre',
      },
      {
        le: '2023-12-14T09:20:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Une aide au remplacement est à l’étude avec les chambres consulaires. Montant à confirmer avant de publier.',
      },
    ],
  },
  {
    engagement: 'E13',
    auteur: PROCHEMPLOI,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-06T08:15:00Z',
        avancement: 35,
        meteo: 'SOLEIL',
        commentaire:
          'Les plateformes inscrivent leurs visites au calendrier commun dans les trois arrondissements d’essai.',
      },
      {
        le: '2023-12-01T14:20:00Z',
        avancement: 60,
        meteo: 'COUVERT',
        commentaire:
          'Douze plateformes participent. Les autres attendent de pouvoir importer leur agenda plutôt que de le ressaisir.',
      },
    ],
  },
  {
    engagement: 'E15',
    auteur: PROCHEMPLOI,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-15T09:25:00Z',
        avancement: 20,
        meteo: 'NUAGE',
        commentaire:
          'Les entreprises gardent en pratique deux interlocuteurs. La règle « le premier contacté reste le correspondant » est proposée, sans accord pour le moment.',
      },
    ],
  },
  {
    engagement: 'E16',
    auteur: PROCHEMPLOI,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-13T08:35:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Comparaison faite à la main sur cent offres : une sur cinq est connue des deux réseaux.',
      },
      {
        le: '2023-10-04T13:30:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Rapprochement hebdomadaire dans six bassins. Les intitulés de poste diffèrent trop pour un rapprochement automatique.',
      },
      {
        le: '2023-12-11T14:40:00Z',
        avancement: 65,
        meteo: 'SOLEIL',
        commentaire:
          'Le code métier est désormais saisi des deux côtés. Dix-sept bassins rapprochent leurs offres chaque lundi ; quatre cent trente offres mises en commun depuis octobre.',
        preuve: 'Relevé des rapprochements, semaines 40 à 49',
      },
    ],
  },
  {
    engagement: 'E17',
    auteur: PROCHEMPLOI,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-15T10:05:00Z',
        avancement: 45,
        meteo: 'SOLEIL',
        commentaire:
          'Vingt-deux rencontres entre entreprises et candidats organisées sans curriculum vitae, dont neuf dans la logistique.',
      },
    ],
  },
  {
    engagement: 'E19',
    auteur: 'Conseil régional, chargé de mission mobilité',
    visibilite: 'PARTENAIRES',
    enCours: 'VALIDEE',
    etapes: [
      {
        le: '2023-09-08T12:20:00Z',
        avancement: 40,
        meteo: 'SOLEIL',
        commentaire:
          'Vingt-deux aides recensées, toutes origines confondues, avec leurs conditions et leurs pièces.',
        preuve: 'Recensement au 1er septembre',
      },
      {
        le: '2023-12-13T12:15:00Z',
        avancement: 75,
        meteo: 'SOLEIL',
        commentaire:
          'Vingt-six aides décrites en une page chacune, dans les mêmes termes. Relecture par dix demandeurs d’emploi : quatre fiches à reprendre.',
        preuve: 'Recueil des fiches, version du 12 décembre',
      },
    ],
  },
  {
    engagement: 'E20',
    auteur: 'Conseil régional, chargé de mission mobilité',
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-23T08:50:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'La demande de prêt de véhicule accepte l’attestation déjà fournie à Pôle emploi. Les autres aides régionales suivront.',
      },
    ],
  },
  {
    engagement: 'E21',
    auteur: FORMATION,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-19T13:05:00Z',
        avancement: 15,
        meteo: 'NUAGE',
        commentaire:
          'Une entrée en formation sur huit est reportée faute de garde, selon l’enquête menée auprès de quarante organismes.',
        preuve: 'Enquête de juin et juillet 2023',
      },
      {
        le: '2023-12-07T09:10:00Z',
        avancement: 30,
        meteo: 'NUAGE',
        commentaire:
          'L’aide régionale à la garde est versée dès le premier jour de formation. Les horaires d’accueil restent le principal obstacle hors des grandes villes.',
      },
    ],
  },
  {
    engagement: 'E23',
    auteur: FORMATION,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-06T14:50:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Un conseiller régional suit les parcours sans solution dans chaque SPEL. Les réponses de formation sont données sous quinze jours dans dix-huit arrondissements.',
      },
    ],
  },
];
