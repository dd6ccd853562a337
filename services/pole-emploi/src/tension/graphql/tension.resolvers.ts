import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  type CursorCodec,
  createCursorCodec,
  PageArgs,
  parsePage,
  type RequestContext,
  requireTerritoire,
  Secteur,
  type Territoire,
  type TerritoireReader,
  TerritoireType,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Metier, type MetierReader, MetierType, metierError } from '../../metier/index.js';
import { parseNiveauMin } from '../domain/tension.errors.js';
import { type Tension, triTension } from '../domain/tension.js';
import type { TensionReader } from '../domain/tension.reader.js';
import { TensionConnection, TensionType } from './tension.types.js';

const TERRITOIRE =
  'Ne garder que les arrondissements que ce territoire recoupe : le sien pour une commune.';
const ANNEE = 'Ne garder que cette année ; sinon les plus récentes d’abord.';

export interface TensionResolversDeps {
  readonly tensions: TensionReader;
  readonly metiers: MetierReader;
  readonly territoires: TerritoireReader;
}

export function tensionResolvers({
  tensions,
  metiers,
  territoires,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
}: TensionResolversDeps): readonly Function[] {
  @Resolver(() => TensionType)
  class TensionResolver {
    @Query(() => TensionConnection, {
      nullable: true,
      description: 'Les tensions : les plus récentes, puis les plus fortes d’abord.',
    })
    async tensions(
      @Ctx() { reads }: RequestContext,
      @Arg('territoire', () => CleTerritoireInput, { nullable: true, description: TERRITOIRE })
      territoire: CleTerritoire | null | undefined,
      @Arg('codeRome', () => ID, { nullable: true, description: 'Ne garder que ce métier.' })
      codeRome: string | null | undefined,
      @Arg('secteur', () => Secteur, { nullable: true, description: 'Ne garder que ce secteur.' })
      secteur: Secteur | null | undefined,
      @Arg('annee', () => Int, { nullable: true, description: ANNEE })
      annee: number | null | undefined,
      @Arg('niveauMin', () => Int, { nullable: true, description: 'Niveau minimal, de 1 à 5.' })
      niveauMin: number | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Tension>> {
      const filtre = {
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        codeRome: codeRome?.trim().toUpperCase() || null,
        secteur: secteur ?? null,
        annee: annee ?? null,
        niveauMin: parseNiveauMin(niveauMin),
      };
      const codec = tensionCursors(`tensions ${JSON.stringify(filtre)}`);
      const page = parsePage(asked, codec);
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      if (filtre.codeRome && !(await reads.load(metiers.parCode, filtre.codeRome))) {
        throw metierError('METIER_INCONNU');
      }
      return toConnection(await tensions.list(reads.sql, filtre, page), codec, triTension);
    }

    @FieldResolver(() => MetierType, { description: 'Métier observé.' })
    metier(
      @Root() { codeRome }: Tension,
      @Ctx() { reads }: RequestContext,
    ): Promise<Metier | null> {
      return reads.load(metiers.parCode, codeRome);
    }

    @FieldResolver(() => TerritoireType, { description: 'Territoire observé.' })
    territoire(
      @Root() { territoire }: Tension,
      @Ctx() { reads }: RequestContext,
    ): Promise<Territoire | null> {
      return reads.load(territoires.parCle, territoire);
    }
  }

  @Resolver(() => MetierType)
  class MetierTensionsResolver {
    @FieldResolver(() => TensionConnection, {
      description: 'Tensions du métier : les plus récentes, puis les plus fortes d’abord.',
    })
    async tensions(
      @Root() { codeRome }: Metier,
      @Ctx() { reads }: RequestContext,
      @Arg('territoire', () => CleTerritoireInput, { nullable: true, description: TERRITOIRE })
      territoire: CleTerritoire | null | undefined,
      @Arg('annee', () => Int, { nullable: true, description: ANNEE })
      annee: number | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Tension>> {
      const filtre = {
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        annee: annee ?? null,
      };
      const codec = tensionCursors(`tensions du métier ${codeRome} ${JSON.stringify(filtre)}`);
      const args = { filtre, page: parsePage(asked, codec) };
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      const slice = await reads.load(tensions.parMetier, codeRome, args);
      return toConnection(slice, codec, triTension);
    }
  }

  @Resolver(() => TerritoireType)
  class TerritoireTensionsResolver {
    @FieldResolver(() => TensionConnection, {
      nullable: true,
      description:
        'Tensions des arrondissements que ce territoire recoupe (le sien pour une commune) : les plus récentes, puis les plus fortes d’abord.',
    })
    async tensionsPoleEmploi(
      @Root() { code, maille }: Territoire,
      @Ctx() { reads }: RequestContext,
      @Arg('annee', () => Int, { nullable: true, description: ANNEE })
      annee: number | null | undefined,
      @Arg('niveauMin', () => Int, { nullable: true, description: 'Niveau minimal, de 1 à 5.' })
      niveauMin: number | null | undefined,
      @Arg('secteur', () => Secteur, { nullable: true, description: 'Ne garder que ce secteur.' })
      secteur: Secteur | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Tension>> {
      const filtre = {
        annee: annee ?? null,
        niveauMin: parseNiveauMin(niveauMin),
        secteur: secteur ?? null,
      };
      const codec = tensionCursors(`tensions de ${maille} ${code} ${JSON.stringify(filtre)}`);
      const args = { filtre, page: parsePage(asked, codec) };
      const slice = await reads.load(tensions.parTerritoire, { code, maille }, args);
      return toConnection(slice, codec, triTension);
    }
  }

  return [TensionResolver, MetierTensionsResolver, TerritoireTensionsResolver];
}

function tensionCursors(list: string): CursorCodec {
  return createCursorCodec(list, ['number', 'number', 'string']);
}
