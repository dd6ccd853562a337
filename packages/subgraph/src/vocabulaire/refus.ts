import { Directive, Field, ObjectType } from 'type-graphql';

/** Why the rules of the domain said no: part of the answer, and nothing changed. */
@ObjectType('Refus', { description: 'Refus par les règles du domaine : rien n’a changé.' })
@Directive('@shareable')
export class RefusType {
  @Field(() => String, { description: 'Code stable, listé dans la documentation.' })
  code!: string;

  @Field(() => String, { description: 'Ce qui s’est passé et ce qu’il est possible de faire.' })
  message!: string;
}
