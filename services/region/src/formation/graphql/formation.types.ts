import { connectionOf, DateScalar, Secteur, SiretScalar } from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Metier', { description: 'Métier du ROME ; il appartient à Pôle emploi.' })
@Directive('@key(fields: "codeRome")')
export class MetierType {
  @Field(() => ID, { description: 'Code ROME : une lettre et quatre chiffres.' })
  codeRome!: string;
}

@ObjectType('Formation', { description: 'Formation de l’offre régionale.' })
@Directive('@key(fields: "numeroOffre")')
export class FormationType {
  @Field(() => ID, { description: 'Numéro de l’offre.' })
  numeroOffre!: string;

  @Field(() => String, { description: 'Intitulé de la formation.' })
  intitule!: string;

  @Field(() => Secteur, {
    nullable: true,
    description: 'Secteur en tension ; absent hors de ces secteurs.',
  })
  secteur!: Secteur | null;

  @Field(() => String, { description: 'Organisme de formation.' })
  organisme!: string;

  @Field(() => SiretScalar, { description: 'SIRET de l’organisme.' })
  organismeSiret!: string;

  @Field(() => Boolean, { description: 'Vrai quand elle mène à une certification.' })
  certifiante!: boolean;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

@ObjectType('SessionFormation', { description: 'Session d’une formation, à des dates.' })
@Directive('@key(fields: "numeroSession")')
export class SessionFormationType {
  @Field(() => ID, { description: 'Numéro de la session.' })
  numeroSession!: string;

  @Field(() => DateScalar, { description: 'Premier jour.' })
  debut!: string;

  @Field(() => DateScalar, { description: 'Dernier jour.' })
  fin!: string;

  @Field(() => Int, { description: 'Places financées.' })
  places!: number;

  @Field(() => Int, { description: 'Places encore libres au jour du relevé.' })
  placesRestantes!: number;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

@ObjectType('OffreFormation', {
  description: 'Places de formation d’un territoire, à une date.',
})
export class OffreFormationType {
  @Field(() => Int, { description: 'Formations qui ont au moins une session ouverte.' })
  formations!: number;

  @Field(() => Int, { description: 'Sessions ouvertes : non commencées, avec une place libre.' })
  sessionsOuvertes!: number;

  @Field(() => Int, { description: 'Places de ces sessions.' })
  places!: number;

  @Field(() => Int, { description: 'Places encore libres dans ces sessions.' })
  placesRestantes!: number;

  @Field(() => DateScalar, { description: 'Jour auquel ces chiffres sont arrêtés.' })
  arreteLe!: string;

  @Field(() => String, { description: 'Comment ces chiffres sont comptés.' })
  methode!: string;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const FormationConnection = connectionOf(FormationType, 'Formation');
export const SessionFormationConnection = connectionOf(SessionFormationType, 'SessionFormation');
