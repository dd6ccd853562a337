import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import type { Maison } from '../../vocabulaire/maison.js';
import type { ContenuSaisi } from '../domain/parse-contenu.js';
import type { Demande } from '../use-cases/agir.js';
import { Meteo, Visibilite } from './contribution.enums.js';

export interface ContributionInputs {
  readonly modifier: ClassType<Demande & ContenuSaisi>;
  readonly acte: ClassType<Demande>;
}

const VERSION_ATTENDUE =
  'Version sur laquelle vous décidez (0 : aucune encore) ; si elle a changé, l’acte est refusé.';
const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';

export function contributionInputs({ suffixe, complement }: Maison): ContributionInputs {
  @InputType(`ModifierContribution${suffixe}Input`, {
    description: `Nouveau brouillon de la contribution ${complement}.`,
  })
  class ModifierInput {
    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => Int, { description: 'Avancement, de 0 à 100.' })
    avancement!: number;

    @Field(() => Meteo, { description: 'Appréciation de la maison.' })
    meteo!: Meteo;

    @Field(() => String, { nullable: true, description: 'Texte simple, 2 000 caractères au plus.' })
    commentaire?: string | null;

    @Field(() => String, { nullable: true, description: 'Adresse https ou référence.' })
    preuve?: string | null;

    @Field(() => Visibilite, {
      nullable: true,
      defaultValue: Visibilite.PARTENAIRES,
      description: 'À qui elle sera montrée une fois publiée.',
    })
    visibilite?: Visibilite | null;

    @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`ActeContribution${suffixe}Input`, {
    description: `Acte sur la contribution ${complement} en cours.`,
  })
  class ActeInput {
    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  return { modifier: ModifierInput, acte: ActeInput };
}
