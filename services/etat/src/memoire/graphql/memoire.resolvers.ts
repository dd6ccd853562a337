import {
  EngagementType,
  type RequestContext,
  requireRight,
  texteCommunPostgresReader,
} from '@passerelle/subgraph';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type {
  Communique,
  Divergence,
  DocumentDeReference,
  EtapeFrise,
  ReferencesEngagement,
  TexteNumerote,
} from '../domain/memoire.js';
import type { MemoireReader } from '../domain/memoire.reader.js';
import type { ActesDeMemoire } from '../use-cases/tenir-la-memoire.js';
import {
  CiterDansEngagementInput,
  CiterDansEngagementPayload,
  CompleterPrincipeInput,
  CompleterPrincipePayload,
} from './memoire.inputs.js';
import {
  CommuniqueType,
  DivergenceType,
  DocumentReferenceType,
  EtapeFriseType,
  ReferencesEngagementType,
  TexteNumeroteType,
} from './memoire.types.js';

const TENIR = 'annuaire:tenir';

export function memoireResolvers(
  reader: MemoireReader,
  actes: ActesDeMemoire,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver()
  class MemoireResolver {
    @Query(() => [EtapeFriseType], {
      nullable: true,
      description: 'Ce que les maisons ont fait ensemble depuis 2016, dans l’ordre des dates.',
    })
    frise(@Ctx() { reads }: RequestContext): Promise<readonly EtapeFrise[]> {
      return reader.frise(reads.sql);
    }

    @Query(() => [DocumentReferenceType], {
      nullable: true,
      description: 'Registre des textes de référence, avec leurs dates et leurs liens.',
    })
    documentsReference(@Ctx() { reads }: RequestContext): Promise<readonly DocumentDeReference[]> {
      return reads.load(reader.documents, 'DOCUMENT');
    }

    @Query(() => [DivergenceType], {
      nullable: true,
      description: 'Ce que les sources disent différemment, avec les deux énoncés.',
    })
    divergences(@Ctx() { reads }: RequestContext): Promise<readonly Divergence[]> {
      return reader.divergences(reads.sql);
    }

    @Query(() => [CommuniqueType], { nullable: true, description: 'Communiqués de presse.' })
    communiques(@Ctx() { reads }: RequestContext): Promise<readonly Communique[]> {
      return reader.communiques(reads.sql);
    }

    @Query(() => [TexteNumeroteType], {
      nullable: true,
      description: 'Les dix principes du rapport ; un libellé absent n’a pas encore été fourni.',
    })
    principes(@Ctx() { reads }: RequestContext): Promise<readonly TexteNumerote[]> {
      return reads.load(reader.numerotes, 'PRINCIPE');
    }

    @Query(() => [TexteNumeroteType], { nullable: true, description: 'Les huit chantiers.' })
    chantiers(@Ctx() { reads }: RequestContext): Promise<readonly TexteNumerote[]> {
      return reads.load(reader.numerotes, 'CHANTIER');
    }

    @Mutation(() => CiterDansEngagementPayload, {
      nullable: true,
      description: 'Dit à quels principes, chantiers et textes un engagement répond.',
    })
    @Directive('@requiresScopes(scopes: [["etat:annuaire:tenir"]])')
    async citerDansEngagement(
      @Ctx() context: RequestContext,
      @Arg('input', () => CiterDansEngagementInput, { description: 'Références voulues.' })
      input: CiterDansEngagementInput,
    ): Promise<CiterDansEngagementPayload> {
      requireRight(context, 'etat', TENIR);
      const non = await actes.citer(context.identite, input);
      await context.reads.renew();
      const { engagementParCode } = texteCommunPostgresReader;
      return {
        engagement: await context.reads.load(engagementParCode, input.engagement),
        refus: non,
      };
    }

    @Mutation(() => CompleterPrincipePayload, {
      nullable: true,
      description: 'Fournit le libellé publié d’un principe, avec sa source.',
    })
    @Directive('@requiresScopes(scopes: [["etat:annuaire:tenir"]])')
    async completerPrincipe(
      @Ctx() context: RequestContext,
      @Arg('input', () => CompleterPrincipeInput, { description: 'Libellé et source.' })
      input: CompleterPrincipeInput,
    ): Promise<CompleterPrincipePayload> {
      requireRight(context, 'etat', TENIR);
      const non = await actes.completerPrincipe(context.identite, input);
      if (non) return { principe: null, refus: non };
      await context.reads.renew();
      const principes = await context.reads.load(reader.numerotes, 'PRINCIPE');
      return {
        principe: principes.find(({ numero }) => numero === input.numero) ?? null,
        refus: null,
      };
    }
  }

  @Resolver(() => EngagementType)
  class EngagementReferencesResolver {
    @FieldResolver(() => ReferencesEngagementType, {
      nullable: true,
      description: 'À quels principes, chantiers et textes l’engagement répond.',
    })
    referencesEtat(
      @Root() { code }: { code: string },
      @Ctx() { reads }: RequestContext,
    ): Promise<ReferencesEngagement | null> {
      return reads.load(reader.referencesDe, code);
    }
  }

  @Resolver(() => ReferencesEngagementType)
  class ReferencesResolver {
    @FieldResolver(() => [TexteNumeroteType], { description: 'Principes du rapport.' })
    async principes(
      @Root() { principes }: ReferencesEngagement,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly TexteNumerote[]> {
      const textes = await reads.load(reader.numerotes, 'PRINCIPE');
      return textes.filter(({ numero }) => principes.includes(numero));
    }

    @FieldResolver(() => [TexteNumeroteType], { description: 'Chantiers du plein emploi.' })
    async chantiers(
      @Root() { chantiers }: ReferencesEngagement,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly TexteNumerote[]> {
      const textes = await reads.load(reader.numerotes, 'CHANTIER');
      return textes.filter(({ numero }) => chantiers.includes(numero));
    }

    @FieldResolver(() => [DocumentReferenceType], { description: 'Textes de référence.' })
    async documents(
      @Root() { documents }: ReferencesEngagement,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly DocumentDeReference[]> {
      const connus = await reads.load(reader.documents, 'DOCUMENT');
      return connus.filter(({ id }) => documents.includes(id));
    }
  }

  return [MemoireResolver, EngagementReferencesResolver, ReferencesResolver];
}
