import { Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../pagination/connection.types.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { CleTerritoire } from '../domain/territoire.js';

@ObjectType({ description: 'Point en degrés décimaux, WGS 84.' })
export class PointGeographique {
  @Field(() => Float, { description: 'Longitude, positive à l’est.' })
  longitude!: number;

  @Field(() => Float, { description: 'Latitude, positive au nord.' })
  latitude!: number;
}

@ObjectType('Territoire', {
  description:
    'Territoire du Code officiel géographique ; un code n’est unique que dans sa maille.',
})
@Directive('@key(fields: "code maille")')
export class TerritoireType {
  @Field(() => ID, { description: 'Code INSEE, ou SIREN pour une intercommunalité.' })
  code!: string;

  @Field(() => Maille, { description: 'Maille du territoire.' })
  maille!: Maille;

  @Field(() => String, { description: 'Nom du territoire.' })
  nom!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Population municipale ; celle de tous les membres pour une intercommunalité interrégionale, absente quand l’INSEE n’en publie pas.',
  })
  population!: number | null;

  @Field(() => Int, { description: 'Nombre de communes du territoire entier.' })
  nombreCommunes!: number;

  @Field(() => Boolean, {
    description: 'Vrai pour une intercommunalité dont des communes sont dans une autre région.',
  })
  interregional!: boolean;

  @Field(() => PointGeographique, {
    nullable: true,
    description: 'Centre approché, pour placer le territoire sur un schéma.',
  })
  centre!: PointGeographique | null;
}

export const TerritoireConnection = connectionOf(TerritoireType, 'Territoire');

@InputType('CleTerritoire', { description: 'Désigne un territoire par son code et sa maille.' })
export class CleTerritoireInput implements CleTerritoire {
  @Field(() => ID, { description: 'Code INSEE, ou SIREN pour une intercommunalité.' })
  code!: string;

  @Field(() => Maille, { description: 'Maille du territoire.' })
  maille!: Maille;
}
