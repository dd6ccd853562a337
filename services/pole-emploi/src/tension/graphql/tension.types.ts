import { connectionOf, DateScalar } from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FacteurTension } from '../domain/tension.js';

registerEnumType(FacteurTension, {
  name: 'FacteurTension',
  description: 'Facteur à l’origine d’une tension.',
  valuesConfig: {
    CONDITIONS_DE_TRAVAIL: { description: 'Conditions de travail contraignantes.' },
    EMPLOI_NON_DURABLE: { description: 'Emplois peu durables.' },
    INADEQUATION_GEOGRAPHIQUE: { description: 'Demandeurs et emplois en des lieux différents.' },
    INTENSITE_EMBAUCHES: { description: 'Beaucoup d’embauches pour l’emploi en place.' },
    LIEN_FORMATION: { description: 'Métier difficile d’accès sans la formation qui y mène.' },
    MANQUE_MAIN_OEUVRE: { description: 'Manque de main-d’œuvre disponible.' },
  },
});

@ObjectType('Tension', {
  description:
    'Tension d’un métier sur un territoire, une année : niveau de 1 (faible) à 5 (très forte).',
})
@Directive('@key(fields: "id")')
export class TensionType {
  @Field(() => ID, { description: 'Métier, territoire et année : « F1602-596-2022 ».' })
  id!: string;

  @Field(() => Int, { description: 'Année observée.' })
  annee!: number;

  @Field(() => Int, { description: 'Niveau, de 1 (faible) à 5 (très forte).' })
  niveau!: number;

  @Field(() => [FacteurTension], { description: 'Facteurs à l’origine de la tension.' })
  facteurs!: FacteurTension[];

  @Field(() => String, { description: 'D’où vient la valeur.' })
  source!: string;

  @Field(() => DateScalar, { description: 'Jour auquel la valeur est arrêtée.' })
  arreteLe!: string;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const TensionConnection = connectionOf(TensionType, 'Tension');
