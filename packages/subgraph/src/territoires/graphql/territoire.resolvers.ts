import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { type CursorCodec, createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { CleTerritoire, Territoire } from '../domain/territoire.js';
import type { TerritoireReader } from '../domain/territoire.reader.js';
import { requireTerritoire } from './require-territoire.js';
import { CleTerritoireInput, TerritoireConnection, TerritoireType } from './territoire.types.js';

export function territoireResolvers(
  reader: TerritoireReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver(() => TerritoireType)
  class TerritoireResolver {
    @Query(() => TerritoireType, { nullable: true, description: 'Un territoire par sa clé.' })
    territoire(
      @Ctx() { reads }: RequestContext,
      @Arg('code', () => ID, { description: 'Code du territoire.' }) code: string,
      @Arg('maille', () => Maille, { description: 'Maille du territoire.' }) maille: Maille,
    ): Promise<Territoire | null> {
      return reads.load(reader.parCle, { code, maille });
    }

    @Query(() => TerritoireConnection, {
      nullable: true,
      description:
        'Les territoires de la région : par maille puis par nom, ou les mieux trouvés d’abord.',
    })
    async territoires(
      @Ctx() { reads }: RequestContext,
      @Arg('recherche', () => String, {
        nullable: true,
        description: 'Nom, début de nom ou de mots, sans souci d’accents ; ou code exact.',
      })
      recherche: string | null | undefined,
      @Arg('maille', () => Maille, { nullable: true, description: 'Ne garder que cette maille.' })
      maille: Maille | null | undefined,
      @Arg('dans', () => CleTerritoireInput, {
        nullable: true,
        description:
          'Ne garder que ce qui est dans ce territoire ; une intercommunalité y est dès qu’une de ses communes y est.',
      })
      dans: CleTerritoire | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Territoire>> {
      const filtre = {
        recherche: recherche?.trim() || null,
        maille: maille ?? null,
        dans: dans ? { code: dans.code, maille: dans.maille } : null,
      };
      const codec = territoireCursors(
        `territoires ${JSON.stringify(filtre)}`,
        filtre.recherche !== null,
      );
      const page = parsePage(asked, codec);
      if (filtre.dans) await requireTerritoire(reads, reader, filtre.dans);
      const slice = await reader.list(reads.sql, filtre, page);
      return toConnection(slice, codec, ({ tri }) => tri);
    }

    @FieldResolver(() => [TerritoireType], {
      description: 'Territoires qui contiennent celui-ci, du plus proche au plus large.',
    })
    async parents(
      @Root() territoire: Territoire,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Territoire[]> {
      const parents = await Promise.all(
        territoire.parents.map((cle) => reads.load(reader.parCle, cle)),
      );
      return parents.filter((parent) => parent !== null);
    }

    @FieldResolver(() => TerritoireConnection, {
      description: 'Territoires d’une maille contenus dans celui-ci, par nom.',
    })
    async enfants(
      @Root() territoire: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('maille', () => Maille, { description: 'Maille des territoires contenus.' })
      maille: Maille,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Territoire>> {
      const codec = territoireCursors(`enfants ${territoire.maille} ${territoire.code} ${maille}`);
      const page = parsePage(asked, codec);
      const slice = await reads.load(
        reader.enfants,
        { code: territoire.code, maille: territoire.maille },
        { maille, page },
      );
      return toConnection(slice, codec, ({ tri }) => tri);
    }
  }

  return [TerritoireResolver];
}

function territoireCursors(list: string, isRanked = false): CursorCodec {
  return createCursorCodec(
    list,
    isRanked ? ['number', 'number', 'string', 'number', 'string'] : ['number', 'string', 'string'],
  );
}
