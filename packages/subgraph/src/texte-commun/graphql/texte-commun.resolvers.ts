import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { texteCommunError } from '../domain/texte-commun.errors.js';
import type { Engagement, Enjeu, Protocole } from '../domain/texte-commun.js';
import type { TexteCommunReader } from '../domain/texte-commun.reader.js';
import { EngagementType, EnjeuType, OriginalTexte, ProtocoleType } from './texte-commun.types.js';

/** The signed text as every partner serves it: its own original, read from its own database. */
export function texteCommunResolvers(
  maison: Maison,
  reader: TexteCommunReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver()
  class TexteCommunResolver {
    @Query(() => ProtocoleType, { nullable: true, description: 'Le protocole signé.' })
    protocole(@Ctx() { reads }: RequestContext): Promise<Protocole | null> {
      return reader.protocole(reads.sql);
    }

    @Query(() => [EnjeuType], { nullable: true, description: 'Les enjeux, dans l’ordre du texte.' })
    enjeux(@Ctx() { reads }: RequestContext): Promise<readonly Enjeu[]> {
      return reader.enjeux(reads.sql);
    }

    @Query(() => EnjeuType, { nullable: true, description: 'Un enjeu par son numéro.' })
    enjeu(
      @Ctx() { reads }: RequestContext,
      @Arg('numero', () => Int, { description: 'Numéro de l’enjeu.' }) numero: number,
    ): Promise<Enjeu | null> {
      return reads.load(reader.enjeuParNumero, numero);
    }

    @Query(() => [EngagementType], {
      nullable: true,
      description: 'Les engagements, dans l’ordre du texte.',
    })
    async engagements(
      @Ctx() { reads }: RequestContext,
      @Arg('enjeu', () => Int, {
        nullable: true,
        description: 'Ne garder que ceux de cet enjeu.',
      })
      enjeu: number | null | undefined,
    ): Promise<readonly Engagement[]> {
      if (enjeu != null && !(await reads.load(reader.enjeuParNumero, enjeu))) {
        throw texteCommunError('ENJEU_INCONNU');
      }
      return reader.engagements(reads.sql, enjeu ?? null);
    }

    @Query(() => EngagementType, { nullable: true, description: 'Un engagement par son code.' })
    engagement(
      @Ctx() { reads }: RequestContext,
      @Arg('code', () => ID, { description: 'Code de l’engagement.' }) code: string,
    ): Promise<Engagement | null> {
      return reads.load(reader.engagementParCode, code);
    }
  }

  @Resolver(() => ProtocoleType)
  class ProtocoleResolver {
    @FieldResolver(() => [EnjeuType], { description: 'Enjeux du protocole.' })
    enjeux(@Ctx() { reads }: RequestContext): Promise<readonly Enjeu[]> {
      return reader.enjeux(reads.sql);
    }

    @FieldResolver(() => [EngagementType], { description: 'Engagements du protocole.' })
    engagements(@Ctx() { reads }: RequestContext): Promise<readonly Engagement[]> {
      return reader.engagements(reads.sql, null);
    }

    @FieldResolver(() => OriginalTexte, {
      name: `original${maison.suffixe}`,
      nullable: true,
      description: `Original tenu par la maison ${maison.complement}.`,
    })
    original(@Root() protocole: Protocole): OriginalTexte {
      const { version, empreinte, enregistreLe } = protocole;
      return { partenaire: maison.symbole, version, empreinte, enregistreLe };
    }
  }

  @Resolver(() => EnjeuType)
  class EnjeuResolver {
    @FieldResolver(() => [EngagementType], { description: 'Engagements qui répondent à l’enjeu.' })
    engagements(
      @Root() enjeu: Enjeu,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Engagement[]> {
      return reads.load(reader.engagementsParEnjeu, enjeu.numero);
    }
  }

  @Resolver(() => EngagementType)
  class EngagementResolver {
    @FieldResolver(() => EnjeuType, { description: 'Enjeu auquel l’engagement répond.' })
    enjeu(@Root() engagement: Engagement, @Ctx() { reads }: RequestContext): Promise<Enjeu | null> {
      return reads.load(reader.enjeuParNumero, engagement.enjeu);
    }
  }

  return [TexteCommunResolver, ProtocoleResolver, EnjeuResolver, EngagementResolver];
}
