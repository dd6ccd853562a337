import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Partenaire,
  TitreValidation,
} from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CopiloteType } from '../../instance/index.js';
import { StatutSeance } from './seance.enums.js';

@ObjectType('PointOrdreDuJour', { description: 'Point proposé par une maison.' })
export class PointType {
  @Field(() => ID, { description: 'Identifiant donné par la maison qui le propose.' })
  id!: string;

  @Field(() => String, { description: 'Intitulé.' })
  titre!: string;

  @Field(() => Int, { nullable: true, description: 'Durée prévue, en minutes.' })
  duree!: number | null;

  @Field(() => Partenaire, { description: 'Maison qui le propose.' })
  partenaire!: Partenaire;

  @Field(() => Int, { description: 'Place dans l’ordre du jour, à partir de 1.' })
  rang!: number;
}

@ObjectType('Accord', { description: 'Accord donné sur un texte précis.' })
export class AccordType {
  @Field(() => TitreValidation, { description: 'Au titre de qui.' })
  titre!: TitreValidation;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où il a été donné.' })
  le!: Date;
}

@ObjectType('Presence', { description: 'Présence à une séance ; être présent n’est pas signer.' })
export class PresenceType extends CopiloteType {
  @Field(() => Boolean, { description: 'Vrai pour qui était là.' })
  present!: boolean;

  @Field(() => Boolean, { description: 'Vrai pour qui a signé l’acte de la séance.' })
  signataire!: boolean;

  @Field(() => Boolean, { description: 'Vrai pour qui vote.' })
  voix!: boolean;
}

@ObjectType('Quorum', {
  description:
    'Quorum d’une instance qui vote : la moitié des membres ayant voix (décret n° 2024-560).',
})
export class QuorumType {
  @Field(() => Int, { description: 'Membres ayant voix.' })
  membres!: number;

  @Field(() => Int, { description: 'Membres ayant voix et présents.' })
  presents!: number;

  @Field(() => Int, { description: 'Présents qu’il faut.' })
  requis!: number;

  @Field(() => Boolean, { description: 'Vrai quand il est atteint.' })
  atteint!: boolean;

  @Field(() => Boolean, {
    description: 'Faux pour une seconde convocation que la règle de l’instance dispense du quorum.',
  })
  exige!: boolean;
}

@ObjectType('Releve', { description: 'Relevé de décisions d’une séance.' })
export class ReleveType {
  @Field(() => String, { description: 'Texte simple.' })
  texte!: string;

  @Field(() => Int, { description: 'Numéro de version, à partir de 1.' })
  version!: number;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de la dernière écriture.' })
  modifieLe!: Date;

  @Field(() => String, {
    description:
      'Empreinte du texte, des présences et des décisions : ce que couvre sa validation.',
  })
  empreinte!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Instant où il a été figé ; absent tant qu’une validation manque.',
  })
  figeLe!: Date | null;
}

@ObjectType('Seance', { description: 'Séance d’une instance.' })
@Directive('@key(fields: "id")')
export class SeanceType {
  @Field(() => ID, { description: 'Instance et jour : « spel-596:2023-12-15 ».' })
  id!: string;

  @Field(() => DateScalar, { description: 'Jour de la séance.' })
  jour!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Début.' })
  debut!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin.' })
  fin!: Date | null;

  @Field(() => String, { nullable: true, description: 'Lieu.' })
  lieu!: string | null;

  @Field(() => String, { nullable: true, description: 'Objet.' })
  objet!: string | null;

  @Field(() => StatutSeance, { description: 'Où elle en est.' })
  statut!: StatutSeance;

  @Field(() => Int, { description: 'Version, à donner comme version attendue pour la modifier.' })
  version!: number;

  @Field(() => String, { description: 'Empreinte de l’ordre du jour : ce que couvre un accord.' })
  empreinteOrdreDuJour!: string;

  @Field(() => Int, {
    description: 'Version de l’ordre du jour, à donner comme version attendue pour le rétablir.',
  })
  versionOrdreDuJour!: number;

  @Field(() => [PresenceType], { description: 'Membres attendus, puis présents.' })
  presences!: PresenceType[];

  @Field(() => Boolean, { description: 'Vrai quand elle est montrée hors des maisons.' })
  publique!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'D’où vient ce qui est dit d’une séance passée.',
  })
  source!: string | null;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const SeanceConnection = connectionOf(SeanceType, 'Seance');
