import { DateScalar, type RequestContext } from '@passerelle/subgraph';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  type Copilote,
  existeLe,
  type Instance,
  type Membre,
  RegleDeDecision,
  regleDe,
} from '../domain/instance.js';
import type { InstanceResolversDeps } from './instance.resolvers.js';
import { CopiloteType, InstanceType, MembreInstanceType, TypeInstance } from './instance.types.js';

const LE = 'Jour dont on parle ; à défaut, le jour courant.';
type Le = string | null | undefined;

/** What a body is on a given day, itself or the one that it follows or that follows it. */
export function instanceDateeResolvers({
  reader,
  jour,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
InstanceResolversDeps): readonly Function[] {
  async function auJour(instance: Instance, le: Le, { reads }: RequestContext): Promise<Instance> {
    const voulu = le ?? jour();
    if (existeLe(instance, voulu)) return instance;
    return (await reads.load(reader.auJour, instance.id, { le: voulu })) ?? instance;
  }

  async function membresDe(
    instance: Instance,
    le: Le,
    context: RequestContext,
  ): Promise<readonly Membre[]> {
    const { id } = await auJour(instance, le, context);
    return context.reads.load(reader.membres, id, { le: le ?? jour() });
  }

  @Resolver(() => InstanceType)
  class InstanceDateeResolver {
    @FieldResolver(() => InstanceType, {
      nullable: true,
      description:
        'L’instance qui tient ce rôle ce jour-là : elle-même, celle qu’elle remplace ou celle qui lui succède ; absente avant la première.',
    })
    async auJour(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<Instance | null> {
      const trouvee = await auJour(instance, le, context);
      return existeLe(trouvee, le ?? jour()) ? trouvee : null;
    }

    @FieldResolver(() => String, { description: 'Nom que porte ce jour-là l’instance de ce rôle.' })
    async nomLe(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<string> {
      return (await auJour(instance, le, context)).nom;
    }

    @FieldResolver(() => TypeInstance, {
      description: 'Nature de l’instance de ce rôle ce jour-là.',
    })
    async typeLe(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<TypeInstance> {
      return (await auJour(instance, le, context)).type;
    }

    @FieldResolver(() => RegleDeDecision, { description: 'Comment elle décide ce jour-là.' })
    async regle(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<RegleDeDecision> {
      return regleDe((await auJour(instance, le, context)).type);
    }

    @FieldResolver(() => [CopiloteType], { description: 'Copilotes de ce jour-là, par fonction.' })
    async copilotesLe(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<readonly Copilote[]> {
      return (await membresDe(instance, le, context)).filter(({ copilote }) => copilote);
    }

    @FieldResolver(() => [MembreInstanceType], {
      description: 'Sièges de ce jour-là, les copilotes d’abord.',
    })
    membresLe(
      @Root() instance: Instance,
      @Ctx() context: RequestContext,
      @Arg('le', () => DateScalar, { nullable: true, description: LE }) le: Le,
    ): Promise<readonly Membre[]> {
      return membresDe(instance, le, context);
    }

    @FieldResolver(() => InstanceType, {
      nullable: true,
      description: 'Instance qui lui succède ; absente tant qu’aucune ne le fait.',
    })
    successeur(
      @Root() { id }: Instance,
      @Ctx() { reads }: RequestContext,
    ): Promise<Instance | null> {
      return reads.load(reader.successeur, id);
    }

    @FieldResolver(() => InstanceType, {
      nullable: true,
      description: 'Instance qu’elle remplace.',
    })
    predecesseur(
      @Root() { predecesseur }: Instance,
      @Ctx() { reads }: RequestContext,
    ): Promise<Instance | null> {
      return predecesseur === null ? Promise.resolve(null) : reads.load(reader.parId, predecesseur);
    }
  }

  return [InstanceDateeResolver];
}
