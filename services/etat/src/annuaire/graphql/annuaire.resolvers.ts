import {
  type Connection,
  createCursorCodec,
  DateScalar,
  PageArgs,
  parsePage,
  type RequestContext,
  requireRight,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  toConnection,
} from '@passerelle/subgraph';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { AnnuaireJournal } from '../domain/annuaire.journal.js';
import { nomLe, type Organisation, type Role } from '../domain/annuaire.js';
import type { AnnuaireReader } from '../domain/annuaire.reader.js';
import { nommer } from '../use-cases/nommer.js';
import {
  NommerInput,
  NommerPayload,
  OrganisationConnection,
  OrganisationType,
  RoleTenuType,
  TypeOrganisation,
} from './annuaire.types.js';

export function annuaireResolvers(
  deps: {
    reader: AnnuaireReader;
    territoires: TerritoireReader;
    journal: AnnuaireJournal;
    jourCourant: () => string;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { reader, territoires, journal, jourCourant } = deps;

  @Resolver(() => OrganisationType)
  class AnnuaireResolver {
    @Query(() => OrganisationConnection, {
      nullable: true,
      description: 'Les organisations du service public de l’emploi, les régionales d’abord.',
    })
    async annuaire(
      @Ctx() { reads }: RequestContext,
      @Arg('recherche', () => String, {
        nullable: true,
        description: 'Nom, sous toute orthographe connue, fonction ou sujet.',
      })
      recherche: string | null | undefined,
      @Arg('commune', () => ID, {
        nullable: true,
        description: 'Ne garder que celles compétentes pour cette commune (code INSEE).',
      })
      commune: string | null | undefined,
      @Arg('sujet', () => String, { nullable: true, description: 'Ne garder que ce sujet.' })
      sujet: string | null | undefined,
      @Arg('type', () => TypeOrganisation, {
        nullable: true,
        description: 'Ne garder que cette nature.',
      })
      type: TypeOrganisation | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Organisation>> {
      const filtre = {
        recherche: recherche ?? null,
        commune: commune ?? null,
        sujet: sujet ?? null,
        type: type ?? null,
      };
      const codec = createCursorCodec(`annuaire ${JSON.stringify(filtre)}`, [
        'number',
        'string',
        'string',
      ]);
      const slice = await reader.list(reads.sql, filtre, parsePage(asked, codec));
      return toConnection(slice, codec, ({ tri }) => tri);
    }

    @Query(() => OrganisationType, { nullable: true, description: 'Une organisation.' })
    organisation(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de l’organisation.' }) id: string,
    ): Promise<Organisation | null> {
      return reads.load(reader.parId, id);
    }

    @FieldResolver(() => String, { description: 'Nom qu’elle porte ce jour-là.' })
    nom(
      @Root() { noms }: Organisation,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Jour voulu ; celui du portail par défaut.',
      })
      le: string | null | undefined,
    ): string {
      return nomLe(noms, le ?? jourCourant());
    }

    @FieldResolver(() => TerritoireType, { description: 'Territoire de compétence.' })
    territoire(
      @Root() { territoire }: Organisation,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, territoire);
    }

    @FieldResolver(() => [RoleTenuType], {
      description: 'Fonctions tenues ce jour-là ; toutes, passées comprises, sans date.',
    })
    async roles(
      @Root() { id }: Organisation,
      @Ctx() { reads }: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: 'Jour voulu.' })
      le: string | null | undefined,
    ): Promise<readonly Role[]> {
      const roles = await reads.load(reader.rolesDe, id);
      return le == null
        ? roles
        : roles.filter(({ du, au }) => du <= le && (au === null || le < au));
    }

    @Mutation(() => NommerPayload, {
      nullable: true,
      description: 'Dit qui tient désormais une fonction ; le précédent reste dans l’histoire.',
    })
    @Directive('@requiresScopes(scopes: [["etat:annuaire:tenir"]])')
    async nommer(
      @Ctx() context: RequestContext,
      @Arg('input', () => NommerInput, { description: 'La fonction et qui la tient.' })
      input: NommerInput,
    ): Promise<NommerPayload> {
      requireRight(context, 'etat', 'annuaire:tenir');
      const refus = await nommer(journal, context.identite, {
        ...input,
        titulaire: input.titulaire ?? null,
      });
      await context.reads.renew();
      return { organisation: await context.reads.load(reader.parId, input.organisation), refus };
    }
  }

  return [AnnuaireResolver];
}
