import { Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TerritoireType } from '../../territoires/index.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { MesureSaisie } from '../use-cases/publier-mesures.js';
import { Dimension, Modalite } from './indicateur.enums.js';

// Shapes without an owner, printed alike by the three houses.

@ObjectType({ description: 'Case d’une ventilation publiée d’une valeur.' })
@Directive('@shareable')
export class CelluleVentilee {
  @Field(() => Dimension, { description: 'Selon quoi la valeur est ventilée.' })
  dimension!: Dimension;

  @Field(() => Modalite, { description: 'Case de la ventilation.' })
  modalite!: Modalite;

  @Field(() => Float, { nullable: true, description: 'Absente quand la case est masquée.' })
  valeur!: number | null;

  @Field(() => Boolean, {
    description:
      'Vrai quand l’effectif est petit, ou qu’il permettrait d’en calculer un petit par différence.',
  })
  masque!: boolean;
}

@ObjectType({ description: 'Objectif que publie une source ; jamais un objectif du portail.' })
@Directive('@shareable')
export class CibleIndicateur {
  @Field(() => Float, { description: 'Dans l’unité de l’indicateur.' })
  valeur!: number;

  @Field(() => Int, { nullable: true, description: 'Année visée ; absente pour chaque année.' })
  annee!: number | null;

  @Field(() => String, { description: 'Ce que compte l’objectif.' })
  perimetre!: string;

  @Field(() => String, { description: 'Qui le publie, et où.' })
  source!: string;
}

@ObjectType({
  description: 'Comment une valeur se compose de celles d’une maille plus fine, et ce qui manque.',
})
@Directive('@shareable')
export class RecompositionIndicateur {
  @Field(() => Maille, { description: 'Maille des parties.' })
  maille!: Maille;

  @Field(() => Int, { description: 'Nombre de territoires de cette maille.' })
  attendus!: number;

  @Field(() => Int, { description: 'Nombre de ceux qui ont une valeur, montrée ou masquée.' })
  presents!: number;

  @Field(() => Int, { description: 'Nombre de ceux dont la valeur est masquée.' })
  masques!: number;

  @Field(() => [TerritoireType], { description: 'Ceux qui n’ont pas de valeur.' })
  manquants!: TerritoireType[];

  @Field(() => Float, { nullable: true, description: 'Somme des valeurs montrées.' })
  somme!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur moins somme ; absent tant qu’une partie manque ou est masquée.',
  })
  ecart!: number | null;
}

@ObjectType({ description: 'Ce qui ne va pas à une ligne d’un envoi ; rien n’a été publié.' })
@Directive('@shareable')
export class ErreurDeLigne {
  @Field(() => Int, { description: 'Ligne du fichier ou rang de la valeur, à partir de 1.' })
  ligne!: number;

  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { description: 'Ce qui ne va pas et ce qui est attendu.' })
  message!: string;
}

@InputType('MesureInput', {
  description: 'Valeur d’un territoire, ou d’une case de sa ventilation.',
})
export class MesureInput implements MesureSaisie {
  @Field(() => Maille, { description: 'Maille du territoire.' })
  maille!: Maille;

  @Field(() => ID, { description: 'Code du territoire.' })
  territoire!: string;

  @Field(() => Dimension, { nullable: true, description: 'Ventilation ; absente pour le total.' })
  dimension?: Dimension | null;

  @Field(() => Modalite, { nullable: true, description: 'Case ; absente pour le total.' })
  modalite?: Modalite | null;

  @Field(() => Float, { description: 'Valeur exacte, positive ou nulle.' })
  valeur!: number;
}
