import { type FeatureDeps, liveQuery, type RequestContext } from '@passerelle/subgraph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { MOUVEMENT_SEANCE } from '../domain/mouvement-seance.js';
import type { Seance } from '../domain/seance.js';
import type { SeanceReader } from '../domain/seance.reader.js';
import { SeanceType } from './seance.types.js';

const mouvement = z.object({ seance: z.string() });

/** Who holds or follows a session sees what the others bring to it, without asking again. */
export function seanceSubscription({
  seances,
  feed,
}: {
  seances: SeanceReader;
  feed: FeatureDeps['feed'];
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
}): readonly Function[] {
  @Resolver()
  class SeanceSubscription {
    @Subscription(() => SeanceType, {
      nullable: true,
      description:
        'Une séance, ses décisions ou son relevé viennent de changer, par qui que ce soit.',
      subscribe: ({ args, context }: { args: { seance?: unknown }; context: RequestContext }) =>
        liveQuery<Seance>({
          feed,
          reads: context.reads,
          async select({ nature, charge }) {
            if (nature !== MOUVEMENT_SEANCE) return undefined;
            const lu = mouvement.safeParse(charge);
            if (!lu.success) return undefined;
            const { seance } = lu.data;
            if (typeof args.seance === 'string' && args.seance !== seance) return undefined;
            // Who may not read it is told nothing, not even that it changed.
            return (await context.reads.load(seances.parId, seance)) ?? undefined;
          },
        }),
    })
    seanceModifiee(
      @Root() seance: Seance | null,
      @Arg('seance', () => ID, { nullable: true, description: 'Ne suivre que cette séance.' })
      _seance: string | null | undefined,
    ): Seance | null {
      return seance;
    }
  }

  return [SeanceSubscription];
}
