import { type ClassType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { AvancementSuite, TitreValidation } from './participation.enums.js';

/** The owner's entity, as seen from a house that knows only its identifier. */
@ObjectType('Seance', { description: 'Séance d’une instance, tenue par l’État.' })
@Directive('@key(fields: "id")')
export class SeanceReference {
  @Field(() => ID, { description: 'Instance et jour : « spel-596:2023-12-18 ».' })
  id!: string;
}

/** The owner's entity, as seen from a house that knows only its identifier. */
@ObjectType('Decision', { description: 'Décision prise en séance, tenue par l’État.' })
@Directive('@key(fields: "id")')
export class DecisionReference {
  @Field(() => ID, { description: 'Séance et numéro : « spel-596:2023-12-18:3 ».' })
  id!: string;
}

export interface ParticipationTypes {
  readonly participation: ClassType;
  readonly point: ClassType;
  readonly accord: ClassType;
  readonly releve: ClassType;
  readonly decision: ClassType;
  readonly validation: ClassType;
  readonly suite: ClassType;
  readonly historique: ClassType<Connection<object>>;
  readonly seancePayload: ClassType;
  readonly decisionPayload: ClassType;
}

/** Under the house's own names: another house's subgraph must never define them. */
export function participationTypes(maison: Maison): ParticipationTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ParticipationTypes>();

function declareTypes({ suffixe, complement }: Maison): ParticipationTypes {
  @ObjectType(`Point${suffixe}`, {
    description: `Point que la maison ${complement} propose à l’ordre du jour.`,
  })
  class PointType {
    @Field(() => ID, { description: 'Maison et numéro, propres à la séance : « region-2 ».' })
    id!: string;

    @Field(() => String, { description: 'Titre, sur une ligne.' })
    titre!: string;

    @Field(() => Int, { nullable: true, description: 'Durée en minutes ; absente si non dite.' })
    duree!: number | null;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la proposition.' })
    proposeLe!: Date;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`Accord${suffixe}`, {
    description: `Accord de la maison ${complement} sur un ordre du jour.`,
  })
  class AccordType {
    @Field(() => TitreValidation, {
      nullable: true,
      description: 'Titre auquel il est donné ; absent pour une maison qui ne copilote pas.',
    })
    titre!: TitreValidation | null;

    @Field(() => String, { description: 'SHA-256 de ce sur quoi il porte.' })
    empreinte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de l’accord.' })
    le!: Date;
  }

  @ObjectType(`Releve${suffixe}`, {
    description: `Validation du relevé d’une séance par la maison ${complement}.`,
  })
  class ReleveType {
    @Field(() => String, { description: 'SHA-256 du relevé validé.' })
    empreinte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la validation.' })
    le!: Date;
  }

  @ObjectType(`Participation${suffixe}`, {
    description: `Ce que la maison ${complement} apporte à une séance.`,
  })
  class ParticipationType {}

  @ObjectType(`Validation${suffixe}`, {
    description: `Validation d’une décision par la maison ${complement}.`,
  })
  class ValidationType {
    @Field(() => TitreValidation, { description: 'Titre auquel elle est donnée.' })
    titre!: TitreValidation;

    @Field(() => String, {
      description: 'SHA-256 du texte validé ; différent du présent, il est dépassé.',
    })
    empreinte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la validation.' })
    le!: Date;
  }

  @ObjectType(`Suite${suffixe}`, {
    description: `Suite que la maison ${complement} donne à une décision, version par version.`,
  })
  class SuiteType {
    @Field(() => Int, { description: 'Numéro de version, à partir de 1.' })
    version!: number;

    @Field(() => AvancementSuite, { description: 'Où en est la maison.' })
    avancement!: AvancementSuite;

    @Field(() => String, { nullable: true, description: 'Texte simple, 2 000 caractères au plus.' })
    texte!: string | null;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où cette version a été écrite.' })
    modifieLe!: Date;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`Decision${suffixe}`, {
    description: `Ce que la maison ${complement} fait d’une décision.`,
  })
  class DecisionType {}

  @ObjectType(`Participation${suffixe}Payload`, {
    description:
      'Réponse à un acte sur une séance : ce qui en résulte, et le refus s’il y en a un.',
  })
  class SeancePayload {
    @Field(() => ParticipationType, {
      nullable: true,
      description: 'Participation de la maison après l’acte ; absente si la séance n’existe pas.',
    })
    participation!: ParticipationType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @ObjectType(`Decision${suffixe}Payload`, {
    description:
      'Réponse à un acte sur une décision : ce qui en résulte, et le refus s’il y en a un.',
  })
  class DecisionPayload {
    @Field(() => DecisionType, {
      nullable: true,
      description: 'Ce que la maison en fait à présent ; absent si la décision n’existe pas.',
    })
    decision!: DecisionType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    participation: ParticipationType,
    point: PointType,
    accord: AccordType,
    releve: ReleveType,
    decision: DecisionType,
    validation: ValidationType,
    suite: SuiteType,
    historique: connectionOf(SuiteType, `Suite${suffixe}`),
    seancePayload: SeancePayload,
    decisionPayload: DecisionPayload,
  };
}
