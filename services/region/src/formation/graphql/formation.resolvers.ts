import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  PageArgs,
  parsePage,
  type RequestContext,
  requireTerritoire,
  Secteur,
  SiretScalar,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { parseCodeRome } from '../domain/formation.errors.js';
import type { Formation, SessionFormation } from '../domain/formation.js';
import type { FormationReader, SessionReader } from '../domain/formation.reader.js';
import { formationCursors, sessionCursors } from './formation.cursors.js';
import {
  FormationConnection,
  FormationType,
  MetierType,
  SessionFormationConnection,
  SessionFormationType,
} from './formation.types.js';

export interface FormationResolversDeps {
  readonly formations: FormationReader;
  readonly sessions: SessionReader;
  readonly territoires: TerritoireReader;
}

export function formationResolvers({
  formations,
  sessions,
  territoires,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
}: FormationResolversDeps): readonly Function[] {
  @Resolver(() => FormationType)
  class FormationResolver {
    @Query(() => FormationConnection, {
      nullable: true,
      description: 'Les formations, par intitulé.',
    })
    async formations(
      @Ctx() { reads }: RequestContext,
      @Arg('recherche', () => String, {
        nullable: true,
        description: 'Mots de l’intitulé ou de l’organisme, ou numéro exact de l’offre.',
      })
      recherche: string | null | undefined,
      @Arg('territoire', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que celles données dans ce territoire.',
      })
      territoire: CleTerritoire | null | undefined,
      @Arg('codeRome', () => ID, { nullable: true, description: 'Ne garder que ce métier.' })
      codeRome: string | null | undefined,
      @Arg('secteur', () => Secteur, { nullable: true, description: 'Ne garder que ce secteur.' })
      secteur: Secteur | null | undefined,
      @Arg('organismeSiret', () => SiretScalar, {
        nullable: true,
        description: 'Ne garder que cet organisme.',
      })
      organismeSiret: string | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Formation>> {
      const filtre = {
        recherche: recherche?.trim() || null,
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        codeRome: codeRome ? parseCodeRome(codeRome) : null,
        secteur: secteur ?? null,
        organismeSiret: organismeSiret ?? null,
      };
      const codec = formationCursors(`formations ${JSON.stringify(filtre)}`);
      const page = parsePage(asked, codec);
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      return toConnection(await formations.list(reads.sql, filtre, page), codec, ({ tri }) => tri);
    }

    @Query(() => FormationType, { nullable: true, description: 'Une formation par son numéro.' })
    formation(
      @Ctx() { reads }: RequestContext,
      @Arg('numeroOffre', () => ID, { description: 'Numéro de l’offre.' }) numeroOffre: string,
    ): Promise<Formation | null> {
      return reads.load(formations.parNumero, numeroOffre);
    }

    @FieldResolver(() => [MetierType], { description: 'Métiers préparés, le principal d’abord.' })
    metiers(@Root() { metiers }: Formation): readonly MetierType[] {
      return metiers.map((codeRome) => ({ codeRome }));
    }

    @FieldResolver(() => TerritoireType, { description: 'Commune où elle est donnée.' })
    lieu(
      @Root() { lieu }: Formation,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, lieu);
    }

    @FieldResolver(() => Int, { description: 'Places encore libres dans ses sessions ouvertes.' })
    placesRestantes(
      @Root() { numeroOffre }: Formation,
      @Ctx() { reads }: RequestContext,
    ): Promise<number> {
      return reads.load(formations.placesRestantes, numeroOffre);
    }

    @FieldResolver(() => SessionFormationConnection, {
      description: 'Sessions de la formation, par date de début.',
    })
    async sessions(
      @Root() { numeroOffre }: Formation,
      @Ctx() { reads }: RequestContext,
      @Arg('ouvertes', () => Boolean, {
        nullable: true,
        description: 'Vrai : les sessions ouvertes ; faux : les autres ; absent : toutes.',
      })
      ouvertes: boolean | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<SessionFormation>> {
      const codec = sessionCursors(`sessions ${numeroOffre} ${String(ouvertes ?? null)}`);
      const args = { ouvertes: ouvertes ?? null, page: parsePage(asked, codec) };
      const slice = await reads.load(sessions.parFormation, numeroOffre, args);
      return toConnection(slice, codec, ({ debut, numeroSession }) => [debut, numeroSession]);
    }
  }

  @Resolver(() => SessionFormationType)
  class SessionFormationResolver {
    @Query(() => SessionFormationType, {
      nullable: true,
      description: 'Une session par son numéro.',
    })
    sessionFormation(
      @Ctx() { reads }: RequestContext,
      @Arg('numeroSession', () => ID, { description: 'Numéro de la session.' })
      numeroSession: string,
    ): Promise<SessionFormation | null> {
      return reads.load(sessions.parNumero, numeroSession);
    }

    @FieldResolver(() => FormationType, { description: 'Formation dont c’est une session.' })
    formation(
      @Root() { numeroOffre }: SessionFormation,
      @Ctx() { reads }: RequestContext,
    ): Promise<Formation | null> {
      return reads.load(formations.parNumero, numeroOffre);
    }

    @FieldResolver(() => TerritoireType, { description: 'Commune où elle a lieu.' })
    lieu(
      @Root() { lieu }: SessionFormation,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, lieu);
    }
  }

  return [FormationResolver, SessionFormationResolver];
}
