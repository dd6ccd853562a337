import {
  type Connection,
  createCursorCodec,
  PageArgs,
  parsePage,
  type RequestContext,
  Secteur,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Metier } from '../domain/metier.js';
import type { MetierReader } from '../domain/metier.reader.js';
import { MetierConnection, MetierType } from './metier.types.js';

export function metierResolvers(
  reader: MetierReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver(() => MetierType)
  class MetierResolver {
    @Query(() => MetierConnection, { nullable: true, description: 'Les métiers, par libellé.' })
    async metiers(
      @Ctx() { reads }: RequestContext,
      @Arg('recherche', () => String, {
        nullable: true,
        description: 'Mots ou débuts de mots du libellé, ou code ROME exact.',
      })
      recherche: string | null | undefined,
      @Arg('secteur', () => Secteur, { nullable: true, description: 'Ne garder que ce secteur.' })
      secteur: Secteur | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Metier>> {
      const filtre = { recherche: recherche?.trim() || null, secteur: secteur ?? null };
      const codec = createCursorCodec(`metiers ${JSON.stringify(filtre)}`, ['string', 'string']);
      const page = parsePage(asked, codec);
      return toConnection(await reader.list(reads.sql, filtre, page), codec, ({ tri }) => tri);
    }

    @Query(() => MetierType, { nullable: true, description: 'Un métier par son code.' })
    metier(
      @Ctx() { reads }: RequestContext,
      @Arg('codeRome', () => ID, { description: 'Code ROME.' }) codeRome: string,
    ): Promise<Metier | null> {
      return reads.load(reader.parCode, codeRome.trim().toUpperCase());
    }
  }

  return [MetierResolver];
}
