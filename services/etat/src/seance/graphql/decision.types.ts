import {
  AvancementSuite,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Partenaire,
  TitreValidation,
} from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { RegleDeDecision } from '../../instance/index.js';
import { SensVote, StatutDecision, SujetDecision } from './seance.enums.js';

@ObjectType('ValidationDecision', { description: 'Validation d’une décision.' })
export class ValidationDecisionType {
  @Field(() => TitreValidation, { description: 'Au titre de qui.' })
  titre!: TitreValidation;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où elle a été donnée.' })
  le!: Date;

  @Field(() => Boolean, { description: 'Vrai quand elle portait sur un autre texte.' })
  perimee!: boolean;
}

@ObjectType('Vote', { description: 'Vote d’une instance qui décide ainsi.' })
export class VoteType {
  @Field(() => Int, { description: 'Voix pour.' })
  pour!: number;

  @Field(() => Int, { description: 'Voix contre.' })
  contre!: number;

  @Field(() => Int, { description: 'Abstentions.' })
  abstentions!: number;

  @Field(() => SensVote, {
    nullable: true,
    description: 'Voix du représentant de l’État, quand elle a départagé.',
  })
  voixPreponderante!: SensVote | null;

  @Field(() => String, { description: 'Fonction et organisation de qui l’a enregistré.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de l’enregistrement.' })
  le!: string;
}

@ObjectType('Decision', { description: 'Décision d’une séance.' })
@Directive('@key(fields: "id")')
export class DecisionType {
  @Field(() => ID, { description: 'Séance et numéro : « spel-596:2023-12-15:3 ».' })
  id!: string;

  @Field(() => Int, { description: 'Numéro dans la séance, à partir de 1.' })
  numero!: number;

  @Field(() => String, { description: 'Texte simple.' })
  texte!: string;

  @Field(() => Partenaire, { description: 'Maison qui en répond.' })
  responsable!: Partenaire;

  @Field(() => String, { nullable: true, description: 'Fonction qui en répond, jamais un nom.' })
  fonctionResponsable!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour pour lequel elle est due.' })
  echeance!: string | null;

  @Field(() => [SujetDecision], { description: 'Sujets.' })
  sujets!: SujetDecision[];

  @Field(() => StatutDecision, { description: 'Où elle en est.' })
  statut!: StatutDecision;

  @Field(() => Int, { description: 'Version, à donner comme version attendue pour la modifier.' })
  version!: number;

  @Field(() => String, {
    description: 'Empreinte de ce qui est décidé : ce que couvre une validation.',
  })
  empreinte!: string;

  @Field(() => [TitreValidation], {
    description: 'Validations qu’il faut ; aucune là où l’on vote.',
  })
  validationsRequises!: TitreValidation[];

  @Field(() => RegleDeDecision, { description: 'Comment elle se décide.' })
  regle!: RegleDeDecision;

  @Field(() => VoteType, { nullable: true, description: 'Vote, là où l’instance vote.' })
  vote!: VoteType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de l’adoption.' })
  adopteeLe!: Date | null;

  @Field(() => AvancementSuite, {
    nullable: true,
    description: 'Avancement dit par la maison responsable ; absent tant qu’elle n’a rien dit.',
  })
  avancement!: AvancementSuite | null;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const DecisionConnection = connectionOf(DecisionType, 'Decision');
