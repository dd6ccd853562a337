import { type Definition, EFFECTIF, SIMPLE } from './definition.js';

export const CATALOGUE_REGION: readonly Definition[] = [
  {
    ...EFFECTIF,
    code: 'entrees-formation',
    libelle: 'Entrées en formation, tous financeurs',
    nature: 'ACTION',
    perimetre:
      'Demandeurs d’emploi entrés en formation, quel que soit le financeur : Région, Pôle emploi, État.',
    methode:
      'Ordre de grandeur annuel du communiqué, « près de 70 000 » ; à ne pas comparer au seul programme régional.',
    source: 'Communiqué de presse du 9 juin 2023',
    cibles: [
      {
        valeur: 70_000,
        annee: null,
        perimetre: 'Entrées d’une année, tous financeurs : « près de 70 000 ».',
        source: 'Communiqué de presse du 9 juin 2023',
      },
    ],
  },
  {
    ...EFFECTIF,
    code: 'entrees-prf',
    libelle: 'Entrées en formation, programme régional',
    nature: 'ACTION',
    perimetre: 'Programme régional de formation (PRF) financé par la Région, lui seul.',
    methode: 'Décompte annuel des entrées.',
    source: 'C2RP, chiffres clés',
    cibles: [
      {
        valeur: 65_000,
        annee: 2022,
        perimetre: 'Programme régional de formation, lui seul.',
        source: 'C2RP, chiffres clés 2022',
      },
    ],
  },
  {
    ...SIMPLE,
    code: 'objectif-prf',
    libelle: 'Objectif d’entrées, programme régional',
    unite: 'entrées',
    nature: 'ACTION',
    perimetre: 'Programme régional de formation (PRF), lui seul.',
    methode: 'Objectif de l’année.',
    source: 'C2RP, chiffres clés',
  },
  {
    ...SIMPLE,
    code: 'part-certifiante-tension',
    libelle: 'Entrées certifiantes dans les secteurs en tension',
    unite: '%',
    nature: 'ACTION',
    perimetre: 'Part des entrées du programme régional de formation.',
    methode: 'Décompte annuel.',
    source: 'C2RP, chiffres clés',
  },
  {
    ...SIMPLE,
    code: 'achevement-formation',
    libelle: 'Formations menées à leur terme',
    unite: '%',
    nature: 'ACTION',
    perimetre: 'Part des entrants du programme régional qui achèvent leur formation.',
    methode:
      'Entrants de l’année dont la formation va à son terme, rapportés aux entrants de l’année ; les abandons et les formations en cours ne sont pas des achèvements. Suivi des sorties par la Région ; la valeur reste vide tant qu’aucune source ne la donne.',
    source: 'À fournir',
    attendu:
      'Attendu de la Région : le suivi des sorties du programme régional, un fichier CSV par année, par territoire et par financeur. Il se charge ici, sous « Importer des valeurs ».',
  },
  {
    ...SIMPLE,
    code: 'emploi-six-mois',
    libelle: 'En emploi durable six mois après la formation',
    unite: '%',
    nature: 'ACTION',
    perimetre: 'Part des sortants en CDI ou en CDD de six mois et plus.',
    methode:
      'Sortants interrogés six mois après, en CDI ou en CDD de six mois et plus, rapportés aux répondants. Enquête auprès des sortants ; la valeur reste vide tant qu’aucune source ne la donne.',
    source: 'À fournir',
    attendu:
      'Attendu de la Région et du C2RP : l’enquête auprès des sortants, un fichier CSV par année et par territoire. Il se charge ici, sous « Importer des valeurs ».',
  },
  {
    ...SIMPLE,
    code: 'accueils-prochemploi',
    libelle: 'Personnes reçues par Proch’emploi',
    unite: 'personnes',
    nature: 'ACTION',
    mailleMinimale: 'REGION',
    perimetre: 'Les 23 plateformes.',
    methode: 'Ordre de grandeur annuel donné par la presse, « plus de 16 000 ».',
    source: 'lhemicycle.com, article de 2025',
  },
  {
    ...SIMPLE,
    code: 'budget-emploi-formation',
    libelle: 'Budget régional emploi et formation',
    unite: 'M€',
    nature: 'ACTION',
    mailleMinimale: 'REGION',
    perimetre: 'Emploi et formation ensemble.',
    methode: 'Budget voté pour l’année.',
    source: 'aefinfo.fr',
  },
  {
    ...SIMPLE,
    code: 'budget-formation',
    libelle: 'Budget régional de la formation',
    unite: 'M€',
    nature: 'ACTION',
    mailleMinimale: 'REGION',
    perimetre: 'Formation seule : à ne pas comparer au budget emploi et formation.',
    methode: 'Budget voté pour l’année.',
    source: 'Presse de la formation ; lhemicycle.com',
  },
];
