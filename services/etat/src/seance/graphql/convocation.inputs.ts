import { DateScalar, DateTimeScalar } from '@passerelle/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RegleSecondeConvocation } from '../../instance/index.js';
import type { ConvoquerDeNouveau, ReglerSecondeConvocation } from '../domain/seance.actes.js';
import { ActeSeanceInput, CLE_IDEMPOTENCE, VERSION_ATTENDUE } from './seance.inputs.js';

@InputType('ConvoquerDeNouveauInput', {
  description: 'Nouvelle séance sur l’ordre du jour de celle qui n’a pas eu le quorum.',
})
export class ConvoquerDeNouveauInput extends ActeSeanceInput implements ConvoquerDeNouveau {
  @Field(() => DateScalar, { description: 'Jour de la nouvelle séance, après celui de l’autre.' })
  jour!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Début, ce jour-là.' })
  debut?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin, ce jour-là.' })
  fin?: Date | null;

  @Field(() => String, { nullable: true, description: 'Lieu, 200 caractères au plus.' })
  lieu?: string | null;

  @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
  cleIdempotence?: string | null;
}

@InputType('ReglerSecondeConvocationInput', {
  description: 'Règle d’une instance qui vote pour une seconde convocation.',
})
export class ReglerSecondeConvocationInput implements ReglerSecondeConvocation {
  @Field(() => ID, { description: 'Instance.' })
  instance!: string;

  @Field(() => RegleSecondeConvocation, {
    nullable: true,
    description: 'Absente pour revenir au quorum ordinaire.',
  })
  regle?: RegleSecondeConvocation | null;

  @Field(() => String, {
    nullable: true,
    description: 'Où elle est écrite, requis avec une règle ; 300 caractères au plus.',
  })
  source?: string | null;

  @Field(() => Int, { nullable: true, description: `${VERSION_ATTENDUE} 0 : aucune encore.` })
  versionAttendue?: number | null;
}
