import { COMMUNIQUE, type Source, source } from './source.js';

/** Two sources that do not say the same: both are shown, none is chosen in silence. */
export interface Divergence {
  readonly id: string;
  readonly objet: string;
  readonly enonces: readonly { readonly enonce: string; readonly source: Source }[];
  /** What the portal does about it. */
  readonly traitement: string;
}

const AEF = source('AEF info, juin 2023', 'https://www.aefinfo.fr');

export const DIVERGENCES: readonly Divergence[] = [
  {
    id: 'regions-volontaires',
    objet: 'Nombre de régions engagées dans la préfiguration',
    enonces: [
      { enonce: '« comme six autres régions » : sept en tout', source: COMMUNIQUE },
      { enonce: 'six régions en tout', source: AEF },
    ],
    traitement:
      'Les deux nombres sont gardés. Seules sont nommées les régions que des sources nomment : Pays de la Loire, Hauts-de-France, Provence-Alpes-Côte d’Azur, Bretagne.',
  },
  {
    id: 'nom-directeur-regional',
    objet: 'Nom du directeur régional de Pôle emploi',
    enonces: [
      { enonce: 'Frédéric Daniel', source: COMMUNIQUE },
      { enonce: 'Frédéric Danel', source: source('Pôle emploi et presse régionale') },
    ],
    traitement: 'L’annuaire le trouve sous les deux orthographes et dit laquelle vient d’où.',
  },
  {
    id: 'prochorientation',
    objet: 'Début de Proch’orientation',
    enonces: [
      { enonce: 'en 2020', source: COMMUNIQUE },
      {
        enonce: 'plateforme le 13 mai 2019, équipe en mars 2020, application en avril 2020',
        source: source('Région Hauts-de-France et AFP'),
      },
    ],
    traitement: 'La frise porte deux étapes, 2019 et 2020.',
  },
  {
    id: 'signataires-rectorat',
    objet: 'Place du rectorat parmi les signataires',
    enonces: [
      { enonce: 'trois signataires, sans le recteur', source: COMMUNIQUE },
      {
        enonce: 'le rectorat parmi ceux avec qui la Région signe',
        source: source('Centre Inffo, 9 juin 2023'),
      },
    ],
    traitement:
      'Les signataires sont ceux du communiqué ; le recteur est copilote du SPER et n’a pas signé.',
  },
  {
    id: 'entrees-en-formation',
    objet: 'Entrées de demandeurs d’emploi en formation',
    enonces: [
      { enonce: 'près de 70 000 par an, tous financeurs', source: COMMUNIQUE },
      {
        enonce: '67 423 en 2022, programme régional de formation',
        source: source('C2RP, chiffres clés 2022', 'https://www.c2rp.fr'),
      },
    ],
    traitement: 'Deux périmètres différents : chaque chiffre porte le sien.',
  },
  {
    id: 'lieu-de-signature',
    objet: 'Lieu de la signature',
    enonces: [
      { enonce: 'communiqué daté de Lille', source: COMMUNIQUE },
      { enonce: 'Polytech Lille, à Villeneuve-d’Ascq', source: AEF },
    ],
    traitement: 'Lille est le lieu du communiqué, Villeneuve-d’Ascq celui de la signature.',
  },
  {
    id: 'date-du-rapport',
    objet: 'Date de remise du rapport de préfiguration',
    enonces: [
      { enonce: 'avril 2023', source: COMMUNIQUE },
      { enonce: '14, 17 ou 19 avril 2023', source: source('Presse spécialisée, avril 2023') },
    ],
    traitement: 'Le document de référence porte toutes les dates lues, avec leur source.',
  },
];
