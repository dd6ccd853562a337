import {
  type ClassType,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { Partenaire } from '../../vocabulaire/enums.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { IssueContreProposition } from '../domain/reponse.js';

// The three houses print this enum and this input alike.
registerEnumType(IssueContreProposition, {
  name: 'IssueContreProposition',
  description: 'Ce que la maison d’un chiffre répond à celle qui en propose un autre.',
  valuesConfig: {
    RETENUE: { description: 'Elle le retient : elle publiera la valeur corrigée.' },
    ECARTEE: { description: 'Elle garde le sien.' },
  },
});

@InputType('RepondreContrePropositionInput', {
  description: 'Réponse à la contre-proposition d’une autre maison.',
})
export class RepondreContrePropositionInput {
  @Field(() => ID, { description: 'Identifiant de la valeur officielle.' })
  valeur!: string;

  @Field(() => Partenaire, { description: 'Maison qui propose.' })
  maison!: Partenaire;

  @Field(() => Int, {
    description: 'Version de la contre-proposition que vous avez lue : une autre est refusée.',
  })
  version!: number;

  @Field(() => IssueContreProposition, { description: 'Retenue ou écartée.' })
  issue!: IssueContreProposition;

  @Field(() => String, { description: 'Pourquoi : de 10 à 1 000 caractères.' })
  motif!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
  })
  cleIdempotence?: string | null;
}

export interface ReponseTypes {
  readonly reponse: ClassType;
  readonly recue: ClassType;
  readonly connection: ClassType;
  readonly payload: ClassType;
  /** The other houses' counter-proposals, as this house knows them: by their key alone. */
  readonly propositionsDesAutres: readonly {
    readonly maison: Maison;
    readonly type: ClassType<{ id: string }>;
  }[];
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ReponseTypes>();

export function reponseTypes(maison: Maison): ReponseTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

function declareTypes({ partenaire, suffixe, complement }: Maison): ReponseTypes {
  @ObjectType(`ReponseContreProposition${suffixe}`, {
    description: `Ce que la maison ${complement} répond à un autre chiffre que le sien.`,
  })
  class ReponseType {
    @Field(() => IssueContreProposition, { description: 'Retenue ou écartée.' })
    issue!: IssueContreProposition;

    @Field(() => String, { description: 'Pourquoi.' })
    motif!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la réponse.' })
    le!: Date;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`ContrePropositionRecue${suffixe}`, {
    description: `Qu’une autre maison propose un autre chiffre que celui ${complement}.`,
  })
  class RecueType {
    @Field(() => Int, { description: 'Rang parmi ses propositions sur cette valeur.' })
    version!: number;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la proposition.' })
    faiteLe!: Date;
  }

  @ObjectType(`RepondreContreProposition${suffixe}Payload`, {
    description: 'Réponse faite, ou le refus.',
  })
  class PayloadType {
    @Field(() => RecueType, {
      nullable: true,
      description: 'La contre-proposition, telle qu’elle est à présent.',
    })
    contreProposition!: RecueType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    reponse: ReponseType,
    recue: RecueType,
    connection: connectionOf(RecueType, `ContrePropositionRecue${suffixe}`),
    payload: PayloadType,
    propositionsDesAutres: Object.values(MAISONS)
      .filter((autre) => autre.partenaire !== partenaire)
      .map((autre) => ({ maison: autre, type: declareProposition(autre) })),
  };
}

function declareProposition({ suffixe, complement }: Maison): ClassType<{ id: string }> {
  @ObjectType(`ContreProposition${suffixe}`, {
    description: `Autre chiffre, que la maison ${complement} propose à côté de la valeur officielle.`,
  })
  @Directive('@key(fields: "id")')
  class PropositionDUneAutreMaison {
    @Field(() => ID, { description: 'Identifiant de la valeur, puis rang.' })
    id!: string;
  }
  return PropositionDUneAutreMaison;
}
