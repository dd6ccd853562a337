import { connectionOf, DateScalar, DateTimeScalar, Partenaire } from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RegleDeDecision, RegleSecondeConvocation, TypeInstance } from '../domain/instance.js';

registerEnumType(TypeInstance, {
  name: 'TypeInstance',
  description: 'Niveau d’une instance du service public de l’emploi.',
  valuesConfig: {
    SPER: { description: 'Service public de l’emploi régional.' },
    SPEL: { description: 'Service public de l’emploi local, un par arrondissement.' },
    CORE: { description: 'Comité régional pour l’emploi, qui succède au SPER.' },
    CDE: { description: 'Comité départemental pour l’emploi.' },
    CLE: { description: 'Comité local pour l’emploi, qui succède au SPEL.' },
  },
});

registerEnumType(RegleDeDecision, {
  name: 'RegleDeDecision',
  description: 'Comment une instance décide.',
  valuesConfig: {
    VALIDATIONS: {
      description: 'Par les validations de l’État et de la Région, et du recteur selon le sujet.',
    },
    VOTE: {
      description:
        'Par un vote : quorum de la moitié des membres ayant voix, majorité, voix prépondérante du représentant de l’État (décret n° 2024-560).',
    },
  },
});

registerEnumType(RegleSecondeConvocation, {
  name: 'RegleSecondeConvocation',
  description:
    'Ce qu’une instance qui vote prévoit quand elle se réunit de nouveau faute de quorum.',
  valuesConfig: {
    QUORUM_EXIGE: { description: 'Le quorum est encore exigé.' },
    SANS_QUORUM: { description: 'Elle délibère quel que soit le nombre des présents.' },
  },
});

@ObjectType('ReglageSecondeConvocation', {
  description:
    'Règle d’une instance pour une seconde convocation : les sources citées par le portail ne la donnent pas, l’instance dit la sienne.',
})
export class ReglageSecondeConvocationType {
  @Field(() => RegleSecondeConvocation, {
    nullable: true,
    description: 'Absente quand aucune n’est connue : le quorum ordinaire s’applique.',
  })
  regle!: RegleSecondeConvocation | null;

  @Field(() => String, { nullable: true, description: 'Où l’instance l’a écrite.' })
  source!: string | null;

  @Field(() => String, { description: 'Fonction et organisation de qui l’a enregistrée.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de l’enregistrement.' })
  modifieLe!: Date;

  @Field(() => Int, { description: 'Version, à donner comme version attendue pour la changer.' })
  version!: number;
}

@ObjectType('Copilote', { description: 'Copilote d’une instance, par sa fonction.' })
export class CopiloteType {
  @Field(() => String, { description: 'Fonction, jamais un nom.' })
  fonction!: string;

  @Field(() => String, { description: 'Organisation de rattachement.' })
  organisation!: string;

  @Field(() => Partenaire, {
    nullable: true,
    description: 'Maison de rattachement ; absente hors des trois maisons.',
  })
  partenaire!: Partenaire | null;
}

@ObjectType('MembreInstance', { description: 'Siège d’une instance, par sa fonction.' })
export class MembreInstanceType extends CopiloteType {
  @Field(() => Boolean, { description: 'Vrai pour qui conduit l’instance.' })
  copilote!: boolean;

  @Field(() => Boolean, { description: 'Vrai pour qui vote, là où l’instance décide par un vote.' })
  voix!: boolean;
}

@ObjectType('Instance', {
  description: 'Instance où les partenaires pilotent ensemble : la régionale ou une locale.',
})
@Directive('@key(fields: "id")')
export class InstanceType {
  @Field(() => ID, { description: 'Identifiant stable : « sper-32 », « spel-596 », « cle-596 ».' })
  id!: string;

  @Field(() => TypeInstance, { description: 'Niveau de l’instance.' })
  type!: TypeInstance;

  @Field(() => String, { description: 'Nom de l’instance.' })
  nom!: string;

  @Field(() => [CopiloteType], { description: 'Copilotes, par leur fonction.' })
  copilotes!: CopiloteType[];

  @Field(() => DateScalar, { description: 'Jour de création.' })
  creeeLe!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour ; absent tant que rien ne dit qu’elle cesse.',
  })
  dissouteLe!: string | null;

  @Field(() => String, { description: 'D’où viennent ces informations.' })
  source!: string;
}

export const InstanceConnection = connectionOf(InstanceType, 'Instance');
export { RegleDeDecision, TypeInstance };
