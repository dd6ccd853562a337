import { registerEnumType } from 'type-graphql';
import { Dimension, Modalite, NatureIndicateur } from '../domain/indicateur.js';

// The three houses print these enums: one wording, or composition would have to choose.

registerEnumType(NatureIndicateur, {
  name: 'NatureIndicateur',
  description: 'De quoi parle un indicateur ; aucun n’est une note donnée à un partenaire.',
  valuesConfig: {
    CONTEXTE: { description: 'Il décrit le territoire.' },
    ACTION: { description: 'Il compte ce qui est fait.' },
  },
});

registerEnumType(Dimension, {
  name: 'DimensionVentilation',
  description: 'Selon quoi une valeur est ventilée ; une dimension à la fois, jamais croisées.',
  valuesConfig: {
    SEXE: { description: 'Femmes, hommes.' },
    AGE: { description: 'Trois classes d’âge.' },
    ZONE: { description: 'Quartier prioritaire, commune rurale, autre.' },
  },
});

registerEnumType(Modalite, {
  name: 'ModaliteVentilation',
  description: 'Case d’une ventilation publiée.',
  valuesConfig: {
    FEMMES: { description: 'Femmes.' },
    HOMMES: { description: 'Hommes.' },
    MOINS_DE_25_ANS: { description: 'Moins de 25 ans.' },
    DE_25_A_49_ANS: { description: 'De 25 à 49 ans.' },
    A_PARTIR_DE_50_ANS: { description: '50 ans et plus.' },
    QPV: { description: 'Habitants d’un quartier prioritaire de la politique de la ville.' },
    RURAL: { description: 'Habitants d’une commune rurale.' },
    AUTRE_ZONE: { description: 'Habitants d’une autre commune, hors quartier prioritaire.' },
  },
});

export { Dimension, Modalite, NatureIndicateur };
