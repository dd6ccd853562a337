import { connectionOf, Secteur } from '@passerelle/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Metier', { description: 'Métier du ROME, dans les secteurs en tension.' })
@Directive('@key(fields: "codeRome")')
export class MetierType {
  @Field(() => ID, { description: 'Code ROME : une lettre et quatre chiffres.' })
  codeRome!: string;

  @Field(() => String, { description: 'Libellé du métier.' })
  libelle!: string;

  @Field(() => String, { description: 'Domaine professionnel.' })
  domaine!: string;

  @Field(() => [Secteur], { description: 'Secteurs en tension auxquels il appartient.' })
  secteurs!: Secteur[];
}

export const MetierConnection = connectionOf(MetierType, 'Metier');
