import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { DateScalar } from '../../schema/date.scalar.js';
import {
  type CleTerritoire,
  CleTerritoireInput,
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
} from '../../territoires/index.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { Maison } from '../../vocabulaire/maison.js';
import {
  type CleValeur,
  type Indicateur,
  MODALITES,
  type Recomposition,
  type ValeurPubliee,
  type VentilationPubliee,
} from '../domain/indicateur.js';
import type { IndicateurReader } from '../domain/indicateur.reader.js';
import { parsePeriode } from '../domain/periode.js';
import { valeurId } from '../domain/valeur-id.js';
import { indicateurTypes } from './indicateur.types.js';
import { CelluleVentilee, RecompositionIndicateur } from './indicateur.values.js';

export interface IndicateurResolversDeps {
  readonly maison: Maison;
  readonly reader: IndicateurReader;
  readonly territoires: TerritoireReader;
  /** Civil day on which the portal opens: values known after it are not « current ». */
  readonly jour: () => string;
}

export function indicateurResolvers(
  deps: IndicateurResolversDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, territoires, jour } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = indicateurTypes(maison);
  const LE =
    'Jour auquel lire : ce qui a été arrêté après ne compte pas. Le jour du portail par défaut.';

  @Resolver(() => TerritoireType)
  class TerritoireIndicateursResolver {
    @FieldResolver(() => [types.valeur], {
      name: `indicateurs${suffixe}`,
      nullable: true,
      description: `Dernière valeur connue de chaque indicateur ${complement} pour ce territoire même.`,
    })
    indicateurs(
      @Root() { code: territoire, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE })
      le: string | null | undefined,
      @Arg('code', () => ID, { nullable: true, description: 'Ne garder que cet indicateur.' })
      code: string | null | undefined,
    ): Promise<readonly ValeurPubliee[]> {
      const cle = { code: territoire, maille };
      return reads.load(reader.courantes, cle, { le: le ?? jour(), code: code ?? null });
    }
  }

  @Resolver(() => types.indicateur)
  class IndicateurResolver {
    @Query(() => [types.indicateur], {
      name: `indicateurs${suffixe}`,
      nullable: true,
      description: `Les indicateurs ${complement}.`,
    })
    indicateurs(@Ctx() { reads }: RequestContext): Promise<readonly Indicateur[]> {
      return reader.list(reads.sql);
    }

    @Query(() => types.indicateur, {
      name: `indicateur${suffixe}`,
      nullable: true,
      description: `Un indicateur ${complement} par son code.`,
    })
    indicateur(
      @Ctx() { reads }: RequestContext,
      @Arg('code', () => ID, { description: 'Code de l’indicateur.' }) code: string,
    ): Promise<Indicateur | null> {
      return reads.load(reader.parCode, code);
    }

    @FieldResolver(() => [String], {
      description: 'Périodes qui ont des valeurs, la plus récente d’abord, 40 au plus.',
    })
    periodes(
      @Root() { code }: Indicateur,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description:
          'Ne garder que celles dont une valeur était arrêtée ce jour-là ; toutes par défaut.',
      })
      le: string | null | undefined,
    ): Promise<readonly string[]> {
      return reads.load(reader.periodes, code, le ?? null);
    }

    @FieldResolver(() => types.connection, {
      nullable: true,
      description: 'Valeurs d’un territoire, la période la plus récente d’abord.',
    })
    async serie(
      @Root() { code }: Indicateur,
      @Ctx() { reads }: RequestContext,
      @Arg('territoire', () => CleTerritoireInput, { description: 'Territoire de la série.' })
      asked: CleTerritoire,
      @Args(() => PageArgs) page: PageArgs,
    ): Promise<Connection<ValeurPubliee>> {
      const territoire = { code: asked.code, maille: asked.maille };
      const codec = createCursorCodec(
        `serie ${partenaire} ${code} ${territoire.maille} ${territoire.code}`,
        ['string', 'string'],
      );
      const parsed = parsePage(page, codec);
      await requireTerritoire(reads, territoires, territoire);
      const slice = await reader.serie(reads.sql, code, territoire, parsed);
      return toConnection(slice, codec, ({ fin, periode }) => [fin, periode]);
    }

    @FieldResolver(() => types.connection, {
      nullable: true,
      description: 'Valeurs par territoire : celles d’une période, ou la dernière de chacun.',
    })
    async valeurs(
      @Root() { code }: Indicateur,
      @Ctx() { reads }: RequestContext,
      @Arg('maille', () => Maille, { nullable: true, description: 'Ne garder que cette maille.' })
      maille: Maille | null | undefined,
      @Arg('dans', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que ce territoire et ce qu’il contient.',
      })
      dans: CleTerritoire | null | undefined,
      @Arg('periode', () => String, { nullable: true, description: 'Ne garder que cette période.' })
      periode: string | null | undefined,
      @Arg('le', () => DateScalar, { nullable: true, description: LE })
      le: string | null | undefined,
      @Args(() => PageArgs) page: PageArgs,
    ): Promise<Connection<ValeurPubliee>> {
      const filtre = {
        maille: maille ?? null,
        dans: dans ? { code: dans.code, maille: dans.maille } : null,
        periode: periode == null ? null : (parsePeriode(periode)?.code ?? ''),
        le: le ?? jour(),
      };
      const codec = createCursorCodec(`valeurs ${partenaire} ${code} ${JSON.stringify(filtre)}`, [
        'string',
        'string',
      ]);
      const parsed = parsePage(page, codec);
      if (filtre.dans) await requireTerritoire(reads, territoires, filtre.dans);
      const slice = await reader.valeurs(reads.sql, code, filtre, parsed);
      return toConnection(slice, codec, (valeur) => [valeur.territoire, valeur.maille]);
    }
  }

  @Resolver(() => types.valeur)
  class ValeurResolver {
    @FieldResolver(() => ID, {
      description: 'Maison, indicateur, maille, territoire, période.',
    })
    id(@Root() valeur: ValeurPubliee): string {
      return valeurId(partenaire, valeur);
    }

    @FieldResolver(() => types.indicateur, { description: 'Ce qui est compté, et comment.' })
    indicateur(
      @Root() { indicateur }: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<Indicateur | null> {
      return reads.load(reader.parCode, indicateur);
    }

    @FieldResolver(() => TerritoireType, { description: 'Territoire de la valeur.' })
    territoire(
      @Root() { territoire, maille }: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, { code: territoire, maille });
    }

    @FieldResolver(() => [TerritoireType], {
      description: 'Territoires sans valeur, qui manquent à une somme faite ici.',
    })
    async manquants(
      @Root() { manquants }: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Territoire[]> {
      const lus = await Promise.all(manquants.map((cle) => reads.load(territoires.parCle, cle)));
      return lus.filter((un) => un !== null);
    }

    @FieldResolver(() => types.valeur, {
      nullable: true,
      description: 'Valeur du même territoire pour la période de même durée d’avant.',
    })
    precedente(
      @Root() valeur: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<ValeurPubliee | null> {
      return reads.load(reader.precedente, cleOf(valeur));
    }

    @FieldResolver(() => Float, {
      nullable: true,
      description:
        'Valeur moins la précédente, dans l’unité de l’indicateur ; absente si l’une est masquée, incomplète ou manque.',
    })
    async variation(
      @Root() valeur: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<number | null> {
      const avant = await reads.load(reader.precedente, cleOf(valeur));
      if (avant?.valeur == null || valeur.valeur === null) return null;
      if (avant.manquants.length > 0 || valeur.manquants.length > 0) return null;
      // A difference of decimals carries the dust of binary arithmetic.
      return Number((valeur.valeur - avant.valeur).toFixed(6));
    }

    @FieldResolver(() => [CelluleVentilee], {
      description: 'Ventilations publiées de cette valeur, et elles seules.',
    })
    async ventilations(
      @Root() valeur: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly VentilationPubliee[]> {
      const cellules = await reads.load(reader.ventilations, cleOf(valeur));
      return Object.entries(MODALITES).flatMap(([dimension, modalites]) =>
        modalites.flatMap((modalite) =>
          cellules.filter((une) => une.dimension === dimension && une.modalite === modalite),
        ),
      );
    }

    @FieldResolver(() => RecompositionIndicateur, {
      nullable: true,
      description:
        'Somme des valeurs d’une maille plus fine, avec ce qui manque ; absente si l’indicateur ne s’additionne pas.',
    })
    async recomposition(
      @Root() valeur: ValeurPubliee,
      @Ctx() { reads }: RequestContext,
      @Arg('maille', () => Maille, { description: 'Maille des parties.' }) maille: Maille,
    ): Promise<(Omit<Recomposition, 'manquants'> & { manquants: readonly Territoire[] }) | null> {
      const indicateur = await reads.load(reader.parCode, valeur.indicateur);
      if (!indicateur?.additif) return null;
      const lue = await reads.load(reader.recomposition, cleOf(valeur), maille);
      if (lue.attendus === 0) return null;
      const manquants = await Promise.all(
        lue.manquants.slice(0, MANQUANTS_NOMMES).map((cle) => reads.load(territoires.parCle, cle)),
      );
      return { ...lue, manquants: manquants.filter((un) => un !== null) };
    }
  }

  return [TerritoireIndicateursResolver, IndicateurResolver, ValeurResolver];
}

/** A region without any value would name all its communes. */
const MANQUANTS_NOMMES = 50;

function cleOf({ indicateur, maille, territoire, periode }: ValeurPubliee): CleValeur {
  return { indicateur, maille, territoire, periode };
}
