import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../schema/date.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { DemandeDePublication } from '../use-cases/publier-mesures.js';
import { MesureInput } from './indicateur.values.js';

export function publierInput({ suffixe, complement }: Maison): ClassType<DemandeDePublication> {
  @InputType(`PublierMesures${suffixe}Input`, {
    description: `Valeurs d’un indicateur ${complement} pour une période.`,
  })
  class PublierInput implements DemandeDePublication {
    @Field(() => ID, { description: 'Code de l’indicateur.' })
    indicateur!: string;

    @Field(() => String, { description: 'Période : 2022, 2023-T3 ou 2023-10.' })
    periode!: string;

    @Field(() => DateScalar, {
      nullable: true,
      description: 'Jour auquel les valeurs sont arrêtées ; le dernier de la période par défaut.',
    })
    dateValeur?: string | null;

    @Field(() => String, { description: 'Source des valeurs, de 3 à 300 caractères.' })
    source!: string;

    @Field(() => [MesureInput], {
      description: 'Valeurs ; celles qui ne sont pas données restent.',
    })
    mesures!: MesureInput[];

    @Field(() => Int, {
      nullable: true,
      description:
        'Version du tableau que vous avez lue (0 : aucun encore) ; si elle a changé, l’acte est refusé.',
    })
    versionAttendue?: number | null;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }
  return PublierInput;
}
