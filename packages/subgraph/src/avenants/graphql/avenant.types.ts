import { type ClassType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { DemandeValidation } from '../use-cases/valider-avenant.js';

export interface AvenantTypes {
  readonly avenant: ClassType;
  readonly validation: ClassType;
  readonly payload: ClassType;
  readonly valider: ClassType<DemandeValidation>;
}

/**
 * The validation of one house, under its own names.
 *
 * @param proprietaire - the whole type where it is owned; elsewhere its key alone is declared
 */
export function avenantTypes(maison: Maison, proprietaire: ClassType | null): AvenantTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison, proprietaire ?? declareKey());
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, AvenantTypes>();

let key: ClassType | undefined;

function declareKey(): ClassType {
  if (key) return key;
  @ObjectType('Avenant', {
    description:
      'Changement du texte signé : rédigé par l’État, validé par chacune des trois maisons, publié ensuite.',
  })
  @Directive('@key(fields: "id")')
  class AvenantKey {
    @Field(() => ID, { description: 'Identifiant : « protocole-2023:avenant-1 ».' })
    id!: string;
  }
  key = AvenantKey;
  return AvenantKey;
}

function declareTypes({ suffixe, complement }: Maison, avenant: ClassType): AvenantTypes {
  @ObjectType(`Avenant${suffixe}`, {
    description: `Ce que la maison ${complement} a validé d’un avenant.`,
  })
  class ValidationType {
    @Field(() => String, { description: 'Empreinte du texte validé, en hexadécimal.' })
    empreinte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de la validation.' })
    le!: Date;

    @Field(() => Boolean, { description: 'Vrai quand le texte a changé depuis.' })
    perimee!: boolean;
  }

  @ObjectType(`ValiderAvenant${suffixe}Payload`, {
    description: 'La validation donnée, ou le refus.',
  })
  class ValiderPayload {
    @Field(() => ValidationType, { nullable: true, description: 'Validation donnée.' })
    validation!: ValidationType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`ValiderAvenant${suffixe}Input`, {
    description: `Validation d’un avenant au nom de la maison ${complement}.`,
  })
  class ValiderInput {
    @Field(() => ID, { description: 'Identifiant de l’avenant.' })
    avenant!: string;

    @Field(() => String, { description: 'Empreinte du texte que l’agent a lu.' })
    empreinte!: string;
  }

  return { avenant, validation: ValidationType, payload: ValiderPayload, valider: ValiderInput };
}
