import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  createCursorCodec,
  DateScalar,
  PageArgs,
  parsePage,
  type RequestContext,
  requireTerritoire,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Instance, InstanceType, RegleDeDecision, regleDe } from '../../instance/index.js';
import type { Decision } from '../domain/decision.js';
import { quorumDe } from '../domain/quorum.js';
import {
  type Accord,
  type Point,
  type Quorum,
  type Releve,
  type Seance,
  titresDesCopilotes,
} from '../domain/seance.js';
import { DecisionConnection } from './decision.types.js';
import type { LectureSeances } from './seance.deps.js';
import { OrdreChronologique, StatutSeance } from './seance.enums.js';
import {
  AccordType,
  PointType,
  QuorumType,
  ReleveType,
  SeanceConnection,
  SeanceType,
} from './seance.types.js';

export function seanceResolvers({
  seances,
  decisions,
  instances,
  territoires,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
LectureSeances): readonly Function[] {
  async function instanceDe(
    { instance }: Seance,
    { reads }: RequestContext,
  ): Promise<Instance | null> {
    return reads.load(instances.parId, instance);
  }

  async function accordsDeLOrdreDuJour(
    { id, empreinteOrdreDuJour }: Seance,
    { reads }: RequestContext,
  ): Promise<readonly Accord[]> {
    return (await reads.load(seances.accords, id)).filter(
      ({ objet, empreinte }) => objet === 'ORDRE_DU_JOUR' && empreinte === empreinteOrdreDuJour,
    );
  }

  @Resolver(() => SeanceType)
  class SeanceResolver {
    @Query(() => SeanceType, { nullable: true, description: 'Une séance par son identifiant.' })
    seance(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de la séance.' }) id: string,
    ): Promise<Seance | null> {
      return reads.load(seances.parId, id);
    }

    @Query(() => SeanceConnection, {
      nullable: true,
      description: 'Les séances par date.',
    })
    async seances(
      @Ctx() { reads }: RequestContext,
      @Arg('du', () => DateScalar, { nullable: true, description: 'Premier jour.' })
      du: string | null | undefined,
      @Arg('au', () => DateScalar, { nullable: true, description: 'Dernier jour.' })
      au: string | null | undefined,
      @Arg('instance', () => ID, { nullable: true, description: 'Ne garder que cette instance.' })
      instance: string | null | undefined,
      @Arg('territoire', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que celles de ce territoire et de ce qu’il contient.',
      })
      territoire: CleTerritoire | null | undefined,
      @Arg('statut', () => StatutSeance, { nullable: true, description: 'Ne garder que cet état.' })
      statut: StatutSeance | null | undefined,
      @Arg('ordre', () => OrdreChronologique, {
        nullable: true,
        defaultValue: OrdreChronologique.ANCIENNES_D_ABORD,
        description: 'Sens de la liste.',
      })
      ordre: OrdreChronologique | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Seance>> {
      const filtre = {
        du: du ?? null,
        au: au ?? null,
        instance: instance ?? null,
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        statut: statut ?? null,
        ordre: ordre ?? 'ANCIENNES_D_ABORD',
      };
      const codec = createCursorCodec(`seances ${JSON.stringify(filtre)}`, ['string', 'string']);
      const page = parsePage(asked, codec);
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      const slice = await seances.list(reads.sql, filtre, page);
      return toConnection(slice, codec, ({ jour, id }) => [jour, id]);
    }

    @FieldResolver(() => InstanceType, { description: 'Instance qui tient la séance.' })
    instance(@Root() seance: Seance, @Ctx() context: RequestContext): Promise<Instance | null> {
      return instanceDe(seance, context);
    }

    @FieldResolver(() => [PointType], {
      description: 'Ordre du jour : les points de chaque maison dont l’acte est connu ici.',
    })
    points(@Root() { id }: Seance, @Ctx() { reads }: RequestContext): Promise<readonly Point[]> {
      return reads.load(seances.points, id);
    }

    @FieldResolver(() => [AccordType], {
      description: 'Accords donnés sur l’ordre du jour tel qu’il est.',
    })
    accordsOrdreDuJour(
      @Root() seance: Seance,
      @Ctx() context: RequestContext,
    ): Promise<readonly Accord[]> {
      return accordsDeLOrdreDuJour(seance, context);
    }

    @FieldResolver(() => Boolean, {
      description:
        'Vrai quand les maisons des copilotes sont d’accord sur l’ordre du jour tel qu’il est.',
    })
    async ordreDuJourArrete(
      @Root() seance: Seance,
      @Ctx() context: RequestContext,
    ): Promise<boolean> {
      const [instance, accords] = await Promise.all([
        instanceDe(seance, context),
        accordsDeLOrdreDuJour(seance, context),
      ]);
      const requis = titresDesCopilotes(instance?.copilotes ?? []);
      return requis.length > 0 && requis.every((un) => accords.some(({ titre }) => titre === un));
    }

    @FieldResolver(() => QuorumType, {
      nullable: true,
      description: 'Quorum ; absent là où l’instance ne vote pas.',
    })
    async quorum(@Root() seance: Seance, @Ctx() context: RequestContext): Promise<Quorum | null> {
      const instance = await instanceDe(seance, context);
      return instance && regleDe(instance.type) === 'VOTE'
        ? quorumDe(seance.presences, seance.quorumExige)
        : null;
    }

    @FieldResolver(() => RegleDeDecision, {
      nullable: true,
      description: 'Comment son instance décide, le jour de la séance.',
    })
    async regle(
      @Root() seance: Seance,
      @Ctx() context: RequestContext,
    ): Promise<RegleDeDecision | null> {
      const instance = await instanceDe(seance, context);
      return instance && regleDe(instance.type);
    }

    @FieldResolver(() => SeanceType, {
      nullable: true,
      description: 'Séance dont elle reprend l’ordre du jour, faute de quorum.',
    })
    convocationDe(
      @Root() { convocationDe }: Seance,
      @Ctx() { reads }: RequestContext,
    ): Promise<Seance | null> {
      return convocationDe === null
        ? Promise.resolve(null)
        : reads.load(seances.parId, convocationDe);
    }

    @FieldResolver(() => SeanceType, {
      nullable: true,
      description: 'Séance convoquée de nouveau sur le même ordre du jour, faute de quorum.',
    })
    convoqueeDeNouveau(
      @Root() { id }: Seance,
      @Ctx() { reads }: RequestContext,
    ): Promise<Seance | null> {
      return reads.load(seances.convoqueeDeNouveau, id);
    }

    @FieldResolver(() => DecisionConnection, { description: 'Décisions, dans leur ordre.' })
    async decisions(
      @Root() { id }: Seance,
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Decision>> {
      const codec = createCursorCodec(`decisions de ${id}`, ['number', 'string']);
      const slice = await reads.load(decisions.parSeance, id, parsePage(asked, codec));
      return toConnection(slice, codec, (decision) => [decision.numero, decision.id]);
    }

    @FieldResolver(() => ReleveType, {
      nullable: true,
      description: 'Relevé de décisions ; absent tant qu’il n’est pas écrit.',
    })
    releve(@Root() { id }: Seance, @Ctx() { reads }: RequestContext): Promise<Releve | null> {
      return reads.load(seances.releve, id);
    }

    @FieldResolver(() => SeanceType, {
      nullable: true,
      description: 'Séance que l’instance a tenue juste avant.',
    })
    precedente(@Root() { id }: Seance, @Ctx() { reads }: RequestContext): Promise<Seance | null> {
      return reads.load(seances.precedente, id);
    }
  }

  @Resolver(() => ReleveType)
  class ReleveResolver {
    @FieldResolver(() => [AccordType], {
      description: 'Validations données sur le relevé tel qu’il est.',
    })
    async validations(
      @Root() { seance, empreinte: voulue }: Releve,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Accord[]> {
      return (await reads.load(seances.accords, seance)).filter(
        ({ objet, empreinte }) => objet === 'RELEVE' && empreinte === voulue,
      );
    }
  }

  return [SeanceResolver, ReleveResolver];
}
