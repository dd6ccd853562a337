import { ArgsType, type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import { Visibilite } from '../../contributions/index.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { DateScalar } from '../../schema/date.scalar.js';
import { type CleTerritoire, CleTerritoireInput } from '../../territoires/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { FicheSaisie } from '../domain/parse-fiche.js';
import type {
  DemandeConclusion,
  DemandeCreation,
  DemandeEvaluation,
  DemandeFiche,
  DemandeRenvoi,
} from '../use-cases/ecrire-fiche.js';
import { EtatFiche, IssueFiche, StatutFiche } from './fiche.enums.js';
import { EtapeFicheInput, LigneBudgetFicheInput } from './fiche.values.js';

export interface FicheInputs {
  readonly creer: ClassType<DemandeCreation>;
  readonly modifier: ClassType<DemandeFiche & FicheSaisie>;
  readonly evaluer: ClassType<DemandeEvaluation>;
  readonly conclure: ClassType<DemandeConclusion>;
  readonly renvoyer: ClassType<DemandeRenvoi>;
  readonly acte: ClassType<DemandeFiche>;
}

const VERSION_ATTENDUE = 'Version sur laquelle vous décidez ; si elle a changé, l’acte est refusé.';
const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';
const FICHE = 'Identifiant de la fiche : « region:fiche-12 ».';

export function ficheInputs({ suffixe, complement }: Maison): FicheInputs {
  @InputType()
  class Saisie implements FicheSaisie {
    @Field(() => String, { description: 'Titre, 200 caractères au plus.' })
    titre!: string;

    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => String, { nullable: true, description: 'Texte simple, 4 000 caractères au plus.' })
    objet?: string | null;

    @Field(() => StatutFiche, {
      nullable: true,
      defaultValue: StatutFiche.A_VENIR,
      description: 'Où en est l’action.',
    })
    statut?: StatutFiche | null;

    @Field(() => DateScalar, { nullable: true, description: 'Premier jour.' })
    debut?: string | null;

    @Field(() => DateScalar, {
      nullable: true,
      description: 'Dernier jour ; demandé à une expérimentation, au plus tard le 2023-12-31.',
    })
    fin?: string | null;

    @Field(() => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Vrai pour une action expérimentale du protocole.',
    })
    experimental?: boolean | null;

    @Field(() => [EtapeFicheInput], { nullable: true, description: 'Au plus 30 étapes.' })
    etapes?: EtapeFicheInput[] | null;

    @Field(() => [LigneBudgetFicheInput], { nullable: true, description: 'Au plus 20 lignes.' })
    budget?: LigneBudgetFicheInput[] | null;

    @Field(() => [CleTerritoireInput], {
      nullable: true,
      description: 'Au plus 50 territoires ; la région entière quand aucun n’est donné.',
    })
    territoires?: CleTerritoireInput[] | null;

    @Field(() => Visibilite, {
      nullable: true,
      defaultValue: Visibilite.PARTENAIRES,
      description: 'À qui elle sera montrée une fois publiée.',
    })
    visibilite?: Visibilite | null;
  }

  @InputType(`CreerFiche${suffixe}Input`, {
    description: `Brouillon d’une nouvelle fiche action ${complement}.`,
  })
  class CreerInput extends Saisie {
    @Field(() => ID, {
      nullable: true,
      description:
        'Fiche dont celle-ci est la variante pour ses territoires, sur le même engagement.',
    })
    varianteDe?: string | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`ModifierFiche${suffixe}Input`, {
    description: `Nouveau brouillon d’une fiche action ${complement} : il remplace tout son contenu.`,
  })
  class ModifierInput extends Saisie {
    @Field(() => ID, { description: FICHE })
    fiche!: string;

    @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType()
  class Acte implements DemandeFiche {
    @Field(() => ID, { description: FICHE })
    fiche!: string;

    @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
    versionAttendue?: number | null;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`EvaluerFiche${suffixe}Input`, { description: 'Évaluation d’une expérimentation.' })
  class EvaluerInput extends Acte {
    @Field(() => String, { description: 'Ce que l’expérimentation a montré.' })
    texte!: string;

    @Field(() => DateScalar, {
      nullable: true,
      description: 'Jour de l’évaluation ; le jour même quand il n’est pas donné.',
    })
    le?: string | null;
  }

  @InputType(`ConclureFiche${suffixe}Input`, {
    description: 'Ce que devient une expérimentation évaluée dans la trajectoire 2024.',
  })
  class ConclureInput extends Acte {
    @Field(() => IssueFiche, { description: 'Ce qu’elle devient.' })
    issue!: IssueFiche;

    @Field(() => String, { description: 'Motif de cette issue.' })
    motif!: string;

    @Field(() => ID, {
      nullable: true,
      description:
        'Fiche qui la prolonge ; sans elle, un brouillon de suite est ouvert, sauf pour un arrêt.',
    })
    suite?: string | null;
  }

  @InputType(`RenvoyerFiche${suffixe}Input`, {
    description: 'Renvoi à la rédaction d’un brouillon ou d’une version validée.',
  })
  class RenvoyerInput extends Acte {
    @Field(() => String, { description: 'Ce qui est à reprendre, 4 000 caractères au plus.' })
    motif!: string;
  }

  @InputType(`ActeFiche${suffixe}Input`, {
    description: `Acte sur une fiche action ${complement}.`,
  })
  class ActeInput extends Acte {}

  return {
    creer: CreerInput,
    modifier: ModifierInput,
    evaluer: EvaluerInput,
    conclure: ConclureInput,
    renvoyer: RenvoyerInput,
    acte: ActeInput,
  };
}

@ArgsType()
export class FichesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Mots du titre, sans souci d’accents.',
  })
  recherche?: string | null;

  @Field(() => ID, { nullable: true, description: 'Ne garder que cet engagement.' })
  engagement?: string | null;

  @Field(() => CleTerritoireInput, {
    nullable: true,
    description:
      'Ne garder que ce qui porte sur ce territoire, sur ce qu’il contient ou sur ce qui le contient.',
  })
  territoire?: CleTerritoire | null;

  @Field(() => StatutFiche, { nullable: true, description: 'Ne garder que ce statut.' })
  statut?: StatutFiche | null;

  @Field(() => EtatFiche, { nullable: true, description: 'Ne garder que cet état.' })
  etat?: EtatFiche | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai : les expérimentations seulement ; faux : les autres.',
  })
  experimental?: boolean | null;

  @Field(() => IssueFiche, { nullable: true, description: 'Ne garder que cette issue.' })
  issue?: IssueFiche | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Expérimentations finies avant ce jour et toujours sans évaluation.',
  })
  evaluationEnRetardLe?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Expérimentations finies avant ce jour et dont l’issue n’est pas dite.',
  })
  sansIssueLe?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Telles que publiées à la fin de ce jour ; sans lui, telles qu’elles sont.',
  })
  le?: string | null;
}
