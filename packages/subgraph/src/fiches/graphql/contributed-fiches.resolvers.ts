import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { DateScalar } from '../../schema/date.scalar.js';
import { type Territoire, TerritoireType } from '../../territoires/index.js';
import { type Engagement, EngagementType } from '../../texte-commun/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Fiche } from '../domain/fiche.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { ficheConnection, ficheCursors } from './fiche.cursors.js';
import { ficheTypes } from './fiche.types.js';

const AU_JOUR = 'Telles que publiées à la fin de ce jour ; sans lui, telles qu’elles sont.';

/** What a house's fiches say of engagements and territories. */
export function contributedFichesResolvers(
  maison: Maison,
  reader: FicheReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { partenaire, suffixe, complement } = maison;
  const types = ficheTypes(maison);

  @Resolver(() => EngagementType)
  class EngagementFichesResolver {
    @FieldResolver(() => types.connection, {
      name: `fiches${suffixe}`,
      nullable: true,
      description: `Fiches action ${complement} qui servent cet engagement, par numéro.`,
    })
    async fiches(
      @Root() { code }: Engagement,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      asked: string | null | undefined,
      @Args(() => PageArgs) pageAsked: PageArgs,
    ): Promise<Connection<Fiche>> {
      const le = asked ?? null;
      const codec = ficheCursors(`de ${partenaire} ${code} ${le}`);
      const page = parsePage(pageAsked, codec);
      return ficheConnection(await reads.load(reader.parEngagement, code, { le, page }), codec);
    }
  }

  @Resolver(() => TerritoireType)
  class TerritoireFichesResolver {
    @FieldResolver(() => types.connection, {
      name: `fiches${suffixe}`,
      nullable: true,
      description: `Fiches action ${complement} qui portent sur ce territoire, sur ce qu’il contient ou sur ce qui le contient.`,
    })
    async fiches(
      @Root() { code, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      asked: string | null | undefined,
      @Args(() => PageArgs) pageAsked: PageArgs,
    ): Promise<Connection<Fiche>> {
      const le = asked ?? null;
      const codec = ficheCursors(`de ${partenaire} en ${maille} ${code} ${le}`);
      const page = parsePage(pageAsked, codec);
      const slice = await reads.load(reader.parTerritoire, { code, maille }, { le, page });
      return ficheConnection(slice, codec);
    }
  }

  return [EngagementFichesResolver, TerritoireFichesResolver];
}
