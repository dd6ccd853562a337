import { DateTimeScalar, Maille, RefusType } from '@passerelle/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { RefusDeContours } from '../domain/contours.errors.js';
import type { Contours, Trace } from '../domain/contours.js';
import type { DemandeDeDepot } from '../use-cases/deposer-contours.js';

const ANNEAUX =
  'Anneaux fermés séparés par « ; », points par « , », longitude et latitude en degrés par une espace.';

@ObjectType('ContourDeTerritoire', { description: 'Contour d’un territoire.' })
class ContourDeTerritoireType implements Trace {
  @Field(() => ID, { description: 'Code officiel du territoire.' })
  code!: string;

  @Field(() => String, { description: ANNEAUX })
  anneaux!: string;
}

@ObjectType('ContoursDeReference', {
  description: 'Contours que chacun voit sur les cartes, avec leur source et leur licence.',
})
export class ContoursDeReferenceType implements Contours {
  @Field(() => Maille, { description: 'Maille des territoires.' })
  maille!: keyof typeof Maille;

  @Field(() => Int, { description: 'Rang du dépôt ; à donner pour le remplacer.' })
  version!: number;

  @Field(() => String, { description: 'Qui publie ces contours.' })
  source!: string;

  @Field(() => String, { description: 'Licence sous laquelle ils sont publiés.' })
  licence!: string;

  @Field(() => String, { description: 'Fonction et organisation qui les ont déposés.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant du dépôt.' })
  deposesLe!: Date;

  @Field(() => [ContourDeTerritoireType], {
    description: 'Un contour par territoire ; aucun après un retour à la carte schématique.',
  })
  traces!: ContourDeTerritoireType[];
}

@InputType('ContourInput', { description: 'Contour d’un territoire.' })
class ContourInput implements Trace {
  @Field(() => ID, { description: 'Code officiel du territoire.' })
  code!: string;

  @Field(() => String, { description: ANNEAUX })
  anneaux!: string;
}

@InputType({ description: 'Contours d’une maille, pour toutes les cartes du portail.' })
export class DeposerContoursInput implements DemandeDeDepot {
  @Field(() => Maille, { description: 'Département ou arrondissement.' })
  maille!: keyof typeof Maille;

  @Field(() => String, { description: 'Qui les publie, et quand ; de 3 à 300 caractères.' })
  source!: string;

  @Field(() => String, { description: 'Leur licence, de 3 à 300 caractères.' })
  licence!: string;

  @Field(() => [ContourInput], {
    description: 'Un par territoire ; aucun pour revenir à la carte schématique.',
  })
  traces!: ContourInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Version que vous avez lue (0 : aucune encore) ; si elle a changé, rien n’est gardé.',
  })
  versionAttendue?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
  })
  cleIdempotence?: string | null;
}

@ObjectType({ description: 'Réponse à un dépôt de contours.' })
export class DeposerContoursPayload {
  @Field(() => ContoursDeReferenceType, {
    nullable: true,
    description: 'Contours en vigueur : les nouveaux, ou ceux d’avant après un refus.',
  })
  contours!: Contours | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusDeContours | null;
}
