import { Arg, type ClassType, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Refus } from '../domain/suivi.errors.js';
import { CARNET_VIDE, type Carnet, type FiltreEnregistre, type Sujet } from '../domain/suivi.js';
import type { SuiviReader } from '../domain/suivi.store.js';
import type { Issue, SuiviActs } from '../use-cases/regler.js';
import {
  FiltreGardeInput,
  FiltreInput,
  LettreInput,
  NotificationsLuesInput,
  SujetSuiviInput,
  VisiteInput,
} from './suivi.inputs.js';
import { suiviTypes } from './suivi.types.js';

interface Payload {
  suivi: Carnet | null;
  filtre: FiltreEnregistre | null;
  refus: Refus | null;
}

/** The agent's own settings, each written in the agent's name. */
export function suiviMutations(deps: {
  maison: Maison;
  reader: SuiviReader;
  acts: SuiviActs;
}): ClassType {
  const { maison, reader, acts } = deps;
  const { partenaire, suffixe } = maison;
  const types = suiviTypes(maison);
  const scope = `@requiresScopes(scopes: [["${partenaire}:suivi:regler"]])`;

  /** The act, then what is settled, read again after the commit. */
  async function repondre(
    context: RequestContext,
    act: () => Promise<Issue | Issue<FiltreEnregistre>>,
  ): Promise<Payload> {
    requireRight(context, partenaire, 'suivi:regler');
    const issue = await act();
    if (!issue.ok) return { suivi: null, filtre: null, refus: issue.refus };
    await context.reads.renew();
    const suivi = await reader.carnet(context.reads.sql, context.identite.sujet);
    return { suivi: suivi ?? CARNET_VIDE, filtre: issue.valeur, refus: null };
  }

  @Resolver()
  class SuiviMutations {
    @Mutation(() => types.payload, {
      name: `suivre${suffixe}`,
      nullable: true,
      description: 'Suit un objet : ce qui lui arrive sera dit à l’agent.',
    })
    @Directive(scope)
    suivre(
      @Ctx() context: RequestContext,
      @Arg('input', () => SujetSuiviInput, { description: 'L’objet.' }) input: Sujet,
    ): Promise<Payload> {
      return repondre(context, () => acts.suivre(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `nePlusSuivre${suffixe}`,
      nullable: true,
      description: 'Cesse de suivre un objet.',
    })
    @Directive(scope)
    nePlusSuivre(
      @Ctx() context: RequestContext,
      @Arg('input', () => SujetSuiviInput, { description: 'L’objet.' }) input: Sujet,
    ): Promise<Payload> {
      return repondre(context, () => acts.nePlusSuivre(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `reglerLettre${suffixe}`,
      nullable: true,
      description: 'Demande la lettre du lundi, ou y renonce.',
    })
    @Directive(scope)
    reglerLettre(
      @Ctx() context: RequestContext,
      @Arg('input', () => LettreInput, { description: 'Ce qui est voulu.' }) input: LettreInput,
    ): Promise<Payload> {
      return repondre(context, () => acts.reglerLettre(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `noterVisite${suffixe}`,
      nullable: true,
      description: 'Note une visite du portail ; moins de 30 minutes après, c’est la même.',
    })
    @Directive(scope)
    noterVisite(
      @Ctx() context: RequestContext,
      @Arg('input', () => VisiteInput, { description: 'La visite.' }) input: VisiteInput,
    ): Promise<Payload> {
      return repondre(context, () => acts.noterVisite(context.identite, input.nouvelle === true));
    }

    @Mutation(() => types.payload, {
      name: `marquerNotificationsLues${suffixe}`,
      nullable: true,
      description: 'Marque des notifications comme lues.',
    })
    @Directive(scope)
    marquerLues(
      @Ctx() context: RequestContext,
      @Arg('input', () => NotificationsLuesInput, { description: 'Lesquelles.' })
      input: NotificationsLuesInput,
    ): Promise<Payload> {
      return repondre(context, () => acts.marquerLues(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `enregistrerFiltre${suffixe}`,
      nullable: true,
      description: 'Garde les critères d’une liste sous un nom ; le même nom est remplacé.',
    })
    @Directive(scope)
    enregistrerFiltre(
      @Ctx() context: RequestContext,
      @Arg('input', () => FiltreInput, { description: 'Critères et nom.' }) input: FiltreInput,
    ): Promise<Payload> {
      return repondre(context, () => acts.enregistrerFiltre(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `supprimerFiltre${suffixe}`,
      nullable: true,
      description: 'Oublie un filtre gardé.',
    })
    @Directive(scope)
    supprimerFiltre(
      @Ctx() context: RequestContext,
      @Arg('input', () => FiltreGardeInput, { description: 'Lequel.' }) input: FiltreGardeInput,
    ): Promise<Payload> {
      return repondre(context, () => acts.supprimerFiltre(context.identite, input.id));
    }
  }
  return SuiviMutations;
}
