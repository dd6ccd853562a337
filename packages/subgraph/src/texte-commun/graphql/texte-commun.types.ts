import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../schema/date.scalar.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { Partenaire } from '../../vocabulaire/enums.js';

@ObjectType({ description: 'Passage d’un original, tel que la maison le tient.' })
@Directive('@shareable')
export class PassageOriginal {
  @Field(() => String, { description: '« E07 », « enjeu 2 » ou « protocole ».' })
  sujet!: string;

  @Field(() => String, { description: 'Ce qu’il dit : libelle, pilote, copilotes, echeance…' })
  champ!: string;

  @Field(() => String, { description: 'Ce que la maison tient.' })
  texte!: string;
}

@ObjectType({
  description:
    'Original du texte signé tenu par un partenaire : chacun des trois garde le sien, la même empreinte prouve le même texte.',
})
@Directive('@shareable')
export class OriginalTexte {
  @Field(() => Partenaire, { description: 'Partenaire qui tient cet original.' })
  partenaire!: Partenaire;

  @Field(() => String, {
    description: 'SHA-256 du texte entier, enjeux et engagements compris, en hexadécimal.',
  })
  empreinte!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où cet original a été enregistré.' })
  enregistreLe!: Date;

  @Field(() => Int, { description: 'Version du texte, de 1 (la signature) à la dernière.' })
  version!: number;
}

@ObjectType({ description: 'Signataire du protocole, par sa fonction.' })
export class Signataire {
  @Field(() => String, { description: 'Fonction au jour de la signature.' })
  fonction!: string;

  @Field(() => String, { description: 'Organisation au nom de laquelle la personne signe.' })
  organisation!: string;

  @Field(() => Partenaire, { description: 'Maison que la signature engage.' })
  partenaire!: Partenaire;
}

@ObjectType('Protocole', {
  description: 'Protocole signé par les trois partenaires ; il ne change que par avenant.',
})
@Directive('@key(fields: "id")')
export class ProtocoleType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => String, { description: 'Intitulé du protocole.' })
  intitule!: string;

  @Field(() => DateScalar, { description: 'Jour de la signature.' })
  signeLe!: string;

  @Field(() => String, { description: 'Lieu de la signature.' })
  lieu!: string;

  @Field(() => [Signataire], { description: 'Signataires, par leur fonction.' })
  signataires!: Signataire[];

  @Field(() => [String], { description: 'Fonctions présentes à la signature sans signer.' })
  enPresenceDe!: string[];

  @Field(() => Boolean, {
    description:
      'Faux tant que le texte signé lui-même n’a pas été chargé : libellés de démonstration.',
  })
  texteOfficiel!: boolean;

  @Field(() => String, { description: 'D’où vient ce qui est affiché.' })
  source!: string;

  @Field(() => Int, { description: 'Version en vigueur : 1 est le texte signé.' })
  version!: number;
}

@ObjectType('Enjeu', { description: 'Enjeu majeur du protocole, dans l’ordre du texte.' })
@Directive('@key(fields: "numero")')
export class EnjeuType {
  @Field(() => Int, { description: 'Numéro de l’enjeu, à partir de 1.' })
  numero!: number;

  @Field(() => String, { description: 'Libellé de l’enjeu.' })
  libelle!: string;

  @Field(() => Boolean, { description: 'Vrai quand le libellé est celui d’une source officielle.' })
  texteOfficiel!: boolean;

  @Field(() => String, { description: 'D’où vient le libellé.' })
  source!: string;
}

@ObjectType('Engagement', {
  description: 'Engagement du protocole ; chaque partenaire y apporte sa contribution.',
})
@Directive('@key(fields: "code")')
export class EngagementType {
  @Field(() => ID, {
    description: 'Code stable : de E01 à E23, puis ceux que des avenants ajoutent.',
  })
  code!: string;

  @Field(() => Int, { description: 'Rang de l’engagement dans le protocole.' })
  numero!: number;

  @Field(() => String, { description: 'Libellé de l’engagement.' })
  libelle!: string;

  @Field(() => Boolean, {
    description: 'Faux pour un libellé de démonstration : le texte signé n’est pas public.',
  })
  texteOfficiel!: boolean;

  @Field(() => String, { nullable: true, description: 'D’où vient le libellé.' })
  source!: string | null;

  @Field(() => Partenaire, { description: 'Partenaire qui pilote l’engagement.' })
  pilote!: Partenaire;

  @Field(() => [Partenaire], { description: 'Partenaires qui copilotent l’engagement.' })
  copilotes!: Partenaire[];

  @Field(() => DateScalar, { nullable: true, description: 'Jour prévu pour l’achèvement.' })
  echeance!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour, quand un avenant l’a retiré ; il reste lisible.',
  })
  retireLe!: string | null;
}
