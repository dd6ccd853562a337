import { Arg, Args, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { Partenaire } from '../../vocabulaire/enums.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import { destinataireOf } from '../domain/destinataire.js';
import type { Notification } from '../domain/notification.js';
import {
  CARNET_VIDE,
  type Carnet,
  cheminDe,
  estSujet,
  type FiltreEnregistre,
  type Suivi,
  type Sujet,
} from '../domain/suivi.js';
import type { SuiviReader } from '../domain/suivi.store.js';
import { SujetSuiviInput } from './suivi.inputs.js';
import { suiviTypes } from './suivi.types.js';

export interface SuiviReadersDeps {
  readonly maison: Maison;
  readonly reader: SuiviReader;
}

/** Reads of one's own following: refused to who has none in this house. */
export function suiviResolvers(
  { maison, reader }: SuiviReadersDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { partenaire, suffixe } = maison;
  const types = suiviTypes(maison);
  const scope = `@requiresScopes(scopes: [["${partenaire}:suivi:regler"]])`;
  const pour = ({ identite }: RequestContext) => destinataireOf(identite, partenaire);

  @Resolver()
  class SuiviQueries {
    @Query(() => types.carnet, {
      name: `monSuivi${suffixe}`,
      nullable: true,
      description: 'Ce que l’agent suit et a réglé dans sa maison.',
    })
    @Directive(scope)
    async monSuivi(@Ctx() context: RequestContext): Promise<Carnet> {
      requireRight(context, partenaire, 'suivi:regler');
      return (await reader.carnet(context.reads.sql, context.identite.sujet)) ?? CARNET_VIDE;
    }

    @Query(() => types.notifications, {
      name: `notifications${suffixe}`,
      nullable: true,
      description:
        'Ce qui est arrivé à ce que l’agent suit, ou qui appelle son rôle ; le plus récent d’abord.',
    })
    @Directive(scope)
    async notifications(
      @Ctx() context: RequestContext,
      @Arg('nonLues', () => Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'Vrai pour celles qui ne sont pas encore lues seulement.',
      })
      nonLues: boolean | null,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Notification>> {
      requireRight(context, partenaire, 'suivi:regler');
      const codec = createCursorCodec(`notifications ${partenaire} ${nonLues === true}`, [
        'string',
      ]);
      const page = parsePage(asked, codec);
      const { sql } = context.reads;
      const slice = await reader.notifications(sql, pour(context), page, nonLues === true);
      return toConnection(slice, codec, ({ id }) => [id]);
    }
  }

  @Resolver(() => types.carnet)
  class CarnetResolver {
    @FieldResolver(() => Int, {
      description: 'Notifications qui ne sont pas encore lues, comptées jusqu’à 100.',
    })
    nonLues(@Ctx() context: RequestContext): Promise<number> {
      return reader.nombreNonLues(context.reads.sql, pour(context));
    }

    @FieldResolver(() => types.suivis, { description: 'Ce que l’agent suit, par genre et clé.' })
    async suivis(
      @Ctx() { identite, reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Suivi>> {
      const codec = createCursorCodec(`suivis ${partenaire}`, ['string', 'string']);
      const slice = await reader.suivis(reads.sql, identite.sujet, parsePage(asked, codec));
      return toConnection(slice, codec, ({ genre, cle }) => [genre, cle]);
    }

    @FieldResolver(() => Boolean, { description: 'Vrai quand l’agent suit cet objet.' })
    async suit(
      @Ctx() { reads }: RequestContext,
      @Arg('sujet', () => SujetSuiviInput, { description: 'L’objet.' }) sujet: Sujet,
    ): Promise<boolean> {
      return estSujet(sujet) && reads.load(reader.suit, { genre: sujet.genre, cle: sujet.cle });
    }

    @FieldResolver(() => [types.filtre], { description: 'Filtres gardés, par page et nom.' })
    filtres(
      @Ctx() { identite, reads }: RequestContext,
      @Arg('page', () => String, {
        nullable: true,
        description: 'Ceux de cette page seulement : « /decisions ».',
      })
      page: string | null | undefined,
    ): Promise<readonly FiltreEnregistre[]> {
      return reader.filtres(reads.sql, identite.sujet, page ?? null);
    }
  }

  @Resolver(() => types.suivi)
  class SuiviResolver {
    @FieldResolver(() => String, { description: 'Page du portail qui l’ouvre.' })
    chemin(@Root() suivi: Suivi): string {
      return cheminDe(suivi);
    }
  }

  @Resolver(() => types.notification)
  class NotificationResolver {
    /** Stored by stable code, shown by the enum's. */
    @FieldResolver(() => Partenaire, { description: 'Maison dont c’est l’acte.' })
    partenaire(@Root() notification: Notification): Partenaire {
      return MAISONS[notification.partenaire].symbole;
    }
  }

  return [SuiviQueries, CarnetResolver, SuiviResolver, NotificationResolver];
}
