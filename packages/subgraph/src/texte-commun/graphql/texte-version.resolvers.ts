import { empreinte as empreinteOf } from '@passerelle/demo-data';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../request/request-context.js';
import { DateScalar } from '../../schema/date.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { passagesDe } from '../domain/passages.js';
import type {
  Engagement,
  Enjeu,
  EtapeProtocole,
  LienIndicateur,
  Passage,
  VersionTexte,
} from '../domain/texte-commun.js';
import type { TexteCommunReader } from '../domain/texte-commun.reader.js';
import {
  EngagementType,
  OriginalTexte,
  PassageOriginal,
  ProtocoleType,
} from './texte-commun.types.js';
import {
  EtapeProtocoleType,
  LienIndicateurType,
  TexteEngagement,
  TexteEnjeu,
  VersionTexteType,
} from './texte-version.types.js';

/** The versions of this house's original, and how the protocol came to be. */
export function texteVersionResolvers(
  maison: Maison,
  reader: TexteCommunReader,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  @Resolver(() => ProtocoleType)
  class ProtocoleVersionsResolver {
    @FieldResolver(() => [VersionTexteType], {
      description: 'Versions du texte, la plus récente d’abord.',
    })
    versions(@Ctx() { reads }: RequestContext): Promise<readonly VersionTexte[]> {
      return reader.versions(reads.sql);
    }

    @FieldResolver(() => VersionTexteType, {
      nullable: true,
      description: 'Texte d’une version, ou en vigueur un jour donné ; sans argument, le dernier.',
    })
    async texte(
      @Ctx() { reads }: RequestContext,
      @Arg('version', () => Int, { nullable: true, description: 'Numéro de la version.' })
      version: number | null | undefined,
      @Arg('le', () => DateScalar, { nullable: true, description: 'Jour demandé.' })
      le: string | null | undefined,
    ): Promise<VersionTexte | null> {
      const versions = await reader.versions(reads.sql);
      return (
        versions.find(
          ({ numero, enVigueurLe }) =>
            (version == null || numero === version) && (le == null || enVigueurLe <= le),
        ) ?? null
      );
    }

    @FieldResolver(() => [EtapeProtocoleType], {
      description: 'Comment le protocole est né : le projet et ses auteurs, puis la signature.',
    })
    etapes(@Ctx() { reads }: RequestContext): Promise<readonly EtapeProtocole[]> {
      return reader.etapes(reads.sql);
    }

    @FieldResolver(() => [OriginalTexte], {
      name: `originaux${maison.suffixe}`,
      nullable: true,
      description: `Versions tenues par la maison ${maison.complement}, la plus récente d’abord.`,
    })
    async originaux(@Ctx() { reads }: RequestContext): Promise<readonly OriginalTexte[]> {
      const versions = await reader.versions(reads.sql);
      return versions.map(({ numero, empreinte, enregistreLe }) => ({
        partenaire: maison.symbole,
        version: numero,
        empreinte,
        enregistreLe,
      }));
    }
  }

  @Resolver(() => OriginalTexte)
  class OriginalTexteResolver {
    @FieldResolver(() => Boolean, {
      description:
        'Vrai quand le texte tenu donne bien cette empreinte ; faux s’il a changé depuis qu’elle a été enregistrée.',
    })
    async conforme(
      @Root() { version, empreinte }: OriginalTexte,
      @Ctx() { reads }: RequestContext,
    ): Promise<boolean> {
      const texte = await reads.load(reader.texteDeVersion, version);
      return texte !== null && empreinteOf(texte) === empreinte;
    }

    @FieldResolver(() => [PassageOriginal], {
      description:
        'Le texte tenu, passage par passage, pour le comparer à celui d’une autre maison.',
    })
    async passages(
      @Root() { version }: OriginalTexte,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Passage[]> {
      const texte = await reads.load(reader.texteDeVersion, version);
      return texte === null ? [] : passagesDe(texte);
    }
  }

  @Resolver(() => VersionTexteType)
  class VersionTexteResolver {
    @FieldResolver(() => [TexteEnjeu], { description: 'Enjeux dans cette version.' })
    enjeux(
      @Root() { numero }: VersionTexte,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Enjeu[]> {
      return reads.load(reader.enjeuxDeVersion, numero);
    }

    @FieldResolver(() => [TexteEngagement], { description: 'Engagements dans cette version.' })
    engagements(
      @Root() { numero }: VersionTexte,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Engagement[]> {
      return reads.load(reader.engagementsDeVersion, numero);
    }
  }

  @Resolver(() => EngagementType)
  class EngagementIndicateursResolver {
    @FieldResolver(() => [LienIndicateurType], {
      description: 'Indicateurs qui le mesurent, par leur code chez qui les produit.',
    })
    liensIndicateurs(
      @Root() { code }: Engagement,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly LienIndicateur[]> {
      return reads.load(reader.indicateursParEngagement, code);
    }
  }

  return [
    ProtocoleVersionsResolver,
    OriginalTexteResolver,
    VersionTexteResolver,
    EngagementIndicateursResolver,
  ];
}
