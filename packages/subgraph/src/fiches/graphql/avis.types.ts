import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateScalar } from '../../schema/date.scalar.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { SensAvis } from '../domain/avis.js';
import type { DemandeAvis } from '../use-cases/enregistrer-avis.js';

registerEnumType(SensAvis, {
  name: 'SensAvis',
  description: 'Sens de l’avis d’un partenaire social.',
  valuesConfig: {
    FAVORABLE: { description: 'Favorable.' },
    DEFAVORABLE: { description: 'Défavorable.' },
    RESERVE: { description: 'Réservé.' },
  },
});

@ObjectType('AvisFiche', {
  description: 'Avis d’un partenaire social sur une fiche action, enregistré par le secrétariat.',
})
export class AvisFicheType {
  @Field(() => String, { description: 'Organisation qui donne l’avis.' })
  organisation!: string;

  @Field(() => SensAvis, { description: 'Sens de l’avis.' })
  sens!: SensAvis;

  @Field(() => String, { nullable: true, description: 'Motif, en texte simple.' })
  motif!: string | null;

  @Field(() => DateScalar, { description: 'Jour où l’avis a été donné.' })
  donneLe!: string;

  @Field(() => String, { description: 'Fonction et organisation de qui l’a enregistré.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où il a été enregistré.' })
  enregistreLe!: Date;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const AvisFicheConnection = connectionOf(AvisFicheType, 'AvisFiche');

@ObjectType('AvisFichePayload', { description: 'Réponse : l’avis enregistré, ou le refus.' })
export class AvisFichePayload {
  @Field(() => AvisFicheType, { nullable: true, description: 'L’avis enregistré.' })
  avis!: AvisFicheType | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusType | null;
}

@InputType('EnregistrerAvisInput', {
  description: 'Avis d’un partenaire social sur une fiche action d’une des trois maisons.',
})
export class EnregistrerAvisInput implements DemandeAvis {
  @Field(() => ID, { description: 'Identifiant de la fiche : « region:fiche-12 ».' })
  fiche!: string;

  @Field(() => String, { description: 'Organisation qui donne l’avis, jamais une personne.' })
  organisation!: string;

  @Field(() => SensAvis, { description: 'Sens de l’avis.' })
  sens!: SensAvis;

  @Field(() => String, { nullable: true, description: 'Motif, 4 000 caractères au plus.' })
  motif?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour où il a été donné ; le jour même quand il n’est pas dit.',
  })
  donneLe?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
  })
  cleIdempotence?: string | null;
}
