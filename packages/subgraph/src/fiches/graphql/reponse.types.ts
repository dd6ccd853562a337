import { type ClassType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { DemandeReponse } from '../use-cases/repondre.js';

interface ReponseTypes {
  readonly node: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly payload: ClassType;
  readonly repondre: ClassType<DemandeReponse>;
}

/** The types of what one house answers, under its own names. */
export function reponseTypes(maison: Maison): ReponseTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ReponseTypes>();

function declareTypes({ suffixe, complement }: Maison): ReponseTypes {
  @ObjectType(`ReponseObservation${suffixe}`, {
    description: `Réponse ${complement} à une observation sur une de ses fiches action.`,
  })
  class ReponseType {
    @Field(() => ID, {
      description: 'Observation à laquelle elle répond : « etat:observation-7 ».',
    })
    observation!: string;

    @Field(() => String, { description: 'Texte simple.' })
    texte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où elle a été écrite.' })
    ecriteLe!: Date;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`ReponseObservation${suffixe}Payload`, {
    description: 'Réponse : ce qui a été répondu, ou le refus.',
  })
  class ReponsePayload {
    @Field(() => ReponseType, { nullable: true, description: 'La réponse écrite.' })
    reponse!: ReponseType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`RepondreObservation${suffixe}Input`, {
    description: `Réponse ${complement} ; une nouvelle remplace la première.`,
  })
  class RepondreInput implements DemandeReponse {
    @Field(() => ID, { description: 'Fiche de la maison : « region:fiche-12 ».' })
    fiche!: string;

    @Field(() => ID, { description: 'Observation d’une autre maison : « etat:observation-7 ».' })
    observation!: string;

    @Field(() => String, { description: 'Texte simple, 4 000 caractères au plus.' })
    texte!: string;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }

  return {
    node: ReponseType,
    connection: connectionOf(ReponseType, `ReponseObservation${suffixe}`),
    payload: ReponsePayload,
    repondre: RepondreInput,
  };
}
