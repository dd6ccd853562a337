import { type Identite, nomPartenaireLe } from '@passerelle/identity';
import {
  type Connection,
  createCursorCodec,
  PageArgs,
  parsePage,
  RefusType,
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
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type RefusDeSituation, refus } from '../domain/situation.errors.js';
import type { Situation } from '../domain/situation.js';
import type { SituationReader } from '../domain/situation.reader.js';
import { ETAPES, type Etape, type Travail } from '../domain/travail.js';
import type { TravauxReader } from '../domain/travaux.js';
import type { DemandeDArrete } from '../use-cases/demander-un-arrete.js';
import {
  ArreterSituationInput,
  ArreterSituationPayload,
  ReprendreArreteSituationInput,
  SituationConnection,
  SituationType,
  TravailSituationConnection,
  TravailSituationType,
} from './situation.types.js';

export function situationResolvers(
  deps: {
    reader: SituationReader;
    travaux: TravauxReader;
    demander: (
      identite: Identite,
      demande: DemandeDArrete,
    ) => Promise<{ id: string } | { refus: RefusDeSituation }>;
    reprendre: (identite: Identite, id: string) => Promise<RefusDeSituation | null>;
    jourCourant: () => string;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { reader, travaux } = deps;

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
  }

  @Resolver(() => TravailSituationType)
  class TravailResolver {
    @Query(() => TravailSituationConnection, {
      nullable: true,
      description: 'Les arrêtés en préparation et ceux qui ont échoué, le plus récent d’abord.',
    })
    async travauxSituation(
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Travail>> {
      const codec = createCursorCodec('travaux-situation', ['string']);
      const slice = await travaux.list(reads.sql, parsePage(asked, codec));
      return toConnection(slice, codec, ({ tri }) => tri);
    }

    @Query(() => TravailSituationType, {
      nullable: true,
      description: 'Un arrêté en préparation.',
    })
    travailSituation(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant : « travail-12 ».' }) id: string,
    ): Promise<Travail | null> {
      return reads.load(travaux.parId, id);
    }

    @FieldResolver(() => String, { description: 'Ce que le service lit, ou a lu en dernier.' })
    etape(@Root() { etape, le }: Travail): string {
      return etape === 'FICHES_POLE_EMPLOI'
        ? `Fiches action de ${nomPartenaireLe('pole-emploi', le)}`
        : LIBELLES_ETAPES[etape];
    }

    @FieldResolver(() => Int, { description: 'Rang de cette étape, à partir de 1.' })
    rangEtape(@Root() { etape }: Travail): number {
      return ETAPES.indexOf(etape) + 1;
    }

    @FieldResolver(() => Int, { description: 'Nombre d’étapes.' })
    nombreEtapes(): number {
      return ETAPES.length;
    }

    @FieldResolver(() => RefusType, {
      nullable: true,
      description: 'Pourquoi il a échoué ; absent sinon.',
    })
    raison(@Root() { motif }: Travail): RefusDeSituation | null {
      return motif === null ? null : refus(motif);
    }

    @FieldResolver(() => SituationType, {
      nullable: true,
      description: 'L’arrêté, une fois signé.',
    })
    situation(
      @Root() { situation }: Travail,
      @Ctx() { reads }: RequestContext,
    ): Promise<Situation | null> | null {
      return situation === null ? null : reads.load(reader.parId, situation);
    }

    @Mutation(() => ArreterSituationPayload, {
      nullable: true,
      description:
        'Commence un arrêté : le service réunit, puis fige et signe ce que les trois maisons ont publié.',
    })
    @Directive('@requiresScopes(scopes: [["etat:situation:arreter"]])')
    async arreterSituation(
      @Ctx() context: RequestContext,
      @Arg('input', () => ArreterSituationInput, { description: 'Titre et jour.' })
      input: ArreterSituationInput,
    ): Promise<ArreterSituationPayload> {
      requireRight(context, 'etat', 'situation:arreter');
      const issue = await deps.demander(context.identite, {
        titre: input.titre,
        le: input.le ?? deps.jourCourant(),
        incomplet: input.incomplet ?? false,
        cleIdempotence: input.cleIdempotence,
      });
      if ('refus' in issue) return { travail: null, refus: issue.refus };
      await context.reads.renew();
      return { travail: await context.reads.load(travaux.parId, issue.id), refus: null };
    }

    @Mutation(() => ArreterSituationPayload, {
      nullable: true,
      description: 'Reprend, où il s’était arrêté, un arrêté qui a échoué.',
    })
    @Directive('@requiresScopes(scopes: [["etat:situation:arreter"]])')
    async reprendreArreteSituation(
      @Ctx() context: RequestContext,
      @Arg('input', () => ReprendreArreteSituationInput, { description: 'Lequel.' })
      input: ReprendreArreteSituationInput,
    ): Promise<ArreterSituationPayload> {
      requireRight(context, 'etat', 'situation:arreter');
      const non = await deps.reprendre(context.identite, input.travail);
      await context.reads.renew();
      return { travail: await context.reads.load(travaux.parId, input.travail), refus: non };
    }
  }

  return [SituationResolver, TravailResolver];
}

const LIBELLES_ETAPES: Readonly<Record<Exclude<Etape, 'FICHES_POLE_EMPLOI'>, string>> = {
  ENGAGEMENTS: 'Engagements',
  INDICATEURS: 'Indicateurs de la région',
  DECISIONS: 'Décisions',
  FICHES_ETAT: 'Fiches action de l’État',
  FICHES_REGION: 'Fiches action de la Région',
};
