import { registerEnumType } from 'type-graphql';
import { EtatFiche, IssueFiche, NatureActeFiche, StatutFiche } from '../domain/fiche.js';

// The three houses print these enums: one wording, or composition would have to choose.

registerEnumType(StatutFiche, {
  name: 'StatutFiche',
  description: 'Où en est une fiche action.',
  valuesConfig: {
    A_VENIR: { description: 'Pas encore commencée.' },
    EN_COURS: { description: 'En cours.' },
    REALISEE: { description: 'Menée à son terme.' },
    EN_PAUSE: { description: 'Suspendue.' },
    ABANDONNEE: { description: 'Ne sera pas menée à son terme.' },
  },
});

registerEnumType(EtatFiche, {
  name: 'EtatFiche',
  description: 'Vie d’une version de fiche action dans sa maison.',
  valuesConfig: {
    BROUILLON: { description: 'Écrite, vue de sa maison seulement.' },
    VALIDEE: { description: 'Validée par un autre que son auteur, vue de sa maison seulement.' },
    PUBLIEE: { description: 'Publiée, vue selon sa visibilité.' },
  },
});

registerEnumType(IssueFiche, {
  name: 'IssueFiche',
  description: 'Ce que devient une expérimentation dans la trajectoire 2024.',
  valuesConfig: {
    GENERALISEE: { description: 'Étendue telle quelle, dans une fiche qui la prolonge.' },
    ADAPTEE: { description: 'Reprise autrement, dans une fiche qui la prolonge.' },
    ARRETEE: { description: 'Arrêtée, sans suite.' },
  },
});

registerEnumType(NatureActeFiche, {
  name: 'NatureActeFiche',
  description: 'Ce qui est arrivé à une version de fiche action.',
  valuesConfig: {
    MODIFIER: { description: 'Écrite.' },
    VALIDER: { description: 'Validée par un autre que son auteur.' },
    RENVOYER: { description: 'Renvoyée à la rédaction, avec un motif.' },
    PUBLIER: { description: 'Publiée.' },
    ABANDONNER: { description: 'Abandonnée.' },
  },
});

export { EtatFiche, IssueFiche, NatureActeFiche, StatutFiche };
