import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { LotRelu } from '../domain/indicateur.js';

@ObjectType({ description: 'Valeurs publiées ensemble, d’un fichier ou d’une saisie.' })
@Directive('@shareable')
export class LotDeMesures implements LotRelu {
  @Field(() => ID, { description: 'Ce qui le nomme, pour l’annuler.' })
  lot!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de la publication.' })
  faitLe!: Date;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => [String], { description: 'Périodes de ses cases.' })
  periodes!: readonly string[];

  @Field(() => [String], { description: 'Sources données avec les valeurs.' })
  sources!: readonly string[];

  @Field(() => Int, { description: 'Nombre de cases qu’il a écrites.' })
  cases!: number;

  @Field(() => Boolean, { description: 'Vrai pour des valeurs de démonstration.' })
  demonstration!: boolean;

  @Field(() => Boolean, { description: 'Vrai quand il a été annulé.' })
  annule!: boolean;

  @Field(() => Boolean, {
    description: 'Vrai tant que ses valeurs sont encore celles en place : il peut s’annuler.',
  })
  annulable!: boolean;
}
