import { connectionOf, DateScalar, DateTimeScalar, RefusType } from '@passerelle/subgraph';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EtatDuTravail } from '../domain/travail.js';

registerEnumType(EtatDuTravail, {
  name: 'EtatTravailSituation',
  description: 'Où en est un arrêté en préparation.',
  valuesConfig: {
    EN_COURS: { description: 'Le service lit ce que les maisons ont publié.' },
    PRET: { description: 'L’arrêté est signé.' },
    ECHOUE: { description: 'La lecture s’est arrêtée ; elle peut être reprise.' },
  },
});

@ObjectType('Situation', {
  description: 'Arrêté de situation : l’état de tout, figé un jour, signé, relisible plus tard.',
})
@Directive('@key(fields: "id")')
export class SituationType {
  @Field(() => ID, { description: 'Identifiant stable : « situation-2023-12-15-1 ».' })
  id!: string;

  @Field(() => String, { description: 'Titre donné à l’arrêté.' })
  titre!: string;

  @Field(() => DateScalar, { description: 'Jour dont l’état est dit.' })
  le!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où il a été arrêté.' })
  arreteeLe!: Date;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => String, { description: 'SHA-256 du contenu, en hexadécimal, signée par l’État.' })
  empreinte!: string;

  @Field(() => [String], { description: 'Maisons qui ne répondaient pas : leur part manque.' })
  manquants!: string[];

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const SituationConnection = connectionOf(SituationType, 'Situation');

@ObjectType('TravailSituation', {
  description: 'Arrêté en préparation : le service réunit ce que les maisons ont publié.',
})
@Directive('@key(fields: "id")')
export class TravailSituationType {
  @Field(() => ID, { description: 'Identifiant stable : « travail-12 ».' })
  id!: string;

  @Field(() => String, { description: 'Titre donné à l’arrêté.' })
  titre!: string;

  @Field(() => DateScalar, { description: 'Jour dont l’état sera dit.' })
  le!: string;

  @Field(() => Boolean, { description: 'Vrai si une maison absente peut y manquer.' })
  incomplet!: boolean;

  @Field(() => String, { description: 'Fonction et organisation qui l’ont demandé.' })
  auteur!: string;

  @Field(() => EtatDuTravail, { description: 'En cours, prêt ou échoué.' })
  etat!: EtatDuTravail;

  @Field(() => Int, { description: 'Éléments lus jusqu’ici.' })
  lus!: number;

  @Field(() => [String], { description: 'Maisons dont la part manque jusqu’ici.' })
  manquants!: string[];

  @Field(() => DateTimeScalar, { description: 'Instant de la demande.' })
  demandeLe!: Date;
}

export const TravailSituationConnection = connectionOf(TravailSituationType, 'TravailSituation');

@InputType('ArreterSituationInput', { description: 'Ce qu’il faut arrêter.' })
export class ArreterSituationInput {
  @Field(() => String, { description: 'Titre de l’arrêté.' })
  titre!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Jour dit ; celui du portail sinon.' })
  le?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Accepter qu’une maison absente manque, ce que l’arrêté dira.',
  })
  incomplet?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
  })
  cleIdempotence?: string | null;
}

@InputType('ReprendreArreteSituationInput', { description: 'Ce qu’il faut reprendre.' })
export class ReprendreArreteSituationInput {
  @Field(() => ID, { description: 'Identifiant de l’arrêté en préparation.' })
  travail!: string;
}

@ObjectType('ArreterSituationPayload', {
  description: 'L’arrêté en préparation, ou le refus.',
})
export class ArreterSituationPayload {
  @Field(() => TravailSituationType, {
    nullable: true,
    description: 'Où en est l’arrêté : il mène à lui une fois signé.',
  })
  travail!: object | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a commencé.' })
  refus!: RefusType | null;
}
