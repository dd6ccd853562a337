import type { ActeContribution } from '@passerelle/identity';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { requireContributionRight } from '../../identity/guards.js';
import type { MovementFeed } from '../../outbox/movement-feed.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { DateScalar } from '../../schema/date.scalar.js';
import {
  type Engagement,
  EngagementType,
  type TexteCommunReader,
} from '../../texte-commun/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Refus } from '../domain/contribution.errors.js';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionReader } from '../domain/contribution.reader.js';
import { contributionId } from '../domain/contribution-id.js';
import type { ContenuSaisi } from '../domain/parse-contenu.js';
import type { ContributionActs, Demande, Issue } from '../use-cases/agir.js';
import { contributionInputs } from './contribution.inputs.js';
import { contributionTypes } from './contribution.types.js';
import { watchContributions } from './watch-contributions.js';

export interface ContributionResolversDeps {
  readonly maison: Maison;
  readonly reader: ContributionReader;
  readonly texteCommun: TexteCommunReader;
  readonly acts: ContributionActs;
  readonly feed: MovementFeed;
}

const AU_JOUR = 'Telle que publiée à la fin de ce jour ; sans lui, telle qu’elle est maintenant.';

interface Payload {
  contribution: Contribution | null;
  refus: Refus | null;
}

export function contributionResolvers(
  deps: ContributionResolversDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, texteCommun, acts } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = contributionTypes(maison);
  const inputs = contributionInputs(maison);

  /** The act, then the answer read in the agent's own name, after the commit. */
  async function repondre(
    context: RequestContext,
    droit: ActeContribution,
    act: () => Promise<Issue>,
    read: (issue: Extract<Issue, { ok: true }>) => Promise<Contribution | null>,
  ): Promise<Payload> {
    requireContributionRight(context, partenaire, droit);
    const issue = await act();
    if (!issue.ok) return { contribution: null, refus: issue.refus };
    await context.reads.renew();
    return { contribution: await read(issue), refus: null };
  }

  function readVersion({ reads }: RequestContext) {
    return ({ contribution }: Extract<Issue, { ok: true }>): Promise<Contribution | null> =>
      contribution ? reads.load(reader.parCle, contribution) : Promise.resolve(null);
  }

  @Resolver(() => EngagementType)
  class EngagementContributionResolver {
    @FieldResolver(() => types.node, {
      name: `contribution${suffixe}`,
      nullable: true,
      description: `Version la plus récente de la contribution ${complement} que vous pouvez voir : son brouillon pour la maison, ce qu’elle a publié pour les autres.`,
    })
    contribution(
      @Root() engagement: Engagement,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Contribution | null> {
      return le == null
        ? reads.load(reader.courante, engagement.code)
        : reads.load(reader.auJour, engagement.code, le);
    }
  }

  @Resolver(() => types.node)
  class ContributionResolver {
    @FieldResolver(() => ID, { description: 'Maison, engagement, version : « region:E07:3 ».' })
    id(@Root() contribution: Contribution): string {
      return contributionId(partenaire, contribution);
    }

    @FieldResolver(() => EngagementType, { description: 'Engagement dont elle parle.' })
    engagement(
      @Root() contribution: Contribution,
      @Ctx() { reads }: RequestContext,
    ): Promise<Engagement | null> {
      return reads.load(texteCommun.engagementParCode, contribution.engagement);
    }

    @FieldResolver(() => types.node, {
      nullable: true,
      description: 'Dernière version publiée que vous pouvez voir.',
    })
    versionPubliee(
      @Root() { engagement }: Contribution,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Contribution | null> {
      return le == null
        ? reads.load(reader.publiee, engagement)
        : reads.load(reader.auJour, engagement, le);
    }

    @FieldResolver(() => types.connection, {
      description: 'Versions que vous pouvez voir, la plus récente d’abord.',
    })
    async historique(
      @Root() { engagement }: Contribution,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Seulement les versions publiées à la fin de ce jour ; sans lui, toutes.',
      })
      asked: string | null | undefined,
      @Args(() => PageArgs) pageAsked: PageArgs,
    ): Promise<Connection<Contribution>> {
      const le = asked ?? null;
      const codec = createCursorCodec(`historique ${partenaire} ${engagement} ${le}`, ['number']);
      const page = parsePage(pageAsked, codec);
      const slice = await reads.load(reader.historique, engagement, { page, le });
      return toConnection(slice, codec, ({ version }) => [version]);
    }
  }

  @Resolver()
  class ContributionMutations {
    @Mutation(() => types.payload, {
      name: `modifierContribution${suffixe}`,
      nullable: true,
      description: `Écrit un nouveau brouillon de la contribution ${complement}.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:modifier"]])`)
    modifier(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.modifier, { description: 'Contenu du brouillon.' })
      input: Demande & ContenuSaisi,
    ): Promise<Payload> {
      return repondre(
        context,
        'modifier',
        () => acts.modifier(context.identite, input),
        readVersion(context),
      );
    }

    @Mutation(() => types.payload, {
      name: `validerContribution${suffixe}`,
      nullable: true,
      description: 'Valide le brouillon en cours, qui reste dans la maison.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:valider"]])`)
    valider(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Engagement concerné.' }) input: Demande,
    ): Promise<Payload> {
      return repondre(
        context,
        'valider',
        () => acts.valider(context.identite, input),
        readVersion(context),
      );
    }

    @Mutation(() => types.payload, {
      name: `publierContribution${suffixe}`,
      nullable: true,
      description: 'Publie la version validée : les autres la voient selon sa visibilité.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:publier"]])`)
    publier(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Engagement concerné.' }) input: Demande,
    ): Promise<Payload> {
      return repondre(
        context,
        'publier',
        () => acts.publier(context.identite, input),
        readVersion(context),
      );
    }

    @Mutation(() => types.payload, {
      name: `abandonnerContribution${suffixe}`,
      nullable: true,
      description: 'Écarte le brouillon ou la version validée en cours ; ce qui est publié reste.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:modifier"]])`)
    abandonner(
      @Ctx() context: RequestContext,
      @Arg('input', () => inputs.acte, { description: 'Engagement concerné.' }) input: Demande,
    ): Promise<Payload> {
      return repondre(
        context,
        'modifier',
        () => acts.abandonner(context.identite, input),
        () => context.reads.load(reader.courante, input.engagement),
      );
    }
  }

  @Resolver()
  class ContributionSubscription {
    @Subscription(() => types.node, {
      name: `contribution${suffixe}Modifiee`,
      nullable: true,
      description: 'Une contribution visible de l’abonné vient de changer.',
      subscribe: ({ args, context }) => watchContributions(deps, args, context),
    })
    modifiee(
      @Root() contribution: Contribution | null,
      @Arg('engagement', () => ID, {
        nullable: true,
        description: 'Ne suivre que cet engagement.',
      })
      _engagement: string | null | undefined,
    ): Contribution | null {
      return contribution;
    }
  }

  return [
    EngagementContributionResolver,
    ContributionResolver,
    ContributionMutations,
    ContributionSubscription,
  ];
}
