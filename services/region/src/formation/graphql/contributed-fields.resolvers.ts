import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  PageArgs,
  parsePage,
  type RequestContext,
  requireTerritoire,
  Secteur,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Formation, OffreFormation } from '../domain/formation.js';
import type { FormationReader } from '../domain/formation.reader.js';
import { formationCursors } from './formation.cursors.js';
import { FormationConnection, MetierType, OffreFormationType } from './formation.types.js';

/** What the Région says on entities of others: territories and trades. */
export function contributedFieldsResolvers(
  formations: FormationReader,
  territoires: TerritoireReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver(() => TerritoireType)
  class TerritoireFormationsResolver {
    @FieldResolver(() => OffreFormationType, {
      nullable: true,
      description: 'Places de formation du territoire et de ce qu’il contient.',
    })
    offreFormationRegion(
      @Root() { code, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
    ): Promise<OffreFormation | null> {
      return reads.load(formations.offre, { code, maille });
    }

    @FieldResolver(() => FormationConnection, {
      nullable: true,
      description: 'Formations données dans le territoire, par intitulé.',
    })
    async formationsRegion(
      @Root() { code, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('secteur', () => Secteur, { nullable: true, description: 'Ne garder que ce secteur.' })
      secteur: Secteur | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Formation>> {
      const codec = formationCursors(`formations de ${maille} ${code} ${String(secteur ?? null)}`);
      const args = { secteur: secteur ?? null, page: parsePage(asked, codec) };
      const slice = await reads.load(formations.parTerritoire, { code, maille }, args);
      return toConnection(slice, codec, ({ tri }) => tri);
    }
  }

  @Resolver(() => MetierType)
  class MetierFormationsResolver {
    @FieldResolver(() => FormationConnection, {
      nullable: true,
      description: 'Formations qui préparent au métier, par intitulé.',
    })
    async formationsRegion(
      @Root() { codeRome }: MetierType,
      @Ctx() { reads }: RequestContext,
      @Arg('territoire', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que celles données dans ce territoire.',
      })
      asked: CleTerritoire | null | undefined,
      @Args(() => PageArgs) page: PageArgs,
    ): Promise<Connection<Formation>> {
      const territoire = asked ? { code: asked.code, maille: asked.maille } : null;
      const codec = formationCursors(`formations pour ${codeRome} ${JSON.stringify(territoire)}`);
      const args = { territoire, page: parsePage(page, codec) };
      if (territoire) await requireTerritoire(reads, territoires, territoire);
      const slice = await reads.load(formations.parMetier, codeRome, args);
      return toConnection(slice, codec, ({ tri }) => tri);
    }
  }

  return [TerritoireFormationsResolver, MetierFormationsResolver];
}
