import type { Suivi } from './suivi.js';

const PREFECTURE = 'Préfecture de région, chef de projet';
const TRAVAIL = 'Services de l’État chargés du travail, responsable emploi et entreprises';
const RECTORAT = 'Rectorat de région académique, délégué du recteur';

/** Demonstration texts of the État: invented, plausible, signed by functions. */
export const SUIVIS_ETAT: readonly Suivi[] = [
  {
    engagement: 'E01',
    auteur: PREFECTURE,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-10T08:30:00Z',
        avancement: 10,
        meteo: 'SOLEIL',
        commentaire:
          'Trame de diagnostic commune arrêtée avec la Région et Pôle emploi : six rubriques, deux pages par arrondissement.',
      },
      {
        le: '2023-10-05T13:15:00Z',
        avancement: 45,
        meteo: 'COUVERT',
        commentaire:
          'Onze diagnostics sur vingt-six sont rédigés. Les chiffres de l’apprentissage arrivent plus tard que prévu.',
        preuve: 'Tableau de suivi présenté au comité technique du 3 octobre',
      },
      {
        le: '2023-12-11T09:05:00Z',
        avancement: 80,
        meteo: 'SOLEIL',
        commentaire:
          'Vingt et un diagnostics sur vingt-six ont été examinés en SPEL. Les cinq derniers, dans l’Oise et la Somme, passeront en séance avant le 22 décembre.',
        preuve: 'Relevés de conclusions des SPEL de novembre et décembre',
      },
    ],
  },
  {
    engagement: 'E02',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-14T12:40:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'L’État a transmis ses priorités pour 2024 : seniors, bénéficiaires du RSA, quartiers prioritaires. Le partage des financements reste à écrire.',
      },
      {
        le: '2023-11-28T10:20:00Z',
        avancement: 50,
        meteo: 'COUVERT',
        commentaire:
          'Accord sur les publics et sur les secteurs. Le volume par arrondissement sera discuté en janvier, après les diagnostics.',
        preuve: 'Note conjointe du 24 novembre',
      },
    ],
  },
  {
    engagement: 'E03',
    auteur: TRAVAIL,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-20T14:00:00Z',
        avancement: 15,
        meteo: 'NUAGE',
        commentaire:
          'Les formations financées par l’État sont décrites dans trois fichiers différents. Un correspondant par fichier est désigné, le regroupement n’est pas commencé.',
      },
    ],
  },
  {
    engagement: 'E04',
    auteur: TRAVAIL,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-19T08:50:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Les missions locales participent désormais au relevé des délais. Première lecture : l’attente vient surtout des dates de session.',
      },
      {
        le: '2023-11-30T15:10:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Les délais de douze structures d’accompagnement sont mesurés chaque mois. Deux d’entre elles dépassent dix semaines, un appui leur est proposé.',
        preuve: 'Relevé mensuel des délais, novembre',
      },
    ],
  },
  {
    engagement: 'E05',
    auteur: TRAVAIL,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-07-06T09:30:00Z',
        avancement: 10,
        meteo: 'SOLEIL',
        commentaire:
          'Crédits du plan de compétences confirmés pour le second semestre sur les cinq secteurs.',
      },
      {
        le: '2023-10-16T13:45:00Z',
        avancement: 40,
        meteo: 'COUVERT',
        commentaire:
          'Les places du transport et de la logistique sont ouvertes. Celles de la santé attendent des terrains de stage supplémentaires.',
      },
    ],
  },
  {
    engagement: 'E06',
    auteur: RECTORAT,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-07T07:55:00Z',
        avancement: 25,
        meteo: 'SOLEIL',
        commentaire:
          'Calendrier commun des forums de l’apprentissage établi avec la Région pour l’année scolaire : quatorze dates, au moins une par bassin.',
      },
      {
        le: '2023-11-09T10:35:00Z',
        avancement: 40,
        meteo: 'SOLEIL',
        commentaire:
          'Cinq forums tenus. Les collèges sont bien représentés, les familles viennent surtout en fin de journée : les horaires seront élargis.',
        preuve: 'Bilan des forums, septembre à novembre',
      },
      {
        le: '2023-12-06T14:25:00Z',
        avancement: 55,
        meteo: 'SOLEIL',
        commentaire:
          'Un livret unique sur l’apprentissage remplace les trois documents existants. Il est remis aux professeurs principaux de troisième avant les congés.',
        preuve: 'Livret transmis aux établissements le 4 décembre',
      },
    ],
  },
  {
    engagement: 'E07',
    auteur: RECTORAT,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-06-29T08:15:00Z',
        avancement: 15,
        meteo: 'SOLEIL',
        commentaire:
          'Recensement des plateaux techniques des lycées professionnels qui peuvent accueillir des apprentis de l’industrie.',
      },
      {
        le: '2023-09-18T12:30:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Rentrée faite avec huit sections mixant scolaires et apprentis. Les entreprises de mécanique tardent à signer les contrats.',
        preuve: 'État des sections à la rentrée 2023',
      },
      {
        le: '2023-10-27T09:00:00Z',
        avancement: 50,
        meteo: 'SOLEIL',
        commentaire:
          'Soixante et un contrats signés dans ces sections. Deux demandes d’ouverture sont instruites pour la rentrée 2024.',
      },
      {
        le: '2023-12-08T10:10:00Z',
        avancement: 60,
        meteo: 'SOLEIL',
        commentaire:
          'Deux unités de formation par apprentissage sont autorisées pour la rentrée 2024. La convention avec la branche est prête à la signature.',
        preuve: 'Avis de la commission académique du 5 décembre',
      },
    ],
  },
  {
    engagement: 'E08',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-26T14:45:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Un référent État est nommé pour chaque grand projet. Les besoins en emplois des sous-traitants restent mal connus.',
      },
      {
        le: '2023-12-04T08:40:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Première projection des besoins par trimestre jusqu’en 2026, partagée avec la Région. Le bâtiment et la maintenance seront les premiers en difficulté.',
        preuve: 'Projection examinée en comité technique le 30 novembre',
      },
    ],
  },
  {
    engagement: 'E09',
    auteur: 'Sous-préfecture, sous-préfet référent des implantations',
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-22T09:20:00Z',
        avancement: 40,
        meteo: 'SOLEIL',
        commentaire:
          'Les transports en horaires décalés sont inscrits à l’ordre du jour des SPEL concernés. Deux intercommunalités étudient une desserte avant cinq heures.',
      },
    ],
  },
  {
    engagement: 'E10',
    auteur: RECTORAT,
    visibilite: 'MAISON',
    etapes: [
      {
        le: '2023-10-09T13:00:00Z',
        avancement: 20,
        meteo: 'NUAGE',
        commentaire:
          'Note interne : trois projets de coloration de diplômes sont à l’étude, leur financement n’est pas acquis. À revoir avant toute diffusion.',
      },
    ],
  },
  {
    engagement: 'E11',
    auteur: TRAVAIL,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-07-18T08:05:00Z',
        avancement: 15,
        meteo: 'COUVERT',
        commentaire:
          'Liste partagée des signaux à surveiller : activité partielle répétée, retards de cotisations, départs non remplacés.',
      },
      {
        le: '2023-10-12T15:30:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Revue mensuelle tenue dans cinq arrondissements. Neuf entreprises ont accepté un échange sur leurs compétences.',
      },
      {
        le: '2023-12-01T11:15:00Z',
        avancement: 50,
        meteo: 'SOLEIL',
        commentaire:
          'La revue mensuelle couvre neuf arrondissements. Trois accords de reconversion sont en préparation, avec une formation avant la suppression du poste.',
        preuve: 'Synthèse des revues, novembre',
      },
    ],
  },
  {
    engagement: 'E13',
    auteur: TRAVAIL,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-29T09:45:00Z',
        avancement: 25,
        meteo: 'COUVERT',
        commentaire:
          'Les visites prévues par les services de l’État sont inscrites au calendrier commun dans trois arrondissements d’essai.',
      },
      {
        le: '2023-12-07T13:20:00Z',
        avancement: 55,
        meteo: 'COUVERT',
        commentaire:
          'Le calendrier commun fonctionne dans douze arrondissements. Six doubles visites ont été évitées ; les passages sans rendez-vous échappent encore au calendrier.',
        preuve: 'Extraction du calendrier commun au 1er décembre',
      },
    ],
  },
  {
    engagement: 'E14',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    enCours: 'VALIDEE',
    etapes: [
      {
        le: '2023-10-24T08:35:00Z',
        avancement: 20,
        meteo: 'NUAGE',
        commentaire:
          'Le cadre juridique de l’échange est clarifié pour les entreprises. Il manque un modèle d’accord simple, lisible par un dirigeant.',
      },
      {
        le: '2023-12-13T15:50:00Z',
        avancement: 35,
        meteo: 'COUVERT',
        commentaire:
          'Modèle d’accord d’une page rédigé avec la Région et Pôle emploi. Essai proposé à partir de janvier dans l’arrondissement de Béthune.',
        preuve: 'Projet de modèle du 11 décembre',
      },
    ],
  },
  {
    engagement: 'E15',
    auteur: TRAVAIL,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-11-16T10:00:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Les agents de l’État qui visitent les entreprises connaissent désormais le correspondant de recrutement du bassin et lui transmettent les demandes sous deux jours.',
      },
    ],
  },
  {
    engagement: 'E17',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-07-12T12:10:00Z',
        avancement: 20,
        meteo: 'SOLEIL',
        commentaire:
          'Les services de l’État s’engagent à proposer deux cents immersions dans leurs propres métiers avant fin 2023.',
      },
    ],
  },
  {
    engagement: 'E18',
    auteur: TRAVAIL,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-12T09:10:00Z',
        avancement: 20,
        meteo: 'COUVERT',
        commentaire:
          'Cartographie des acteurs du handicap et de l’emploi faite pour les cinq départements.',
      },
      {
        le: '2023-11-21T14:05:00Z',
        avancement: 45,
        meteo: 'SOLEIL',
        commentaire:
          'Trois cent dix entreprises informées pendant la semaine de novembre consacrée à l’emploi des personnes en situation de handicap. Soixante demandent un diagnostic.',
        preuve: 'Bilan de la semaine du 20 novembre, provisoire',
      },
    ],
  },
  {
    engagement: 'E19',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-09-28T07:50:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Neuf aides financées par l’État recensées, dont deux qui font double emploi avec une aide régionale.',
      },
    ],
  },
  {
    engagement: 'E21',
    auteur: PREFECTURE,
    visibilite: 'PARTENAIRES',
    enCours: 'BROUILLON',
    etapes: [
      {
        le: '2023-11-17T08:25:00Z',
        avancement: 15,
        meteo: 'NUAGE',
        commentaire:
          'Un seul département a transmis la carte de ses places d’accueil disponibles. Les quatre autres sont relancés.',
      },
      {
        le: '2023-12-14T13:40:00Z',
        avancement: 25,
        meteo: 'NUAGE',
        commentaire:
          'Trois départements sur cinq ont répondu. À compléter avec les places à vocation d’insertion avant validation.',
      },
    ],
  },
  {
    engagement: 'E22',
    auteur: TRAVAIL,
    visibilite: 'PARTENAIRES',
    etapes: [
      {
        le: '2023-10-30T15:00:00Z',
        avancement: 15,
        meteo: 'ORAGE',
        commentaire:
          'Deux tiers des structures consultées n’ont pas de solution de santé à proposer à moins de quarante-cinq minutes. Un échange avec l’agence régionale de santé est demandé.',
        preuve: 'Consultation de septembre, 48 réponses',
      },
    ],
  },
  {
    engagement: 'E23',
    auteur: PREFECTURE,
    visibilite: 'PUBLIC',
    etapes: [
      {
        le: '2023-09-05T12:00:00Z',
        avancement: 10,
        meteo: 'COUVERT',
        commentaire:
          'Chaque SPEL inscrit un point « parcours sans solution » à son ordre du jour à partir d’octobre.',
      },
      {
        le: '2023-10-31T10:50:00Z',
        avancement: 30,
        meteo: 'COUVERT',
        commentaire:
          'Dix-neuf SPEL sur vingt-six ont tenu ce point. Les situations examinées portent surtout sur la mobilité et le logement.',
      },
      {
        le: '2023-12-05T09:35:00Z',
        avancement: 45,
        meteo: 'SOLEIL',
        commentaire:
          'Les vingt-six SPEL tiennent le point chaque mois. Une fiche type permet de demander une réponse à une maison précise, avec une date.',
        preuve: 'Ordres du jour des SPEL de novembre',
      },
    ],
  },
];
