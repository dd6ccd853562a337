import { DateScalar, DateTimeScalar, Partenaire } from '@passerelle/subgraph';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const PrecisionDate = { JOUR: 'JOUR', MOIS: 'MOIS', ANNEE: 'ANNEE' } as const;
export type PrecisionDate = keyof typeof PrecisionDate;
registerEnumType(PrecisionDate, {
  name: 'PrecisionDate',
  description: 'Ce qu’une source dit d’une date ; le reste de la date est une convention.',
  valuesConfig: {
    JOUR: { description: 'Le jour est connu.' },
    MOIS: { description: 'Seul le mois est connu.' },
    ANNEE: { description: 'Seule l’année est connue.' },
  },
});

export const NatureDocument = {
  RAPPORT: 'RAPPORT',
  LOI: 'LOI',
  DECRET: 'DECRET',
  ARRETE: 'ARRETE',
  COMMUNIQUE: 'COMMUNIQUE',
  INSTRUCTION: 'INSTRUCTION',
} as const;
export type NatureDocument = keyof typeof NatureDocument;
registerEnumType(NatureDocument, {
  name: 'NatureDocument',
  description: 'Nature d’un document de référence.',
  valuesConfig: {
    RAPPORT: { description: 'Rapport.' },
    LOI: { description: 'Loi.' },
    DECRET: { description: 'Décret.' },
    ARRETE: { description: 'Arrêté.' },
    COMMUNIQUE: { description: 'Communiqué de presse.' },
    INSTRUCTION: { description: 'Instruction ou circulaire.' },
  },
});

@ObjectType('Source', { description: 'D’où vient un énoncé.' })
export class SourceType {
  @Field(() => String, { description: 'Telle qu’un lecteur la citerait.' })
  intitule!: string;

  @Field(() => String, { nullable: true, description: 'Adresse https, quand il y en a une.' })
  lien!: string | null;
}

@ObjectType('Enonce', { description: 'Ce qu’une source dit.' })
class EnonceType {
  @Field(() => String, { description: 'L’énoncé.' })
  enonce!: string;

  @Field(() => SourceType, { description: 'Sa source.' })
  source!: SourceType;
}

@ObjectType('EtapeFrise', { description: 'Étape de ce que les maisons ont fait ensemble.' })
export class EtapeFriseType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => DateScalar, { description: 'Date, avec sa précision.' })
  le!: string;

  @Field(() => PrecisionDate, { description: 'Ce qui est connu de la date.' })
  precision!: PrecisionDate;

  @Field(() => String, { description: 'Ce qui s’est passé, en peu de mots.' })
  titre!: string;

  @Field(() => String, { description: 'Ce qui s’est passé.' })
  texte!: string;

  @Field(() => [Partenaire], { description: 'Maisons concernées.' })
  partenaires!: Partenaire[];

  @Field(() => [SourceType], { description: 'D’où cela vient.' })
  sources!: SourceType[];
}

@ObjectType('DocumentReference', { description: 'Texte auquel les engagements se réfèrent.' })
export class DocumentReferenceType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => String, { description: 'Titre du document.' })
  titre!: string;

  @Field(() => String, { description: 'Auteur, par sa fonction ou son institution.' })
  auteur!: string;

  @Field(() => NatureDocument, { description: 'Nature du document.' })
  nature!: NatureDocument;

  @Field(() => DateScalar, { description: 'Date retenue pour ranger.' })
  le!: string;

  @Field(() => [EnonceType], { description: 'Ce que les sources disent de sa date.' })
  dates!: EnonceType[];

  @Field(() => String, { nullable: true, description: 'Adresse https du document.' })
  lien!: string | null;
}

@ObjectType('Divergence', { description: 'Deux sources qui ne disent pas la même chose.' })
export class DivergenceType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => String, { description: 'Ce sur quoi elles diffèrent.' })
  objet!: string;

  @Field(() => [EnonceType], { description: 'Ce que dit chacune.' })
  enonces!: EnonceType[];

  @Field(() => String, { description: 'Ce que le portail en fait.' })
  traitement!: string;
}

@ObjectType('Citation', { description: 'Parole publique, mot pour mot.' })
class CitationType {
  @Field(() => String, { description: 'Le texte cité.' })
  texte!: string;

  @Field(() => String, { description: 'Qui parle, tel que la source l’écrit.' })
  auteur!: string;

  @Field(() => String, { description: 'En quelle fonction.' })
  fonction!: string;
}

@ObjectType('Communique', { description: 'Communiqué de presse, avec son contact.' })
export class CommuniqueType {
  @Field(() => ID, { description: 'Identifiant stable.' })
  id!: string;

  @Field(() => DateScalar, { description: 'Date du communiqué.' })
  le!: string;

  @Field(() => String, { description: 'Lieu d’où il est daté.' })
  lieu!: string;

  @Field(() => String, { description: 'Surtitre.' })
  surtitre!: string;

  @Field(() => String, { description: 'Titre.' })
  titre!: string;

  @Field(() => String, { description: 'Service qui l’a publié.' })
  service!: string;

  @Field(() => String, { description: 'Téléphone du service.' })
  telephone!: string;

  @Field(() => String, { description: 'Adresse électronique du service.' })
  courriel!: string;

  @Field(() => String, { description: 'Adresse du service.' })
  adresse!: string;

  @Field(() => [CitationType], { description: 'Paroles citées.' })
  citations!: CitationType[];

  @Field(() => SourceType, { description: 'Sa source.' })
  source!: SourceType;
}

@ObjectType('TexteNumerote', { description: 'Principe du rapport, ou chantier.' })
export class TexteNumeroteType {
  @Field(() => Int, { description: 'Numéro, à partir de 1.' })
  numero!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Libellé ; absent tant que personne ne l’a fourni avec sa source.',
  })
  libelle!: string | null;

  @Field(() => SourceType, { nullable: true, description: 'D’où vient le libellé.' })
  source!: SourceType | null;
}

@ObjectType('ReferencesEngagement', { description: 'Ce à quoi un engagement répond.' })
export class ReferencesEngagementType {
  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version!: number;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où cette version a été écrite.' })
  modifieLe!: Date;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}
