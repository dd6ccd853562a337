import { connectionOf, DateScalar, DateTimeScalar, RefusType } from '@passerelle/subgraph';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('Situation', {
  description: 'Arrêté de situation : l’état de tout, figé un jour, signé, relisible plus tard.',
})
@Directive('@key(fields: "id")')
export class SituationType {
  @Field(() => ID, { description: 'Identifiant stable : « situation-2023-12-15-1 ».' })
  id!: string;

  @Field(() => String, { description: 'Titre donné à l’arrêté.' })
  titre!: string;

  @Field(() => DateScalar, { description: 'Jour dont l’état est dit.' })
  le!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où il a été arrêté.' })
  arreteeLe!: Date;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => String, { description: 'SHA-256 du contenu, en hexadécimal, signée par l’État.' })
  empreinte!: string;

  @Field(() => [String], { description: 'Maisons qui ne répondaient pas : leur part manque.' })
  manquants!: string[];

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const SituationConnection = connectionOf(SituationType, 'Situation');

@InputType('ArreterSituationInput', { description: 'Ce qu’il faut arrêter.' })
export class ArreterSituationInput {
  @Field(() => String, { description: 'Titre de l’arrêté.' })
  titre!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Jour dit ; celui du portail sinon.' })
  le?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Accepter qu’une maison absente manque, ce que l’arrêté dira.',
  })
  incomplet?: boolean | null;
}

@ObjectType('ArreterSituationPayload', { description: 'L’arrêté, ou le refus.' })
export class ArreterSituationPayload {
  @Field(() => SituationType, { nullable: true, description: 'L’arrêté.' })
  situation!: object | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a été arrêté.' })
  refus!: RefusType | null;
}
