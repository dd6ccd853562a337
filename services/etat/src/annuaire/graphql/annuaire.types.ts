import { connectionOf, DateScalar, Partenaire, RefusType } from '@passerelle/subgraph';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { SourceType } from '../../memoire/graphql/memoire.types.js';

export const TypeOrganisation = {
  SERVICE_ETAT: 'SERVICE_ETAT',
  COLLECTIVITE: 'COLLECTIVITE',
  OPERATEUR: 'OPERATEUR',
  RECTORAT: 'RECTORAT',
  CARIF_OREF: 'CARIF_OREF',
  PLATEFORME_PROCHEMPLOI: 'PLATEFORME_PROCHEMPLOI',
  PARTENAIRE_SOCIAL: 'PARTENAIRE_SOCIAL',
} as const;
export type TypeOrganisation = keyof typeof TypeOrganisation;
registerEnumType(TypeOrganisation, {
  name: 'TypeOrganisation',
  description: 'Nature d’une organisation de l’annuaire.',
  valuesConfig: {
    SERVICE_ETAT: { description: 'Préfecture, sous-préfecture, service déconcentré.' },
    COLLECTIVITE: { description: 'Collectivité territoriale.' },
    OPERATEUR: { description: 'Opérateur du service public de l’emploi.' },
    RECTORAT: { description: 'Rectorat de région académique.' },
    CARIF_OREF: { description: 'Centre d’animation et observatoire emploi-formation.' },
    PLATEFORME_PROCHEMPLOI: { description: 'Plateforme Proch’emploi.' },
    PARTENAIRE_SOCIAL: { description: 'Organisation syndicale ou patronale.' },
  },
});

@ObjectType('Contact', { description: 'Comment joindre une organisation.' })
class ContactType {
  @Field(() => String, { nullable: true, description: 'Téléphone.' })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'Adresse électronique du service.' })
  courriel!: string | null;

  @Field(() => String, { nullable: true, description: 'Adresse postale.' })
  adresse!: string | null;
}

@ObjectType('NomConnu', { description: 'Autre orthographe d’un nom, avec sa source.' })
class NomConnuType {
  @Field(() => String, { description: 'Le nom tel que la source l’écrit.' })
  nom!: string;

  @Field(() => SourceType, { description: 'Sa source.' })
  source!: SourceType;
}

@ObjectType('RoleTenu', { description: 'Fonction tenue pendant un temps.' })
export class RoleTenuType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => String, { description: 'Fonction.' })
  fonction!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Responsable public nommé par une source publiée ; absent sinon.',
  })
  titulaire!: string | null;

  @Field(() => [NomConnuType], { description: 'Autres orthographes connues de ce nom.' })
  alias!: NomConnuType[];

  @Field(() => DateScalar, { description: 'Premier jour où une source le montre en fonction.' })
  du!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Jour où un autre lui succède.' })
  au!: string | null;

  @Field(() => SourceType, { description: 'D’où cela vient.' })
  source!: SourceType;
}

@ObjectType('Organisation', { description: 'Organisation du service public de l’emploi.' })
@Directive('@key(fields: "id")')
export class OrganisationType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => TypeOrganisation, { description: 'Nature de l’organisation.' })
  type!: TypeOrganisation;

  @Field(() => Partenaire, { nullable: true, description: 'Maison, quand elle en est une.' })
  partenaire!: Partenaire | null;

  @Field(() => [String], { description: 'Sujets dont elle s’occupe.' })
  sujets!: string[];

  @Field(() => ContactType, { nullable: true, description: 'Comment la joindre.' })
  contact!: ContactType | null;

  @Field(() => SourceType, { description: 'D’où cela vient.' })
  source!: SourceType;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const OrganisationConnection = connectionOf(OrganisationType, 'Organisation');

@InputType('NommerInput', { description: 'Qui tient désormais une fonction.' })
export class NommerInput {
  @Field(() => ID, { description: 'Organisation.' })
  organisation!: string;

  @Field(() => String, { description: 'Fonction.' })
  fonction!: string;

  @Field(() => String, { nullable: true, description: 'Responsable public ; absent si inconnu.' })
  titulaire?: string | null;

  @Field(() => DateScalar, { description: 'Premier jour.' })
  du!: string;

  @Field(() => String, { description: 'D’où cela vient.' })
  source!: string;
}

@ObjectType('NommerPayload', { description: 'L’organisation, ou le refus.' })
export class NommerPayload {
  @Field(() => OrganisationType, { nullable: true, description: 'L’organisation concernée.' })
  organisation!: object | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusType | null;
}
