import { SCOPE_ACTES_LIRE } from '@passerelle/identity';
import { Arg, Ctx, Directive, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { AnyClass } from '../../app/feature.js';
import { requireScope } from '../../identity/guards.js';
import { liveQuery } from '../../outbox/live-query.js';
import type { MovementFeed } from '../../outbox/movement-feed.js';
import { MAX_PAGE_SIZE } from '../../pagination/page.js';
import { paginationError } from '../../pagination/pagination.errors.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { ActeReader } from '../domain/acte.reader.js';
import type { PageDActes } from '../domain/copies.js';
import { MOUVEMENT_ACTE, mouvementActeSchema } from '../domain/mouvement-acte.js';
import { pageDActesType } from './acte.types.js';

const RIGHT = `@requiresScopes(scopes: [["${SCOPE_ACTES_LIRE}"]])`;

/** The stream of a house's signed acts, for the services of the other houses alone. */
export function acteResolvers(deps: {
  maison: Maison;
  reader: ActeReader;
  feed: MovementFeed;
}): readonly AnyClass[] {
  const { maison, reader, feed } = deps;
  const { suffixe, complement } = maison;
  const page = pageDActesType(maison);

  @Resolver()
  class ActeResolver {
    @Query(() => page, {
      name: `actes${suffixe}`,
      nullable: true,
      description: `Actes signés ${complement}, pour les services des autres maisons.`,
    })
    @Directive(RIGHT)
    async actes(
      @Ctx() context: RequestContext,
      @Arg('apres', () => Int, {
        defaultValue: 0,
        description: 'Numéro du dernier acte déjà connu ; 0 pour tout lire.',
      })
      apres: number,
      @Arg('first', () => Int, {
        defaultValue: MAX_PAGE_SIZE,
        description: 'Taille de la page, de 1 à 100.',
      })
      first: number,
    ): Promise<PageDActes> {
      requireScope(context, SCOPE_ACTES_LIRE);
      if (first < 1 || first > MAX_PAGE_SIZE) throw paginationError('PAGE_INVALIDE');
      return reader.page(context.reads.sql, Math.max(apres, 0), first);
    }

    @Subscription(() => Int, {
      name: `acteSigne${suffixe}`,
      nullable: true,
      description: 'Numéro de chaque acte qui vient d’être signé : il reste à le lire.',
      subscribe: ({ context }: { context: RequestContext }) => {
        requireScope(context, SCOPE_ACTES_LIRE);
        return liveQuery<number>({
          feed,
          reads: context.reads,
          select({ nature, charge }) {
            const acte = nature === MOUVEMENT_ACTE ? mouvementActeSchema.safeParse(charge) : null;
            return Promise.resolve(acte?.data?.numero);
          },
        });
      },
    })
    @Directive(RIGHT)
    acteSigne(@Root() numero: number | null): number | null {
      return numero;
    }
  }

  return [ActeResolver];
}
