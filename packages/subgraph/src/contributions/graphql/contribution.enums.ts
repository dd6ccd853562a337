import { registerEnumType } from 'type-graphql';
import { EtatContribution, Meteo, Visibilite } from '../domain/contribution.js';

registerEnumType(Meteo, {
  name: 'Meteo',
  description: 'Météo d’une contribution, du plus serein au plus compromis.',
  valuesConfig: {
    SOLEIL: { description: 'Sur la route.' },
    COUVERT: { description: 'À surveiller.' },
    NUAGE: { description: 'Des appuis sont nécessaires.' },
    ORAGE: { description: 'Compromis.' },
  },
});

registerEnumType(EtatContribution, {
  name: 'EtatContribution',
  description: 'Vie d’une contribution dans sa maison.',
  valuesConfig: {
    BROUILLON: { description: 'Écrite, vue de sa maison seulement.' },
    VALIDEE: { description: 'Validée, vue de sa maison seulement.' },
    PUBLIEE: { description: 'Publiée, vue selon sa visibilité.' },
  },
});

registerEnumType(Visibilite, {
  name: 'Visibilite',
  description: 'À qui une contribution publiée est montrée.',
  valuesConfig: {
    MAISON: { description: 'Aux agents de la maison qui l’a écrite.' },
    PARTENAIRES: { description: 'Aux agents de tous les partenaires.' },
    PUBLIC: { description: 'À tous, intégrateurs compris.' },
  },
});

export { EtatContribution, Meteo, Visibilite };
