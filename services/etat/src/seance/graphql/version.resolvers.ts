import {
  type BatchRead,
  type Connection,
  createCursorCodec,
  type Page,
  PageArgs,
  parsePage,
  type RequestContext,
  type Slice,
  toConnection,
} from '@passerelle/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  type Changement,
  changementsDeDecision,
  changementsDeReleve,
  changementsDeSeance,
  changementsDOrdre,
} from '../domain/changements.js';
import type { Decision } from '../domain/decision.js';
import type { Releve, Seance } from '../domain/seance.js';
import { releveGarde, type Version } from '../domain/version.js';
import { DecisionType } from './decision.types.js';
import type { LectureSeances } from './seance.deps.js';
import { ReleveType, SeanceType } from './seance.types.js';
import { VersionDeSeanceConnection } from './version.types.js';

interface VersionLue extends Omit<Version, 'contenu' | 'avant'> {
  readonly changements: readonly Changement[];
  readonly texte: string | null;
}

/** Former versions of what is kept of a session, the newest first. */
export function versionResolvers({
  seances,
  decisions,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
LectureSeances): readonly Function[] {
  async function lire(
    { reads }: RequestContext,
    asked: PageArgs,
    quoi: string,
    id: string,
    lecture: BatchRead<string, Slice<Version>, Page>,
    comparer: (avant: unknown, apres: unknown) => readonly Changement[],
  ): Promise<Connection<VersionLue>> {
    const codec = createCursorCodec(`versions de ${quoi} ${id}`, ['number']);
    const { rows, hasNextPage } = await reads.load(lecture, id, parsePage(asked, codec));
    const lues = rows.map(({ contenu, avant, ...version }) => ({
      ...version,
      changements: comparer(avant, contenu),
      texte: texteDe(contenu),
    }));
    return toConnection({ rows: lues, hasNextPage }, codec, ({ version }) => [version]);
  }

  @Resolver(() => SeanceType)
  class SeanceVersionsResolver {
    @FieldResolver(() => VersionDeSeanceConnection, {
      nullable: true,
      description: 'Versions de la séance et de ses présences, la plus récente d’abord.',
    })
    versions(
      @Root() { id }: Seance,
      @Ctx() context: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<VersionLue>> {
      return lire(context, asked, 'séance', id, seances.versions, changementsDeSeance);
    }

    @FieldResolver(() => VersionDeSeanceConnection, {
      nullable: true,
      description: 'Versions de l’ordre du jour, la plus récente d’abord.',
    })
    versionsOrdreDuJour(
      @Root() { id }: Seance,
      @Ctx() context: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<VersionLue>> {
      return lire(context, asked, 'ordre', id, seances.versionsDOrdre, changementsDOrdre);
    }
  }

  @Resolver(() => ReleveType)
  class ReleveVersionsResolver {
    @FieldResolver(() => VersionDeSeanceConnection, {
      nullable: true,
      description: 'Versions du relevé, la plus récente d’abord.',
    })
    versions(
      @Root() { seance }: Releve,
      @Ctx() context: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<VersionLue>> {
      return lire(context, asked, 'relevé', seance, seances.versionsDeReleve, changementsDeReleve);
    }
  }

  @Resolver(() => DecisionType)
  class DecisionVersionsResolver {
    @FieldResolver(() => VersionDeSeanceConnection, {
      nullable: true,
      description: 'Versions de la décision, la plus récente d’abord.',
    })
    versions(
      @Root() { id }: Decision,
      @Ctx() context: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<VersionLue>> {
      return lire(context, asked, 'décision', id, decisions.versions, changementsDeDecision);
    }
  }

  return [SeanceVersionsResolver, ReleveVersionsResolver, DecisionVersionsResolver];
}

/** Of minutes and of decisions; a session and its agenda have none. */
function texteDe(contenu: unknown): string | null {
  const lu = releveGarde.safeParse(contenu);
  return lu.success ? lu.data.texte : null;
}
