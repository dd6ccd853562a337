import {
  type Connection,
  createCursorCodec,
  DateScalar,
  PageArgs,
  parsePage,
  type RequestContext,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Instance, InstanceType } from '../../instance/index.js';
import type { Seance } from '../domain/seance.js';
import type { LectureSeances } from './seance.deps.js';
import { SeanceConnection, SeanceType } from './seance.types.js';

export function instanceSeancesResolvers({
  seances,
  jour,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
LectureSeances): readonly Function[] {
  @Resolver(() => InstanceType)
  class InstanceSeancesResolver {
    @FieldResolver(() => SeanceConnection, {
      nullable: true,
      description: 'Séances de l’instance, les plus anciennes d’abord.',
    })
    async seances(
      @Root() { id }: Instance,
      @Ctx() { reads }: RequestContext,
      @Arg('du', () => DateScalar, { nullable: true, description: 'Premier jour.' })
      du: string | null | undefined,
      @Arg('au', () => DateScalar, { nullable: true, description: 'Dernier jour.' })
      au: string | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Seance>> {
      const bornes = { du: du ?? null, au: au ?? null };
      const codec = createCursorCodec(`seances de ${id} ${JSON.stringify(bornes)}`, [
        'string',
        'string',
      ]);
      const page = parsePage(asked, codec);
      const slice = await reads.load(seances.parInstance, id, { ...bornes, page });
      return toConnection(slice, codec, (seance) => [seance.jour, seance.id]);
    }

    @FieldResolver(() => SeanceType, {
      nullable: true,
      description: 'Première séance prévue ce jour-là ou après.',
    })
    prochaineSeance(
      @Root() { id }: Instance,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Jour dont on parle ; à défaut, le jour courant.',
      })
      le: string | null | undefined,
    ): Promise<Seance | null> {
      return reads.load(seances.prochaine, id, { le: le ?? jour() });
    }
  }

  return [InstanceSeancesResolver];
}
