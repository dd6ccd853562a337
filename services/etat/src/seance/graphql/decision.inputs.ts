import { DateScalar, Partenaire } from '@passerelle/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  DemandeSurDecision,
  EnregistrerDecision,
  ModifierDecision,
  VoterDecision,
} from '../domain/seance.actes.js';
import { SensVote, SujetDecision } from './seance.enums.js';
import { CLE_IDEMPOTENCE, VERSION_ATTENDUE } from './seance.inputs.js';

@InputType('EnregistrerDecisionInput', { description: 'Décision d’une séance tenue.' })
export class EnregistrerDecisionInput implements EnregistrerDecision {
  @Field(() => ID, { description: 'Séance.' })
  seance!: string;

  @Field(() => String, { description: 'Texte simple, 2 000 caractères au plus.' })
  texte!: string;

  @Field(() => Partenaire, { description: 'Maison qui en répond.' })
  responsable!: Partenaire;

  @Field(() => String, { nullable: true, description: 'Fonction qui en répond, jamais un nom.' })
  fonctionResponsable?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour pour lequel elle est due.' })
  echeance?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de l’engagement qu’elle sert.' })
  engagement?: string | null;

  @Field(() => [SujetDecision], {
    description: 'Sujets ; ils disent quelles validations il faut.',
  })
  sujets!: SujetDecision[];

  @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
  cleIdempotence?: string | null;
}

@InputType('ActeDecisionInput', { description: 'Acte sur une décision.' })
export class ActeDecisionInput implements DemandeSurDecision {
  @Field(() => ID, { description: 'Décision.' })
  decision!: string;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}

@InputType('ModifierDecisionInput', {
  description:
    'Ce qui change d’une décision ; ce qui est absent reste. Les validations d’un autre texte sont périmées.',
})
export class ModifierDecisionInput extends ActeDecisionInput implements ModifierDecision {
  @Field(() => String, { nullable: true, description: 'Texte simple, 2 000 caractères au plus.' })
  texte?: string | null;

  @Field(() => Partenaire, { nullable: true, description: 'Maison qui en répond.' })
  responsable?: Partenaire | null;

  @Field(() => String, { nullable: true, description: 'Fonction qui en répond, jamais un nom.' })
  fonctionResponsable?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour pour lequel elle est due.' })
  echeance?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de l’engagement qu’elle sert.' })
  engagement?: string | null;

  @Field(() => [SujetDecision], { nullable: true, description: 'Sujets.' })
  sujets?: SujetDecision[] | null;
}

@InputType('VoterDecisionInput', { description: 'Compte d’un vote.' })
export class VoterDecisionInput extends ActeDecisionInput implements VoterDecision {
  @Field(() => Int, { description: 'Voix pour.' })
  pour!: number;

  @Field(() => Int, { description: 'Voix contre.' })
  contre!: number;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Abstentions.' })
  abstentions?: number | null;

  @Field(() => SensVote, {
    nullable: true,
    description: 'Voix du représentant de l’État, qui départage à égalité.',
  })
  voixRepresentantEtat?: SensVote | null;
}
