import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../schema/date.scalar.js';
import { Partenaire } from '../../vocabulaire/enums.js';
import { EtatProtocole, NatureVersion, RoleProtocole } from './texte-version.enums.js';

@ObjectType({ description: 'Enjeu tel qu’une version du texte l’écrit.' })
export class TexteEnjeu {
  @Field(() => Int, { description: 'Numéro de l’enjeu.' })
  numero!: number;

  @Field(() => String, { description: 'Libellé dans cette version.' })
  libelle!: string;

  @Field(() => Boolean, { description: 'Vrai quand le libellé est celui d’une source officielle.' })
  texteOfficiel!: boolean;

  @Field(() => String, { description: 'D’où vient le libellé.' })
  source!: string;
}

@ObjectType({ description: 'Engagement tel qu’une version du texte l’écrit.' })
export class TexteEngagement {
  @Field(() => ID, {
    description: 'Code stable : de E01 à E23, puis ceux que des avenants ajoutent.',
  })
  code!: string;

  @Field(() => Int, { description: 'Numéro de son enjeu.' })
  enjeu!: number;

  @Field(() => String, { description: 'Libellé dans cette version.' })
  libelle!: string;

  @Field(() => Boolean, { description: 'Vrai quand le libellé est celui d’une source officielle.' })
  texteOfficiel!: boolean;

  @Field(() => String, { nullable: true, description: 'D’où vient le libellé.' })
  source!: string | null;

  @Field(() => Partenaire, { description: 'Partenaire qui pilote.' })
  pilote!: Partenaire;

  @Field(() => [Partenaire], { description: 'Partenaires qui copilotent.' })
  copilotes!: Partenaire[];

  @Field(() => DateScalar, { nullable: true, description: 'Jour prévu pour l’achèvement.' })
  echeance!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour, quand un avenant l’a retiré ; il reste lisible.',
  })
  retireLe!: string | null;
}

@ObjectType('VersionTexte', {
  description: 'État du texte à partir d’un jour donné ; il reste lisible pour toujours.',
})
export class VersionTexteType {
  @Field(() => Int, { description: '1 pour le texte signé ; chaque avenant publié ajoute un.' })
  numero!: number;

  @Field(() => NatureVersion, { description: 'Ce qui l’a faite.' })
  nature!: NatureVersion;

  @Field(() => ID, {
    nullable: true,
    description: 'Avenant qui l’a faite ; absent à la signature.',
  })
  avenant!: string | null;

  @Field(() => String, { description: 'Intitulé du protocole dans cette version.' })
  intitule!: string;

  @Field(() => Boolean, { description: 'Vrai quand le texte signé lui-même a été chargé.' })
  texteOfficiel!: boolean;

  @Field(() => String, { description: 'D’où vient le texte.' })
  source!: string;

  @Field(() => String, { description: 'SHA-256 du texte entier, en hexadécimal.' })
  empreinte!: string;

  @Field(() => DateScalar, { description: 'Premier jour où elle est en vigueur.' })
  enVigueurLe!: string;
}

@ObjectType({ description: 'Ce qu’une maison a fait à une étape du protocole.' })
class PartieProtocole {
  @Field(() => Partenaire, { description: 'Maison.' })
  partenaire!: Partenaire;

  @Field(() => RoleProtocole, { description: 'Son rôle à cette étape.' })
  role!: RoleProtocole;
}

@ObjectType('EtapeProtocole', { description: 'Étape du protocole : projet, puis signature.' })
export class EtapeProtocoleType {
  @Field(() => EtatProtocole, { description: 'État atteint.' })
  etat!: EtatProtocole;

  @Field(() => DateScalar, { nullable: true, description: 'Jour, quand la source le donne.' })
  le!: string | null;

  @Field(() => [PartieProtocole], { description: 'Qui a fait quoi.' })
  parties!: PartieProtocole[];

  @Field(() => String, { description: 'D’où vient l’information.' })
  source!: string;
}

@ObjectType('LienIndicateur', { description: 'Indicateur qui mesure un engagement.' })
export class LienIndicateurType {
  @Field(() => Partenaire, { description: 'Maison qui produit l’indicateur.' })
  partenaire!: Partenaire;

  @Field(() => ID, { description: 'Code de l’indicateur dans cette maison.' })
  code!: string;
}
