import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  createCursorCodec,
  DateScalar,
  parsePage,
  type RequestContext,
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Instance, ReglageSecondeConvocation } from '../domain/instance.js';
import type { InstanceReader } from '../domain/instance.reader.js';
import {
  InstanceConnection,
  InstanceType,
  ReglageSecondeConvocationType,
  TypeInstance,
} from './instance.types.js';

export interface InstanceResolversDeps {
  readonly reader: InstanceReader;
  readonly territoires: TerritoireReader;
  /** Civil day of a question without a date. */
  readonly jour: () => string;
}

const PAR_PAGE = 50;
const LE = 'Jour auquel elles existent ; à défaut, le jour courant.';

export function instanceResolvers({
  reader,
  territoires,
  jour,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
InstanceResolversDeps): readonly Function[] {
  @Resolver(() => InstanceType)
  class InstanceResolver {
    @Query(() => InstanceConnection, {
      nullable: true,
      description:
        'Les instances d’un jour : la régionale d’abord, puis les départementales et les locales par nom.',
    })
    async instances(
      @Ctx() { reads }: RequestContext,
      @Arg('type', () => TypeInstance, { nullable: true, description: 'Ne garder que ce niveau.' })
      type: TypeInstance | null | undefined,
      @Arg('territoire', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que celles de ce territoire et de ce qu’il contient.',
      })
      territoire: CleTerritoire | null | undefined,
      @Arg('le', () => DateScalar, { nullable: true, description: LE })
      le: string | null | undefined,
      @Arg('first', () => Int, {
        nullable: true,
        defaultValue: PAR_PAGE,
        description: 'Taille de la page, de 1 à 100.',
      })
      first: number | null | undefined,
      @Arg('after', () => String, {
        nullable: true,
        description: 'Curseur du dernier élément déjà lu.',
      })
      after: string | null | undefined,
    ): Promise<Connection<Instance>> {
      const filtre = {
        type: type ?? null,
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        le: le ?? jour(),
      };
      const codec = createCursorCodec(`instances ${JSON.stringify(filtre)}`, [
        'number',
        'string',
        'string',
      ]);
      const page = parsePage({ first, after }, codec, PAR_PAGE);
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      return toConnection(await reader.list(reads.sql, filtre, page), codec, ({ tri }) => tri);
    }

    @Query(() => InstanceType, { nullable: true, description: 'Une instance par son identifiant.' })
    instance(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de l’instance.' }) id: string,
    ): Promise<Instance | null> {
      return reads.load(reader.parId, id);
    }

    @FieldResolver(() => TerritoireType, { description: 'Territoire de l’instance.' })
    territoire(
      @Root() { territoire }: Instance,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, territoire);
    }

    @FieldResolver(() => ReglageSecondeConvocationType, {
      nullable: true,
      description:
        'Règle de l’instance pour une seconde convocation ; absente tant que personne ne l’a enregistrée.',
    })
    secondeConvocation(
      @Root() { id }: Instance,
      @Ctx() { reads }: RequestContext,
    ): Promise<ReglageSecondeConvocation | null> {
      return reads.load(reader.secondeConvocation, id);
    }
  }

  @Resolver(() => TerritoireType)
  class TerritoireInstancesResolver {
    @FieldResolver(() => [InstanceType], {
      nullable: true,
      description: 'Instances de ce territoire même.',
    })
    instances(
      @Root() { code, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE })
      le: string | null | undefined,
    ): Promise<readonly Instance[]> {
      return reads.load(reader.parTerritoire, { code, maille }, { le: le ?? jour() });
    }
  }

  return [InstanceResolver, TerritoireInstancesResolver];
}
