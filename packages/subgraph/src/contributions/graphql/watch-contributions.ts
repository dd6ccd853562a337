import { liveQuery } from '../../outbox/live-query.js';
import type { MovementFeed } from '../../outbox/movement-feed.js';
import type { RequestContext } from '../../request/request-context.js';
import { type TexteCommunReader, texteCommunError } from '../../texte-commun/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionReader } from '../domain/contribution.reader.js';
import {
  MOUVEMENT_CONTRIBUTION,
  mouvementContributionSchema,
} from '../domain/mouvement-contribution.js';

/**
 * Contributions as they change, each as this subscriber sees it.
 *
 * The house follows every act. The others are told of publications only, and only of those that
 * they may read: a draft must not show even as an event without content.
 *
 * @throws ENGAGEMENT_INCONNU
 */
export async function watchContributions(
  deps: {
    maison: Maison;
    reader: ContributionReader;
    texteCommun: TexteCommunReader;
    feed: MovementFeed;
  },
  args: { engagement?: string | null },
  { identite, reads }: RequestContext,
): Promise<AsyncIterableIterator<Contribution | null>> {
  const { maison, reader, texteCommun, feed } = deps;
  const followed = args.engagement ?? null;
  if (followed !== null && !(await reads.load(texteCommun.engagementParCode, followed))) {
    throw texteCommunError('ENGAGEMENT_INCONNU');
  }
  const isHouse = identite.partenaire === maison.partenaire;

  return liveQuery({
    feed,
    reads,
    async select({ nature, charge }) {
      if (nature !== MOUVEMENT_CONTRIBUTION) return undefined;
      const parsed = mouvementContributionSchema.safeParse(charge);
      // Written by a newer version of the service, running beside this one.
      if (!parsed.success) return undefined;
      const { engagement, version, acte } = parsed.data;
      if (followed !== null && followed !== engagement) return undefined;
      if (isHouse) return reads.load(reader.courante, engagement);
      if (acte !== 'PUBLIER') return undefined;
      return (await reads.load(reader.parCle, { engagement, version })) ?? undefined;
    },
  });
}
