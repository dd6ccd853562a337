import { Maille, type RequestContext, requireRight } from '@passerelle/subgraph';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { Contours, ContoursJournal, ContoursReader } from '../domain/contours.js';
import { deposerContours } from '../use-cases/deposer-contours.js';
import {
  ContoursDeReferenceType,
  DeposerContoursInput,
  DeposerContoursPayload,
} from './contours.types.js';

/** The outlines of the maps, kept once for everybody. */
export function contoursResolvers(
  reader: ContoursReader,
  journal: ContoursJournal,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver(() => ContoursDeReferenceType)
  class ContoursResolver {
    @Query(() => ContoursDeReferenceType, {
      nullable: true,
      description: 'Contours déposés pour cette maille ; absents tant qu’il n’y en a pas.',
    })
    contours(
      @Ctx() { reads }: RequestContext,
      @Arg('maille', () => Maille, { description: 'Maille des territoires.' })
      maille: keyof typeof Maille,
    ): Promise<Contours | null> {
      return reads.load(reader.enVigueur, maille);
    }

    @Mutation(() => DeposerContoursPayload, {
      nullable: true,
      description: 'Dépose les contours d’une maille, pour toutes les cartes et pour tous.',
    })
    @Directive('@requiresScopes(scopes: [["etat:annuaire:tenir"]])')
    async deposerContours(
      @Ctx() context: RequestContext,
      @Arg('input', () => DeposerContoursInput, { description: 'Contours, source et licence.' })
      input: DeposerContoursInput,
    ): Promise<DeposerContoursPayload> {
      requireRight(context, 'etat', 'annuaire:tenir');
      const refus = await deposerContours(journal, context.identite, input);
      await context.reads.renew();
      return { contours: await context.reads.load(reader.enVigueur, input.maille), refus };
    }
  }

  return [ContoursResolver];
}
