import { type Definition, EFFECTIF, SIMPLE } from './definition.js';

export const CATALOGUE_ETAT: readonly Definition[] = [
  {
    ...EFFECTIF,
    code: 'apprentis',
    libelle: 'Apprentis en emploi',
    nature: 'ACTION',
    perimetre:
      'Contrats d’apprentissage en cours à la fin de l’année, employeurs privés et publics.',
    methode: 'Effectif au 31 décembre de l’année, au lieu de travail.',
    source: 'INSEE et Dares',
  },
  {
    ...SIMPLE,
    code: 'emploi-salarie',
    libelle: 'Emploi salarié',
    unite: 'salariés',
    additif: true,
    perimetre: 'Salariés du privé et du public.',
    methode: 'Estimations trimestrielles d’emploi, à la fin du trimestre.',
    source: 'INSEE',
  },
  {
    ...SIMPLE,
    code: 'creations-entreprises',
    libelle: 'Créations d’entreprises',
    unite: 'créations',
    additif: true,
    mailleMinimale: 'COMMUNE',
    raisonMaille:
      'Publié jusqu’à la commune ; une valeur d’EPCI ou de commune n’apparaît que si elle a été chargée.',
    perimetre: 'Créations de l’année, micro-entrepreneurs compris.',
    methode: 'Décompte annuel des immatriculations.',
    source: 'La Tribune, d’après l’INSEE',
  },
  {
    ...SIMPLE,
    code: 'etablissements-employeurs',
    libelle: 'Établissements employeurs',
    unite: 'établissements',
    additif: true,
    mailleMinimale: 'COMMUNE',
    raisonMaille:
      'Publié jusqu’à la commune ; une valeur d’EPCI ou de commune n’apparaît que si elle a été chargée.',
    perimetre: 'Établissements qui emploient au moins un salarié.',
    methode: 'Décompte annuel.',
    source: 'INSEE, dossier du département du Nord',
  },
  {
    ...EFFECTIF,
    code: 'jeunes-missions-locales',
    libelle: 'Jeunes accueillis par les missions locales',
    nature: 'ACTION',
    perimetre: 'Jeunes de 16 à 25 ans accueillis dans l’année.',
    methode: 'Décompte annuel ; un jeune compte une fois.',
    source: 'AREFIE',
    additif: false,
    dimensions: ['SEXE', 'ZONE'],
  },
];
