import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import { parseRecherche } from '../../recherche/recherche.js';
import type { RequestContext } from '../../request/request-context.js';
import { DateScalar } from '../../schema/date.scalar.js';
import {
  requireTerritoire,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
} from '../../territoires/index.js';
import {
  type Engagement,
  EngagementType,
  type TexteCommunReader,
} from '../../texte-commun/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { type ActeDeFiche, evaluationEnRetard, type Fiche } from '../domain/fiche.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { ficheId, parseOwnFicheId } from '../domain/fiche-id.js';
import { ficheConnection, ficheCursors } from './fiche.cursors.js';
import { FichesArgs } from './fiche.inputs.js';
import { ficheTypes } from './fiche.types.js';
import { ActeFicheType } from './fiche.values.js';

export interface FicheReads {
  readonly maison: Maison;
  readonly reader: FicheReader;
  readonly texteCommun: TexteCommunReader;
  readonly territoires: TerritoireReader;
  /** The current civil day. */
  readonly jour: () => string;
}

const AU_JOUR = 'Telle que publiée à la fin de ce jour ; sans lui, telle qu’elle est maintenant.';

/** A house's fiches, read. */
export function ficheResolvers(
  { maison, reader, texteCommun, territoires, jour }: FicheReads,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { partenaire, suffixe, complement } = maison;
  const types = ficheTypes(maison);

  @Resolver()
  class FicheQueries {
    @Query(() => types.node, {
      name: `ficheAction${suffixe}`,
      nullable: true,
      description: `Une fiche action ${complement}, dans la version que vous pouvez voir.`,
    })
    fiche(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: `Identifiant : « ${partenaire}:fiche-12 ».` }) id: string,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Fiche | null> {
      return linked(reads, parseOwnFicheId(partenaire, id), le);
    }

    @Query(() => types.connection, {
      name: `fichesAction${suffixe}`,
      nullable: true,
      description: `Fiches action ${complement} que vous pouvez voir, par numéro.`,
    })
    async fiches(
      @Ctx() { reads }: RequestContext,
      @Args(() => FichesArgs) args: FichesArgs,
    ): Promise<Connection<Fiche>> {
      const { first, after, ...asked } = args;
      const codec = ficheCursors(`liste ${partenaire} ${JSON.stringify(asked)}`);
      const page = parsePage({ first, after }, codec);
      const filtre = {
        recherche: parseRecherche(args.recherche),
        engagement: args.engagement ?? null,
        territoire: args.territoire
          ? await requireTerritoire(reads, territoires, args.territoire)
          : null,
        statut: args.statut ?? null,
        etat: args.etat ?? null,
        experimental: args.experimental ?? null,
        issue: args.issue ?? null,
        evaluationEnRetardLe: args.evaluationEnRetardLe ?? null,
        sansIssueLe: args.sansIssueLe ?? null,
        le: args.le ?? null,
      };
      return ficheConnection(await reader.list(reads.sql, filtre, page), codec);
    }
  }

  @Resolver(() => types.node)
  class FicheResolver {
    @FieldResolver(() => ID, { description: 'Maison et numéro : « region:fiche-12 ».' })
    id(@Root() { numero }: Fiche): string {
      return ficheId(partenaire, numero);
    }

    @FieldResolver(() => Boolean, {
      description: 'Vrai quand vous avez vous-même écrit cette version : un autre la valide.',
    })
    ecriteParMoi(@Root() { auteurSujet }: Fiche, @Ctx() { identite }: RequestContext): boolean {
      return auteurSujet === identite.sujet;
    }

    @FieldResolver(() => [ActeFicheType], {
      description:
        'Ce qui est arrivé à cette version et que vous pouvez savoir, du plus ancien au plus récent.',
    })
    vie(
      @Root() { numero, version }: Fiche,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly ActeDeFiche[]> {
      return reads.load(reader.vie, { numero, version });
    }

    @FieldResolver(() => EngagementType, { description: 'Engagement que l’action sert.' })
    engagement(@Root() fiche: Fiche, @Ctx() { reads }: RequestContext): Promise<Engagement | null> {
      return reads.load(texteCommun.engagementParCode, fiche.engagement);
    }

    @FieldResolver(() => [TerritoireType], { description: 'Territoires où l’action se mène.' })
    async territoires(
      @Root() fiche: Fiche,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Territoire[]> {
      const found = await Promise.all(
        fiche.territoires.map((cle) => reads.load(territoires.parCle, cle)),
      );
      return found.filter((territoire) => territoire !== null);
    }

    @FieldResolver(() => Float, { description: 'Somme des lignes de budget, en euros.' })
    budgetTotalEuros(@Root() { budget }: Fiche): number {
      return budget.reduce((sum, { montantEuros }) => sum + montantEuros, 0);
    }

    @FieldResolver(() => Boolean, {
      description: 'Vrai pour une expérimentation finie avant ce jour et toujours sans évaluation.',
    })
    evaluationEnRetard(
      @Root() fiche: Fiche,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Jour considéré ; le jour courant quand il n’est pas donné.',
      })
      le: string | null | undefined,
    ): boolean {
      return evaluationEnRetard(fiche, le ?? jour());
    }

    @FieldResolver(() => types.node, {
      nullable: true,
      description: 'Fiche dont celle-ci est la variante.',
    })
    varianteDe(
      @Root() { varianteDe }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Fiche | null> {
      return linked(reads, varianteDe, le);
    }

    @FieldResolver(() => types.connection, {
      description: 'Variantes de cette fiche pour d’autres territoires, sur le même engagement.',
    })
    async variantes(
      @Root() { numero }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      asked: string | null | undefined,
      @Args(() => PageArgs) pageAsked: PageArgs,
    ): Promise<Connection<Fiche>> {
      const le = asked ?? null;
      const codec = ficheCursors(`variantes ${partenaire} ${numero} ${le}`);
      const page = parsePage(pageAsked, codec);
      const slice = await reads.load(reader.variantes, numero, { le, page });
      return ficheConnection(slice, codec);
    }

    @FieldResolver(() => types.node, {
      nullable: true,
      description: 'Fiche qui prolonge cette expérimentation dans la trajectoire 2024.',
    })
    suite(
      @Root() { suite }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Fiche | null> {
      return linked(reads, suite, le);
    }

    @FieldResolver(() => types.node, {
      nullable: true,
      description: 'Expérimentation que cette fiche prolonge.',
    })
    prolonge(
      @Root() { prolonge }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Fiche | null> {
      return linked(reads, prolonge, le);
    }

    @FieldResolver(() => types.node, {
      nullable: true,
      description: 'Dernière version publiée que vous pouvez voir.',
    })
    versionPubliee(
      @Root() { numero }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: AU_JOUR })
      le: string | null | undefined,
    ): Promise<Fiche | null> {
      return le == null
        ? reads.load(reader.publiee, numero)
        : reads.load(reader.auJour, numero, le);
    }

    @FieldResolver(() => types.connection, {
      description: 'Versions que vous pouvez voir, la plus récente d’abord.',
    })
    async historique(
      @Root() { numero }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Seulement les versions publiées à la fin de ce jour ; sans lui, toutes.',
      })
      asked: string | null | undefined,
      @Args(() => PageArgs) pageAsked: PageArgs,
    ): Promise<Connection<Fiche>> {
      const le = asked ?? null;
      const codec = createCursorCodec(`fiches historique ${partenaire} ${numero} ${le}`, [
        'number',
      ]);
      const page = parsePage(pageAsked, codec);
      const slice = await reads.load(reader.historique, numero, { le, page });
      return toConnection(slice, codec, ({ version }) => [version]);
    }
  }

  function linked(
    reads: RequestContext['reads'],
    numero: number | null,
    le: string | null | undefined,
  ): Promise<Fiche | null> {
    if (numero === null) return Promise.resolve(null);
    return le == null ? reads.load(reader.courante, numero) : reads.load(reader.auJour, numero, le);
  }

  return [FicheQueries, FicheResolver];
}
