import {
  type Engagement,
  RefusType,
  type RequestContext,
  requireRight,
  texteCommunPostgresReader,
} from '@passerelle/subgraph';
import { Arg, Ctx, Directive, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Decision } from '../domain/decision.js';
import type { DecisionReader } from '../domain/decision.reader.js';
import type {
  Decisions,
  Issue,
  Preparation,
  Retablissement,
  Tenue,
} from '../domain/seance.actes.js';
import { type Refus, refus } from '../domain/seance.errors.js';
import type { Seance } from '../domain/seance.js';
import type { SeanceReader } from '../domain/seance.reader.js';
import {
  ActeDecisionInput,
  EnregistrerDecisionInput,
  ModifierDecisionInput,
  VoterDecisionInput,
} from './decision.inputs.js';
import { DecisionType } from './decision.types.js';
import {
  ActeSeanceInput,
  CreerSeanceInput,
  EcrireReleveInput,
  ModifierSeanceInput,
  NoterPresencesInput,
  OrdonnerPointsInput,
  RetablirInput,
} from './seance.inputs.js';
import { SeanceType } from './seance.types.js';

const PRESENT = 'Présent quand rien n’a changé.';

@ObjectType('SeancePayload', { description: 'Réponse à un acte : la séance telle qu’elle est.' })
export class SeancePayload {
  @Field(() => SeanceType, { nullable: true, description: 'La séance ; absente si inconnue.' })
  seance!: Seance | null;

  @Field(() => RefusType, { nullable: true, description: PRESENT })
  refus!: Refus | null;
}

@ObjectType('DecisionPayload', {
  description: 'Réponse à un acte : la décision telle qu’elle est.',
})
class DecisionPayload {
  @Field(() => DecisionType, { nullable: true, description: 'La décision ; absente si inconnue.' })
  decision!: Decision | null;

  @Field(() => RefusType, { nullable: true, description: PRESENT })
  refus!: Refus | null;
}

@ObjectType('RetablirPayload', { description: 'Réponse : ce qui a été rétabli, tel qu’il est.' })
class RetablirPayload extends SeancePayload {
  @Field(() => DecisionType, { nullable: true, description: 'La décision, si c’en est une.' })
  decision!: Decision | null;
}

interface Payload {
  readonly seance: Seance | null;
  readonly decision: Decision | null;
  readonly refus: Refus | null;
}

export interface ActesDeSeance {
  readonly seances: SeanceReader;
  readonly decisions: DecisionReader;
  readonly preparation: Preparation;
  readonly tenue: Tenue;
  readonly decider: Decisions;
  readonly retablir: Retablissement;
}

export const TENIR = '@requiresScopes(scopes: [["etat:seance:tenir"]])';
export const INPUT = 'Ce qui est demandé.';

export function seanceMutations({
  seances,
  decisions,
  preparation,
  tenue,
  decider,
  retablir,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
ActesDeSeance): readonly Function[] {
  /** The act, then the answer read in the agent's own name, after the commit. */
  async function repondre(context: RequestContext, act: () => Promise<Issue>): Promise<Payload> {
    requireRight(context, 'etat', 'seance:tenir');
    const fait = await act();
    await context.reads.renew();
    const { reads } = context;
    return {
      seance: fait.seance === null ? null : await reads.load(seances.parId, fait.seance),
      decision: fait.decision === null ? null : await reads.load(decisions.parId, fait.decision),
      refus: fait.refus,
    };
  }

  /** A decision names an engagement that exists, or none. */
  async function siEngagementConnu(
    { reads }: RequestContext,
    code: string | null | undefined,
    act: () => Promise<Issue>,
  ): Promise<Issue> {
    const connu: Engagement | null =
      code === null || code === undefined
        ? null
        : await reads.load(texteCommunPostgresReader.engagementParCode, code);
    return connu || code === null || code === undefined
      ? act()
      : { seance: null, decision: null, refus: refus('ENGAGEMENT_INCONNU') };
  }

  @Resolver()
  class SeanceMutations {
    @Mutation(() => SeancePayload, { nullable: true, description: 'Prévoit une séance.' })
    @Directive(TENIR)
    creerSeance(
      @Ctx() context: RequestContext,
      @Arg('input', () => CreerSeanceInput, { description: INPUT }) input: CreerSeanceInput,
    ): Promise<Payload> {
      return repondre(context, () => preparation.creer(context.identite, input));
    }

    @Mutation(() => SeancePayload, {
      nullable: true,
      description: 'Modifie les horaires, le lieu ou l’objet d’une séance.',
    })
    @Directive(TENIR)
    modifierSeance(
      @Ctx() context: RequestContext,
      @Arg('input', () => ModifierSeanceInput, { description: INPUT }) input: ModifierSeanceInput,
    ): Promise<Payload> {
      return repondre(context, () => preparation.modifier(context.identite, input));
    }

    @Mutation(() => SeancePayload, { nullable: true, description: 'Annule une séance à venir.' })
    @Directive(TENIR)
    annulerSeance(
      @Ctx() context: RequestContext,
      @Arg('input', () => ActeSeanceInput, { description: INPUT }) input: ActeSeanceInput,
    ): Promise<Payload> {
      return repondre(context, () => preparation.annuler(context.identite, input));
    }

    @Mutation(() => SeancePayload, {
      nullable: true,
      description: 'Range les points de l’ordre du jour, de quelque maison qu’ils viennent.',
    })
    @Directive(TENIR)
    ordonnerPoints(
      @Ctx() context: RequestContext,
      @Arg('input', () => OrdonnerPointsInput, { description: INPUT }) input: OrdonnerPointsInput,
    ): Promise<Payload> {
      return repondre(context, () => preparation.ordonner(context.identite, input));
    }

    @Mutation(() => SeancePayload, {
      nullable: true,
      description: 'Note qui était là ; la séance est alors tenue.',
    })
    @Directive(TENIR)
    noterPresences(
      @Ctx() context: RequestContext,
      @Arg('input', () => NoterPresencesInput, { description: INPUT }) input: NoterPresencesInput,
    ): Promise<Payload> {
      return repondre(context, () => tenue.noterPresences(context.identite, input));
    }

    @Mutation(() => SeancePayload, {
      nullable: true,
      description: 'Écrit le relevé d’une séance tenue ; figé quand les copilotes l’ont validé.',
    })
    @Directive(TENIR)
    ecrireReleve(
      @Ctx() context: RequestContext,
      @Arg('input', () => EcrireReleveInput, { description: INPUT }) input: EcrireReleveInput,
    ): Promise<Payload> {
      return repondre(context, () => tenue.ecrireReleve(context.identite, input));
    }

    @Mutation(() => RetablirPayload, {
      nullable: true,
      description: 'Rétablit une version antérieure, comme une nouvelle version.',
    })
    @Directive(TENIR)
    retablir(
      @Ctx() context: RequestContext,
      @Arg('input', () => RetablirInput, { description: INPUT }) input: RetablirInput,
    ): Promise<Payload> {
      return repondre(context, () => retablir(context.identite, input));
    }
  }

  @Resolver()
  class DecisionMutations {
    @Mutation(() => DecisionPayload, {
      nullable: true,
      description: 'Enregistre une décision d’une séance tenue.',
    })
    @Directive(TENIR)
    enregistrerDecision(
      @Ctx() context: RequestContext,
      @Arg('input', () => EnregistrerDecisionInput, { description: INPUT })
      input: EnregistrerDecisionInput,
    ): Promise<Payload> {
      return repondre(context, () =>
        siEngagementConnu(context, input.engagement, () =>
          decider.enregistrer(context.identite, input),
        ),
      );
    }

    @Mutation(() => DecisionPayload, {
      nullable: true,
      description: 'Modifie une décision ; les validations de l’ancien texte sont périmées.',
    })
    @Directive(TENIR)
    modifierDecision(
      @Ctx() context: RequestContext,
      @Arg('input', () => ModifierDecisionInput, { description: INPUT })
      input: ModifierDecisionInput,
    ): Promise<Payload> {
      return repondre(context, () =>
        siEngagementConnu(context, input.engagement, () =>
          decider.modifier(context.identite, input),
        ),
      );
    }

    @Mutation(() => DecisionPayload, {
      nullable: true,
      description: 'Annule une décision tant que la séance n’est pas close.',
    })
    @Directive(TENIR)
    annulerDecision(
      @Ctx() context: RequestContext,
      @Arg('input', () => ActeDecisionInput, { description: INPUT }) input: ActeDecisionInput,
    ): Promise<Payload> {
      return repondre(context, () => decider.annuler(context.identite, input));
    }

    @Mutation(() => DecisionPayload, {
      nullable: true,
      description: 'Enregistre le vote d’une décision, là où l’instance vote.',
    })
    @Directive(TENIR)
    voterDecision(
      @Ctx() context: RequestContext,
      @Arg('input', () => VoterDecisionInput, { description: INPUT }) input: VoterDecisionInput,
    ): Promise<Payload> {
      return repondre(context, () => decider.voter(context.identite, input));
    }
  }

  return [SeanceMutations, DecisionMutations];
}
