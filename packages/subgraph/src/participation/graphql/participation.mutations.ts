import type { Droit } from '@passerelle/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { TerritoireReader } from '../../territoires/domain/territoire.reader.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { ConnaissanceDesSeances } from '../domain/connaissance.js';
import { type RefusParticipation, refus } from '../domain/participation.errors.js';
import type { NatureAccord } from '../domain/participation.js';
import { parleEnRecteur, TITRES } from '../domain/titres.js';
import type {
  AccordDemande,
  Issue,
  ParticipationActs,
  PointDemande,
  RetraitDemande,
  SuiteDemande,
} from '../use-cases/participer.js';
import { cibleDecision, cibleSeance } from './guard-participation.js';
import type { ParticipationInputs, ValidationSaisie } from './participation.inputs.js';
import type { DecisionRoot, ParticipationRoot } from './participation.resolvers.js';
import type { ParticipationTypes } from './participation.types.js';

export interface ParticipationMutationsDeps {
  readonly maison: Maison;
  readonly types: ParticipationTypes;
  readonly inputs: ParticipationInputs;
  readonly acts: ParticipationActs;
  readonly connaissance: ConnaissanceDesSeances;
  readonly territoires: TerritoireReader;
}

interface SeancePayload {
  participation: ParticipationRoot | null;
  refus: RefusParticipation | null;
}

interface DecisionPayload {
  decision: DecisionRoot | null;
  refus: RefusParticipation | null;
}

/** What a house does about sessions and decisions; who may not is refused before anything is read. */
export function participationMutations(
  deps: ParticipationMutationsDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, types, inputs, acts } = deps;
  const { partenaire, suffixe, complement } = maison;

  /** The act, then the answer read in the agent's own name, after the commit. */
  async function surSeance(
    context: RequestContext,
    droit: Droit,
    objet: NatureAccord,
    id: string,
    act: () => Promise<Issue>,
  ): Promise<SeancePayload> {
    requireRight(context, partenaire, droit);
    const cible = await cibleSeance(context, deps, droit, objet, id);
    if (!cible.ok) return { participation: null, refus: cible.refus };
    const issue = await act();
    await context.reads.renew();
    return { participation: { seance: cible.seance }, refus: issue };
  }

  async function surDecision(
    context: RequestContext,
    droit: Droit,
    id: string,
    act: () => Promise<Issue>,
  ): Promise<DecisionPayload> {
    requireRight(context, partenaire, droit);
    const cible = await cibleDecision(context, deps, droit, id);
    if (!cible.ok) return { decision: null, refus: cible.refus };
    const issue = await act();
    await context.reads.renew();
    return { decision: { decision: id }, refus: issue };
  }

  function accorder(nature: NatureAccord, droit: Droit) {
    return (context: RequestContext, input: AccordDemande): Promise<SeancePayload> =>
      surSeance(context, droit, nature, input.seance, () =>
        acts.accorder(context.identite, nature, input),
      );
  }
  const accorderOrdreDuJour = accorder('ORDRE_DU_JOUR', 'seance:participer');
  const validerReleve = accorder('RELEVE', 'releve:valider');

  @Resolver()
  class SeanceMutations {
    @Mutation(() => types.seancePayload, {
      name: `proposerPoint${suffixe}`,
      nullable: true,
      description: `Propose un point à l’ordre du jour, au nom ${complement}.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:seance:participer"]])`)
    proposerPoint(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.point, { description: 'Le point.' }) input: PointDemande,
    ): Promise<SeancePayload> {
      return surSeance(context, 'seance:participer', 'ORDRE_DU_JOUR', input.seance, () =>
        acts.proposerPoint(context.identite, input),
      );
    }

    @Mutation(() => types.seancePayload, {
      name: `retirerPoint${suffixe}`,
      nullable: true,
      description: 'Retire un point que la maison a proposé.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:seance:participer"]])`)
    retirerPoint(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.retrait, { description: 'Le point.' }) input: RetraitDemande,
    ): Promise<SeancePayload> {
      return surSeance(context, 'seance:participer', 'ORDRE_DU_JOUR', input.seance, () =>
        acts.retirerPoint(context.identite, input),
      );
    }

    @Mutation(() => types.seancePayload, {
      name: `accorderOrdreDuJour${suffixe}`,
      nullable: true,
      description: `Donne l’accord de la maison ${complement} sur l’ordre du jour que vous avez lu.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:seance:participer"]])`)
    accorderOrdreDuJour(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.accord, { description: 'La séance et ce que vous avez lu.' })
      input: AccordDemande,
    ): Promise<SeancePayload> {
      return accorderOrdreDuJour(context, input);
    }
  }

  @Resolver()
  class SuiteMutations {
    @Mutation(() => types.decisionPayload, {
      name: `enregistrerSuite${suffixe}`,
      nullable: true,
      description: `Écrit une nouvelle version de la suite que la maison ${complement} donne à une décision.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:seance:participer"]])`)
    enregistrerSuite(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.suite, { description: 'La suite.' }) input: SuiteDemande,
    ): Promise<DecisionPayload> {
      return surDecision(context, 'seance:participer', input.decision, () =>
        acts.enregistrerSuite(context.identite, input),
      );
    }
  }

  const [titre, second] = TITRES[partenaire];
  if (titre === undefined) return [SeanceMutations, SuiteMutations];

  /** Any one of these opens the mutation; which title it opens is checked by the act. */
  const validants = [
    `["${partenaire}:decision:valider"]`,
    ...(second === 'RECTEUR' ? [`["${partenaire}:decision:valider-recteur"]`] : []),
  ].join(', ');

  @Resolver()
  class ValidationMutations {
    @Mutation(() => types.decisionPayload, {
      name: `validerDecision${suffixe}`,
      nullable: true,
      description: `Valide une décision au titre ${complement}, telle que vous l’avez lue.`,
    })
    @Directive(`@requiresScopes(scopes: [${validants}])`)
    async validerDecision(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.validation, { description: 'La décision et ce que vous avez lu.' })
      input: ValidationSaisie,
    ): Promise<DecisionPayload> {
      const parDefaut = second && parleEnRecteur(context.identite.roles) ? second : titre;
      const demande = input.titre ?? parDefaut;
      const droit = demande === 'RECTEUR' ? 'decision:valider-recteur' : 'decision:valider';
      requireRight(context, partenaire, droit);
      const sien = TITRES[partenaire].find((one) => one === demande);
      if (!sien) return { decision: null, refus: refus('TITRE_D_AUTRUI') };
      return surDecision(context, droit, input.decision, () =>
        acts.valider(context.identite, { ...input, titre: sien }),
      );
    }

    @Mutation(() => types.seancePayload, {
      name: `validerReleve${suffixe}`,
      nullable: true,
      description: `Valide le relevé d’une séance au titre ${complement}, tel que vous l’avez lu.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:releve:valider"]])`)
    validerReleve(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.accord, { description: 'La séance et ce que vous avez lu.' })
      input: AccordDemande,
    ): Promise<SeancePayload> {
      return validerReleve(context, input);
    }
  }

  return [SeanceMutations, SuiteMutations, ValidationMutations];
}
