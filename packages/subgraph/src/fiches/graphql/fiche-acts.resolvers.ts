import type { Droit } from '@passerelle/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { RefusFiche } from '../domain/fiche.errors.js';
import type { Fiche } from '../domain/fiche.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { parseOwnFicheId } from '../domain/fiche-id.js';
import type { FicheSaisie } from '../domain/parse-fiche.js';
import type {
  DemandeConclusion,
  DemandeCreation,
  DemandeEvaluation,
  DemandeFiche,
  DemandeRenvoi,
  FicheActs,
  IssueEcriture,
} from '../use-cases/ecrire-fiche.js';
import { ficheInputs } from './fiche.inputs.js';
import { ficheTypes } from './fiche.types.js';

interface Payload {
  fiche: Fiche | null;
  refus: RefusFiche | null;
}

/** The acts of a house on its fiches. */
export function ficheActsResolvers(
  { maison, reader, acts }: { maison: Maison; reader: FicheReader; acts: FicheActs },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { partenaire, suffixe, complement } = maison;
  const types = ficheTypes(maison);
  const inputs = ficheInputs(maison);

  /** The act, then the answer read in the agent's own name, after the commit. */
  async function repondre(
    context: RequestContext,
    droit: Droit,
    fiche: string | null,
    act: () => Promise<IssueEcriture>,
  ): Promise<Payload> {
    requireRight(context, partenaire, droit);
    const issue = await act();
    const { reads } = context;
    if (issue.ok) {
      await reads.renew();
      return {
        fiche: issue.cle
          ? await reads.load(reader.parCle, issue.cle)
          : await reads.load(reader.courante, issue.numero),
        refus: null,
      };
    }
    // Two people wrote: who comes second needs what the first one left.
    const numero = fiche === null ? null : parseOwnFicheId(partenaire, fiche);
    const isStale = issue.refus.code === 'VERSION_DEPASSEE' && numero !== null;
    return {
      fiche: isStale ? await reads.load(reader.courante, numero) : null,
      refus: issue.refus,
    };
  }

  @Resolver()
  class FicheMutations {
    @Mutation(() => types.payload, {
      name: `creerFiche${suffixe}`,
      nullable: true,
      description: `Ouvre le brouillon d’une fiche action ${complement}.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    creer(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.creer, { description: 'Contenu du brouillon.' })
      input: DemandeCreation,
    ): Promise<Payload> {
      return repondre(context, 'fiche:modifier', null, () => acts.creer(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `modifierFiche${suffixe}`,
      nullable: true,
      description: `Écrit un nouveau brouillon d’une fiche action ${complement}.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    modifier(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.modifier, { description: 'Contenu du brouillon.' })
      input: DemandeFiche & FicheSaisie,
    ): Promise<Payload> {
      return repondre(context, 'fiche:modifier', input.fiche, () =>
        acts.modifier(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `evaluerFiche${suffixe}`,
      nullable: true,
      description: 'Enregistre l’évaluation d’une expérimentation, dans un nouveau brouillon.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    evaluer(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.evaluer, { description: 'Évaluation.' }) input: DemandeEvaluation,
    ): Promise<Payload> {
      return repondre(context, 'fiche:modifier', input.fiche, () =>
        acts.evaluer(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `conclureFiche${suffixe}`,
      nullable: true,
      description:
        'Dit ce que devient une expérimentation évaluée : généralisée, adaptée ou arrêtée.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    conclure(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.conclure, { description: 'Issue et suite.' })
      input: DemandeConclusion,
    ): Promise<Payload> {
      return repondre(context, 'fiche:modifier', input.fiche, () =>
        acts.conclure(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `validerFiche${suffixe}`,
      nullable: true,
      description: 'Valide le brouillon écrit par un autre de la maison, où il reste.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:valider"]])`)
    valider(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Fiche concernée.' }) input: DemandeFiche,
    ): Promise<Payload> {
      return repondre(context, 'fiche:valider', input.fiche, () =>
        acts.valider(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `renvoyerFiche${suffixe}`,
      nullable: true,
      description: 'Renvoie à la rédaction un brouillon ou une version validée, avec un motif.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:valider"]])`)
    renvoyer(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.renvoyer, { description: 'Fiche et motif.' })
      input: DemandeRenvoi,
    ): Promise<Payload> {
      return repondre(context, 'fiche:valider', input.fiche, () =>
        acts.renvoyer(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `publierFiche${suffixe}`,
      nullable: true,
      description: 'Publie la version validée : les autres la voient selon sa visibilité.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:publier"]])`)
    publier(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Fiche concernée.' }) input: DemandeFiche,
    ): Promise<Payload> {
      return repondre(context, 'fiche:publier', input.fiche, () =>
        acts.publier(context.identite, input),
      );
    }

    @Mutation(() => types.payload, {
      name: `abandonnerFiche${suffixe}`,
      nullable: true,
      description: 'Écarte le brouillon en cours ; ce qui est publié reste.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    abandonner(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Fiche concernée.' }) input: DemandeFiche,
    ): Promise<Payload> {
      return repondre(context, 'fiche:modifier', input.fiche, () =>
        acts.abandonner(context.identite, input),
      );
    }
  }

  return [FicheMutations];
}
