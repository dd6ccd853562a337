import {
  type ClassType,
  Directive,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
} from 'type-graphql';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { DemandeDeProposition } from '../use-cases/proposer-mesure.js';

export interface ContrePropositionTypes {
  readonly node: ClassType;
  readonly payload: ClassType;
  readonly input: ClassType<DemandeDeProposition>;
  /** The other houses' values, as this house knows them: by their key alone. */
  readonly valeursDesAutres: readonly {
    readonly type: ClassType<{ id: string }>;
    readonly nom: string;
  }[];
}

export function contrePropositionTypes(maison: Maison): ContrePropositionTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ContrePropositionTypes>();

function declareTypes({ partenaire, suffixe, complement }: Maison): ContrePropositionTypes {
  @ObjectType(`ContreProposition${suffixe}`, {
    description: `Autre chiffre, que la maison ${complement} propose à côté de la valeur officielle.`,
  })
  @Directive('@key(fields: "id")')
  class ContrePropositionType {
    @Field(() => Float, { description: 'Valeur proposée, dans l’unité de l’indicateur.' })
    proposee!: number;

    @Field(() => String, { description: 'Pourquoi cette maison propose un autre chiffre.' })
    motif!: string;

    @Field(() => String, { description: 'Comment elle l’établit.' })
    methode!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la proposition.' })
    faiteLe!: Date;

    @Field(() => Int, { description: 'Rang parmi ses propositions sur cette valeur.' })
    version!: number;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`ContreProposition${suffixe}Payload`, {
    description: 'Réponse à une contre-proposition.',
  })
  class ContrePropositionPayload {
    @Field(() => ContrePropositionType, {
      nullable: true,
      description: 'Celle qui est en place : la nouvelle, ou l’ancienne après un refus.',
    })
    contreProposition!: ContrePropositionType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`ProposerMesure${suffixe}Input`, {
    description: `Autre chiffre ${complement} pour la valeur d’une autre maison.`,
  })
  class ProposerInput implements DemandeDeProposition {
    @Field(() => ID, { description: 'Identifiant de la valeur officielle.' })
    valeur!: string;

    @Field(() => Float, { description: 'Valeur proposée, dans l’unité de l’indicateur.' })
    proposee!: number;

    @Field(() => String, { description: 'Pourquoi : de 10 à 1 000 caractères.' })
    motif!: string;

    @Field(() => String, { description: 'Comment : de 10 à 1 000 caractères.' })
    methode!: string;

    @Field(() => Int, {
      nullable: true,
      description:
        'Version que vous avez lue (0 : aucune encore) ; si elle a changé, l’acte est refusé.',
    })
    versionAttendue?: number | null;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }

  return {
    node: ContrePropositionType,
    payload: ContrePropositionPayload,
    input: ProposerInput,
    valeursDesAutres: Object.values(MAISONS)
      .filter((autre) => autre.partenaire !== partenaire)
      .map(declareValeur),
  };
}

function declareValeur({ suffixe, complement }: Maison): {
  readonly type: ClassType<{ id: string }>;
  readonly nom: string;
} {
  const nom = `ValeurIndicateur${suffixe}`;

  @ObjectType(nom, {
    description: `Valeur d’un indicateur ${complement} pour un territoire et une période.`,
  })
  @Directive('@key(fields: "id")')
  class ValeurDUneAutreMaison {
    @Field(() => ID, { description: 'Maison, indicateur, maille, territoire, période.' })
    id!: string;
  }

  return { type: ValeurDUneAutreMaison, nom };
}
