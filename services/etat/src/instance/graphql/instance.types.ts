import { connectionOf, DateScalar, Partenaire } from '@passerelle/subgraph';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { TypeInstance } from '../domain/instance.js';

registerEnumType(TypeInstance, {
  name: 'TypeInstance',
  description: 'Niveau d’une instance du service public de l’emploi.',
  valuesConfig: {
    SPER: { description: 'Service public de l’emploi régional.' },
    SPEL: { description: 'Service public de l’emploi local, un par arrondissement.' },
  },
});

@ObjectType({ description: 'Copilote d’une instance, par sa fonction.' })
class Copilote {
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

@ObjectType('Instance', {
  description: 'Instance où les partenaires pilotent ensemble : la régionale ou une locale.',
})
@Directive('@key(fields: "id")')
export class InstanceType {
  @Field(() => ID, { description: 'Identifiant stable : « sper-32 », « spel-596 ».' })
  id!: string;

  @Field(() => TypeInstance, { description: 'Niveau de l’instance.' })
  type!: TypeInstance;

  @Field(() => String, { description: 'Nom de l’instance.' })
  nom!: string;

  @Field(() => [Copilote], { description: 'Copilotes, par leur fonction.' })
  copilotes!: Copilote[];

  @Field(() => DateScalar, { description: 'Jour de création.' })
  creeeLe!: string;

  @Field(() => String, { description: 'D’où viennent ces informations.' })
  source!: string;
}

export const InstanceConnection = connectionOf(InstanceType, 'Instance');
export { TypeInstance };
