import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { EtatContribution, Meteo, Visibilite } from './contribution.enums.js';

export interface ContributionTypes {
  readonly node: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly payload: ClassType;
}

/**
 * The types of one house's contribution, under its own names: another house's subgraph must never
 * define them.
 */
export function contributionTypes(maison: Maison): ContributionTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ContributionTypes>();

function declareTypes({ suffixe, complement }: Maison): ContributionTypes {
  @ObjectType(`Contribution${suffixe}`, {
    description: `Ce que la maison ${complement} dit d’un engagement, version par version.`,
  })
  @Directive('@key(fields: "id")')
  class ContributionType {
    @Field(() => Int, { description: 'Numéro de version, à partir de 1.' })
    version!: number;

    @Field(() => Int, { description: 'Avancement, de 0 à 100.' })
    avancement!: number;

    @Field(() => Meteo, { description: 'Appréciation de la maison.' })
    meteo!: Meteo;

    @Field(() => String, { nullable: true, description: 'Texte simple, 2 000 caractères au plus.' })
    commentaire!: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'Adresse https ou référence d’un document qui l’établit.',
    })
    preuve!: string | null;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où cette version a été écrite.' })
    modifieLe!: Date;

    @Field(() => EtatContribution, { description: 'État de cette version.' })
    etat!: EtatContribution;

    @Field(() => Visibilite, { description: 'À qui elle est montrée une fois publiée.' })
    visibilite!: Visibilite;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'Instant de la publication ; absent avant.',
    })
    publieLe!: Date | null;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`Contribution${suffixe}Payload`, {
    description: 'Réponse à un acte : la contribution qui en résulte, ou le refus.',
  })
  class ContributionPayload {
    @Field(() => ContributionType, {
      nullable: true,
      description: 'Version sur laquelle l’acte a porté ; après un abandon, celle qui reste.',
    })
    contribution!: ContributionType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    node: ContributionType,
    connection: connectionOf(ContributionType, `Contribution${suffixe}`),
    payload: ContributionPayload,
  };
}
