import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import type { Maison } from '../../vocabulaire/maison.js';
import type {
  AccordDemande,
  PointDemande,
  RetraitDemande,
  SuiteDemande,
} from '../use-cases/participer.js';
import { AvancementSuite, TitreValidation } from './participation.enums.js';

/** The title may be left out: the agent's role says it. */
export interface ValidationSaisie {
  readonly decision: string;
  readonly empreinte: string;
  readonly titre?: TitreValidation | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export interface ParticipationInputs {
  readonly point: ClassType<PointDemande>;
  readonly retrait: ClassType<RetraitDemande>;
  readonly accord: ClassType<AccordDemande>;
  readonly validation: ClassType<ValidationSaisie>;
  readonly suite: ClassType<SuiteDemande>;
}

const SEANCE = 'Séance concernée : « spel-596:2023-12-18 ».';
const DECISION = 'Décision concernée : « spel-596:2023-12-18:3 ».';
const EMPREINTE = 'Empreinte du texte que vous avez lu : l’acte porte sur lui, pas sur un autre.';
const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';

export function participationInputs({ suffixe, complement }: Maison): ParticipationInputs {
  @InputType(`ProposerPoint${suffixe}Input`, {
    description: `Point que la maison ${complement} propose.`,
  })
  class PointInput {
    @Field(() => ID, { description: SEANCE })
    seance!: string;

    @Field(() => String, { description: 'Titre, sur une ligne, 200 caractères au plus.' })
    titre!: string;

    @Field(() => Int, { nullable: true, description: 'Durée en minutes, de 1 à 480.' })
    duree?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`RetirerPoint${suffixe}Input`, {
    description: `Retrait d’un point que la maison ${complement} a proposé.`,
  })
  class RetraitInput {
    @Field(() => ID, { description: SEANCE })
    seance!: string;

    @Field(() => ID, { description: 'Point concerné : « region-2 ».' })
    point!: string;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`AccordSeance${suffixe}Input`, {
    description: `Accord ${complement} sur l’ordre du jour ou le relevé d’une séance.`,
  })
  class AccordInput {
    @Field(() => ID, { description: SEANCE })
    seance!: string;

    @Field(() => String, { description: EMPREINTE })
    empreinte!: string;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`ValiderDecision${suffixe}Input`, {
    description: `Validation d’une décision, au titre ${complement}.`,
  })
  class ValidationInput {
    @Field(() => ID, { description: DECISION })
    decision!: string;

    @Field(() => String, { description: EMPREINTE })
    empreinte!: string;

    @Field(() => TitreValidation, {
      nullable: true,
      description: 'Titre auquel vous validez ; par défaut, celui de votre rôle.',
    })
    titre?: TitreValidation | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`EnregistrerSuite${suffixe}Input`, {
    description: `Suite que la maison ${complement} donne à une décision.`,
  })
  class SuiteInput {
    @Field(() => ID, { description: DECISION })
    decision!: string;

    @Field(() => AvancementSuite, { description: 'Où en est la maison.' })
    avancement!: AvancementSuite;

    @Field(() => String, { nullable: true, description: 'Texte simple, 2 000 caractères au plus.' })
    texte?: string | null;

    @Field(() => Int, {
      nullable: true,
      description:
        'Version sur laquelle vous décidez (0 : aucune encore) ; si elle a changé, l’acte est refusé.',
    })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  return {
    point: PointInput,
    retrait: RetraitInput,
    accord: AccordInput,
    validation: ValidationInput,
    suite: SuiteInput,
  };
}
