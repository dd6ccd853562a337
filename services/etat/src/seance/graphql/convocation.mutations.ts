import { RefusType, type RequestContext, requireRight } from '@passerelle/subgraph';
import { Arg, Ctx, Directive, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Instance, type InstanceReader, InstanceType } from '../../instance/index.js';
import type { Convocation } from '../domain/seance.actes.js';
import type { Refus } from '../domain/seance.errors.js';
import type { Seance } from '../domain/seance.js';
import type { SeanceReader } from '../domain/seance.reader.js';
import { ConvoquerDeNouveauInput, ReglerSecondeConvocationInput } from './convocation.inputs.js';
import { INPUT, SeancePayload, TENIR } from './seance.mutations.js';

@ObjectType('InstancePayload', { description: 'Réponse à un acte : l’instance telle qu’elle est.' })
class InstancePayload {
  @Field(() => InstanceType, { nullable: true, description: 'L’instance ; absente si inconnue.' })
  instance!: Instance | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: Refus | null;
}

export interface ActesDeConvocation {
  readonly seances: SeanceReader;
  readonly instances: InstanceReader;
  readonly convocation: Convocation;
}

export function convocationMutations({
  seances,
  instances,
  convocation,
}: // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
ActesDeConvocation): readonly Function[] {
  @Resolver()
  class ConvocationMutations {
    @Mutation(() => SeancePayload, {
      nullable: true,
      description: 'Convoque de nouveau, faute de quorum ; répond par la nouvelle séance.',
    })
    @Directive(TENIR)
    async convoquerDeNouveau(
      @Ctx() context: RequestContext,
      @Arg('input', () => ConvoquerDeNouveauInput, { description: INPUT })
      input: ConvoquerDeNouveauInput,
    ): Promise<{ seance: Seance | null; refus: Refus | null }> {
      requireRight(context, 'etat', 'seance:tenir');
      const { seance, refus } = await convocation.convoquer(context.identite, input);
      await context.reads.renew();
      return {
        seance: seance === null ? null : await context.reads.load(seances.parId, seance),
        refus,
      };
    }

    @Mutation(() => InstancePayload, {
      nullable: true,
      description: 'Enregistre la règle d’une instance qui vote pour une seconde convocation.',
    })
    @Directive(TENIR)
    async reglerSecondeConvocation(
      @Ctx() context: RequestContext,
      @Arg('input', () => ReglerSecondeConvocationInput, { description: INPUT })
      input: ReglerSecondeConvocationInput,
    ): Promise<{ instance: Instance | null; refus: Refus | null }> {
      requireRight(context, 'etat', 'seance:tenir');
      const { instance, refus } = await convocation.regler(context.identite, input);
      await context.reads.renew();
      return {
        instance: instance === null ? null : await context.reads.load(instances.parId, instance),
        refus,
      };
    }
  }

  return [ConvocationMutations];
}
