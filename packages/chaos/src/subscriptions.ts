import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Stage } from './stage.js';

const emittedSchema = z.object({ emis: z.number() });
const subscriptionFiguresSchema = z.object({
  ouverts: z.number(),
  /** Ended while nobody asked for it. */
  tombes: z.number(),
  recus: z.number(),
  perdus: z.number(),
  doubles: z.number(),
  erreurs: z.number(),
  raisons: z.array(z.string()),
});
export type SubscriptionFigures = z.infer<typeof subscriptionFiguresSchema> & {
  readonly emis: number;
};

/** The last events take a moment to reach a thousand screens on a busy machine. */
const ARRIVAL_DEADLINE_MS = 60_000;
const POLL_MS = 100;

/** Opens the screens and begins to tell numbered events, which count from the first that all got. */
export async function openSubscriptions(
  stage: Stage,
  o: { nombre: number; parSeconde: number },
): Promise<{ close(): Promise<SubscriptionFigures> }> {
  await stage.subscribers.ask({ quoi: 'ouvrir', nombre: o.nombre });
  const { emis: depuis } = emittedSchema.parse(
    await stage.partners.ask({ quoi: 'emettre', parSeconde: o.parSeconde }),
  );
  await stage.subscribers.ask({ quoi: 'compter', depuis });
  return {
    async close() {
      const { emis: jusqua } = emittedSchema.parse(await stage.partners.ask({ quoi: 'taire' }));
      const giveUpAt = Date.now() + ARRIVAL_DEADLINE_MS;
      for (;;) {
        const figures = subscriptionFiguresSchema.parse(
          await stage.subscribers.ask({ quoi: 'ou-en-est-on', jusqua }),
        );
        if (figures.perdus === 0 || Date.now() > giveUpAt) {
          return { ...figures, emis: jusqua - depuis };
        }
        await delay(POLL_MS);
      }
    },
  };
}
