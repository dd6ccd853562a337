import { type ClassType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type {
  DemandeCorrection,
  DemandeObservation,
  DemandeRetrait,
} from '../use-cases/observer.js';
import { TexteRemplaceType } from './fiche.values.js';

interface ObservationTypes {
  readonly node: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly payload: ClassType;
  readonly observer: ClassType<DemandeObservation>;
  readonly corriger: ClassType<DemandeCorrection>;
  readonly retirer: ClassType<DemandeRetrait>;
}

const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';

/** The types of what one house remarks, under its own names. */
export function observationTypes(maison: Maison): ObservationTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ObservationTypes>();

function declareTypes({ suffixe, complement }: Maison): ObservationTypes {
  @ObjectType(`Observation${suffixe}`, {
    description: `Observation ${complement} sur une fiche action d’une autre maison.`,
  })
  class ObservationType {
    @Field(() => Int, { description: 'Version du texte, à partir de 1.' })
    version!: number;

    @Field(() => String, { description: 'Texte simple, dans sa dernière version.' })
    texte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où elle a été écrite.' })
    ecriteLe!: Date;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'Instant de la dernière correction ; absent sans correction.',
    })
    corrigeeLe!: Date | null;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'Instant où son auteur l’a retirée ; elle reste lisible, marquée retirée.',
    })
    retireeLe!: Date | null;

    @Field(() => [TexteRemplaceType], {
      description: 'Textes d’avant les corrections, le plus récent d’abord.',
    })
    anciensTextes!: TexteRemplaceType[];

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`Observation${suffixe}Payload`, {
    description:
      'Réponse : l’observation telle que l’acte la laisse, ou le refus ; avec un refus de version dépassée, la présente.',
  })
  class ObservationPayload {
    @Field(() => ObservationType, { nullable: true, description: 'L’observation écrite.' })
    observation!: ObservationType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`Observer${suffixe}Input`, { description: 'Observation sur une fiche action.' })
  class ObserverInput implements DemandeObservation {
    @Field(() => ID, { description: 'Fiche d’une autre maison : « region:fiche-12 ».' })
    fiche!: string;

    @Field(() => String, { description: 'Texte simple, 4 000 caractères au plus.' })
    texte!: string;

    @Field(() => ID, {
      nullable: true,
      description: CLE_IDEMPOTENCE,
    })
    cleIdempotence?: string | null;
  }

  @InputType(`CorrigerObservation${suffixe}Input`, {
    description: 'Nouveau texte d’une observation que l’on a soi-même écrite.',
  })
  class CorrigerInput implements DemandeCorrection {
    @Field(() => ID, { description: 'Identifiant de l’observation.' })
    observation!: string;

    @Field(() => String, { description: 'Texte simple, 4 000 caractères au plus.' })
    texte!: string;

    @Field(() => Int, {
      nullable: true,
      description: 'Version du texte que vous corrigez ; si elle a changé, l’acte est refusé.',
    })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`RetirerObservation${suffixe}Input`, { description: 'Observation à retirer.' })
  class RetirerInput implements DemandeRetrait {
    @Field(() => ID, { description: 'Identifiant de l’observation.' })
    observation!: string;
  }

  return {
    node: ObservationType,
    connection: connectionOf(ObservationType, `Observation${suffixe}`),
    payload: ObservationPayload,
    observer: ObserverInput,
    corriger: CorrigerInput,
    retirer: RetirerInput,
  };
}
