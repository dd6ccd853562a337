import { EngagementType, RefusType } from '@passerelle/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TexteNumeroteType } from './memoire.types.js';

@InputType('CiterDansEngagementInput', { description: 'Ce à quoi un engagement répond.' })
export class CiterDansEngagementInput {
  @Field(() => ID, { description: 'Code de l’engagement.' })
  engagement!: string;

  @Field(() => [Int], { description: 'Numéros des principes, de 1 à 10.' })
  principes!: number[];

  @Field(() => [Int], { description: 'Numéros des chantiers, de 1 à 8.' })
  chantiers!: number[];

  @Field(() => [ID], { description: 'Documents du registre des textes.' })
  documents!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version sur laquelle vous décidez (0 : aucune encore).',
  })
  versionAttendue?: number | null;
}

@InputType('CompleterPrincipeInput', { description: 'Libellé publié d’un principe.' })
export class CompleterPrincipeInput {
  @Field(() => Int, { description: 'Numéro du principe, de 1 à 10.' })
  numero!: number;

  @Field(() => String, { description: 'Libellé, tel que publié.' })
  libelle!: string;

  @Field(() => String, { description: 'D’où vient ce libellé.' })
  source!: string;
}

@ObjectType('CiterDansEngagementPayload', { description: 'L’engagement, ou le refus.' })
export class CiterDansEngagementPayload {
  @Field(() => EngagementType, { nullable: true, description: 'L’engagement concerné.' })
  engagement!: object | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusType | null;
}

@ObjectType('CompleterPrincipePayload', { description: 'Le principe, ou le refus.' })
export class CompleterPrincipePayload {
  @Field(() => TexteNumeroteType, { nullable: true, description: 'Le principe complété.' })
  principe!: TexteNumeroteType | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusType | null;
}
