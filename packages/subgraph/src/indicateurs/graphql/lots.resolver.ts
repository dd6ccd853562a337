import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { LotRelu } from '../domain/indicateur.js';
import type { IndicateurReader } from '../domain/indicateur.reader.js';
import { LotDeMesures } from './lots.types.js';

/** What was published lately, for who may undo it. */
export function lotsResolver(
  { partenaire, suffixe, complement }: Maison,
  reader: IndicateurReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): Function {
  @Resolver()
  class LotsDeMesuresQuery {
    @Query(() => [LotDeMesures], {
      name: `lotsDeMesures${suffixe}`,
      nullable: true,
      description: `Les dix derniers lots de valeurs publiés pour un indicateur ${complement}, le plus récent d’abord.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:publier"]])`)
    async lots(
      @Ctx() context: RequestContext,
      @Arg('indicateur', () => ID, { description: 'Code de l’indicateur.' }) indicateur: string,
    ): Promise<readonly LotRelu[]> {
      requireRight(context, partenaire, 'indicateur:publier');
      return reader.lots(context.reads.sql, indicateur);
    }
  }

  return LotsDeMesuresQuery;
}
