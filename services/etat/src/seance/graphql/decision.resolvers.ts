import {
  type CleTerritoire,
  CleTerritoireInput,
  type Connection,
  createCursorCodec,
  DateScalar,
  type Engagement,
  EngagementType,
  PageArgs,
  Partenaire,
  parsePage,
  type RequestContext,
  requireTerritoire,
  TitreValidation,
  texteCommunPostgresReader,
  toConnection,
} from '@passerelle/subgraph';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Decision, estEnRetard, type Validation } from '../domain/decision.js';
import { cleDeTri, triDe } from '../domain/decision.reader.js';
import type { Seance } from '../domain/seance.js';
import { DecisionConnection, DecisionType, ValidationDecisionType } from './decision.types.js';
import type { LectureSeances } from './seance.deps.js';
import { StatutDecision } from './seance.enums.js';
import { SeanceType } from './seance.types.js';

export function decisionResolvers({
  seances,
  decisions,
  territoires,
  jour,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
LectureSeances): readonly Function[] {
  @Resolver(() => DecisionType)
  class DecisionResolver {
    @Query(() => DecisionType, { nullable: true, description: 'Une décision par son identifiant.' })
    decision(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de la décision.' }) id: string,
    ): Promise<Decision | null> {
      return reads.load(decisions.parId, id);
    }

    @Query(() => DecisionConnection, {
      nullable: true,
      description:
        'Les décisions : dans leur ordre pour une séance, les plus en retard d’abord pour un retard, sinon les plus récentes d’abord.',
    })
    async decisions(
      @Ctx() { reads }: RequestContext,
      @Arg('seance', () => ID, { nullable: true, description: 'Ne garder que cette séance.' })
      seance: string | null | undefined,
      @Arg('territoire', () => CleTerritoireInput, {
        nullable: true,
        description: 'Ne garder que celles de ce territoire et de ce qu’il contient.',
      })
      territoire: CleTerritoire | null | undefined,
      @Arg('engagement', () => ID, { nullable: true, description: 'Ne garder que cet engagement.' })
      engagement: string | null | undefined,
      @Arg('responsable', () => Partenaire, {
        nullable: true,
        description: 'Ne garder que celles dont cette maison répond.',
      })
      responsable: Partenaire | null | undefined,
      @Arg('statut', () => StatutDecision, {
        nullable: true,
        description: 'Ne garder que cet état.',
      })
      statut: StatutDecision | null | undefined,
      @Arg('enRetardLe', () => DateScalar, {
        nullable: true,
        description: 'Ne garder que celles qui sont en retard ce jour-là.',
      })
      enRetardLe: string | null | undefined,
      @Arg('attend', () => TitreValidation, {
        nullable: true,
        description: 'Ne garder que celles qui attendent cette validation.',
      })
      attend: TitreValidation | null | undefined,
      @Arg('recherche', () => String, {
        nullable: true,
        description: 'Débuts de mots du texte, sans souci d’accents ; ou identifiant exact.',
      })
      recherche: string | null | undefined,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Decision>> {
      const filtre = {
        seance: seance ?? null,
        territoire: territoire ? { code: territoire.code, maille: territoire.maille } : null,
        engagement: engagement ?? null,
        responsable: responsable ?? null,
        statut: statut ?? null,
        enRetardLe: enRetardLe ?? null,
        attend: attend ?? null,
        recherche: recherche?.trim() || null,
      };
      const tri = triDe(filtre);
      const codec = createCursorCodec(`decisions ${JSON.stringify(filtre)}`, [
        tri === 'numero' ? 'number' : 'string',
        'string',
      ]);
      const page = parsePage(asked, codec);
      if (filtre.territoire) await requireTerritoire(reads, territoires, filtre.territoire);
      const slice = await decisions.list(reads.sql, filtre, page);
      return toConnection(slice, codec, (decision) => cleDeTri(tri, decision));
    }

    @FieldResolver(() => SeanceType, { description: 'Séance où elle a été enregistrée.' })
    seance(@Root() { seance }: Decision, @Ctx() { reads }: RequestContext): Promise<Seance | null> {
      return reads.load(seances.parId, seance);
    }

    @FieldResolver(() => EngagementType, {
      nullable: true,
      description: 'Engagement du protocole qu’elle sert.',
    })
    engagement(
      @Root() { engagement }: Decision,
      @Ctx() { reads }: RequestContext,
    ): Promise<Engagement | null> {
      return engagement === null
        ? Promise.resolve(null)
        : reads.load(texteCommunPostgresReader.engagementParCode, engagement);
    }

    @FieldResolver(() => [ValidationDecisionType], {
      description:
        'Dernière validation de chaque titre, périmée si elle portait sur un autre texte.',
    })
    async validations(
      @Root() { id, empreinte: voulue }: Decision,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly (Validation & { perimee: boolean })[]> {
      return (await reads.load(decisions.validations, id)).map((validation) => ({
        ...validation,
        perimee: validation.empreinte !== voulue,
      }));
    }

    @FieldResolver(() => Boolean, {
      description: 'Vrai quand elle était due avant ce jour et n’est ni faite ni abandonnée.',
    })
    enRetard(
      @Root() decision: Decision,
      @Arg('le', () => DateScalar, {
        nullable: true,
        description: 'Jour dont on parle ; à défaut, le jour courant.',
      })
      le: string | null | undefined,
    ): boolean {
      return estEnRetard(decision, le ?? jour());
    }
  }

  @Resolver(() => EngagementType)
  class EngagementDecisionsResolver {
    @FieldResolver(() => DecisionConnection, {
      nullable: true,
      description: 'Décisions des instances qui servent cet engagement, les plus récentes d’abord.',
    })
    async decisionsEtat(
      @Root() { code }: Engagement,
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Decision>> {
      const codec = createCursorCodec(`decisions de ${code}`, ['string', 'string']);
      const slice = await reads.load(decisions.parEngagement, code, parsePage(asked, codec));
      return toConnection(slice, codec, (decision) => cleDeTri('jour', decision));
    }
  }

  return [DecisionResolver, EngagementDecisionsResolver];
}
