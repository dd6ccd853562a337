import type { Identite } from '@passerelle/identity';
import {
  type Connection,
  createCursorCodec,
  PageArgs,
  parsePage,
  type RequestContext,
  requireRight,
  toConnection,
} from '@passerelle/subgraph';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { RefusDeSituation } from '../domain/situation.errors.js';
import type { Situation } from '../domain/situation.js';
import type { SituationReader } from '../domain/situation.reader.js';
import type { DemandeDArrete } from '../use-cases/arreter.js';
import {
  ArreterSituationInput,
  ArreterSituationPayload,
  SituationConnection,
  SituationType,
} from './situation.types.js';

export function situationResolvers(
  deps: {
    reader: SituationReader;
    arreter: (
      identite: Identite,
      demande: DemandeDArrete,
    ) => Promise<{ id: string } | { refus: RefusDeSituation }>;
    jourCourant: () => string;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { reader } = deps;

  @Resolver(() => SituationType)
  class SituationResolver {
    @Query(() => SituationConnection, {
      nullable: true,
      description: 'Les arrêtés de situation, le plus récent d’abord.',
    })
    async situations(
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Situation>> {
      const codec = createCursorCodec('situations', ['string', 'string']);
      const slice = await reader.list(reads.sql, parsePage(asked, codec));
      return toConnection(slice, codec, ({ tri }) => tri);
    }

    @Query(() => SituationType, { nullable: true, description: 'Un arrêté de situation.' })
    situation(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de l’arrêté.' }) id: string,
    ): Promise<Situation | null> {
      return reads.load(reader.parId, id);
    }

    @FieldResolver(() => String, {
      nullable: true,
      description: 'Contenu figé, en JSON canonique : c’est le texte dont l’empreinte est signée.',
    })
    async contenu(
      @Root() { id }: Situation,
      @Ctx() { reads }: RequestContext,
    ): Promise<string | null> {
      return (await reads.load(reader.parId, id))?.contenu ?? null;
    }

    @Mutation(() => ArreterSituationPayload, {
      nullable: true,
      description: 'Fige et signe ce que les trois maisons ont publié.',
    })
    @Directive('@requiresScopes(scopes: [["etat:situation:arreter"]])')
    async arreterSituation(
      @Ctx() context: RequestContext,
      @Arg('input', () => ArreterSituationInput, { description: 'Titre et jour.' })
      input: ArreterSituationInput,
    ): Promise<ArreterSituationPayload> {
      requireRight(context, 'etat', 'situation:arreter');
      const issue = await deps.arreter(context.identite, {
        titre: input.titre,
        le: input.le ?? deps.jourCourant(),
        incomplet: input.incomplet ?? false,
      });
      if ('refus' in issue) return { situation: null, refus: issue.refus };
      await context.reads.renew();
      return { situation: await context.reads.load(reader.parId, issue.id), refus: null };
    }
  }

  return [SituationResolver];
}
