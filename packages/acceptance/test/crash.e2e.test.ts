import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Answer, ask } from './answer.js';

const MODIFIER = `mutation Modifier($input: ModifierContributionRegionInput!) {
  modifierContributionRegion(input: $input) { contribution { version commentaire } refus { code } }
}`;
const HISTORIQUE = `query Historique($after: String) {
  engagement(code: "E11") { contributionRegion { commentaire version
    historique(first: 100, after: $after) { nodes { commentaire version } pageInfo { hasNextPage endCursor } }
  } }
}`;

const payloadShape = z.object({
  modifierContributionRegion: z.object({
    contribution: z.object({ version: z.number(), commentaire: z.string() }).nullable(),
    refus: z.object({ code: z.string() }).nullable(),
  }),
});
const historyShape = z.object({
  engagement: z.object({
    contributionRegion: z.object({
      commentaire: z.string().nullable(),
      version: z.number(),
      historique: z.object({
        nodes: z.array(z.object({ commentaire: z.string().nullable(), version: z.number() })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  }),
});

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

const REPAIR_MS = 60_000;

/** Writes one after another, each with its own key, until told to stop; a failed write is sent again. */
async function writeWhile(session: AgentSession, running: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  while (running()) {
    const commentaire = `écriture ${randomUUID()}`;
    const input = {
      engagement: 'E11',
      avancement: acknowledged.length % 101,
      meteo: 'SOLEIL',
      commentaire,
      cleIdempotence: randomUUID(),
    };
    const giveUpAt = Date.now() + REPAIR_MS;
    for (;;) {
      const answer = await tolerant(() => ask(session, MODIFIER, { input }));
      const payload = payloadShape.safeParse(answer?.data);
      if (payload.success && payload.data.modifierContributionRegion.contribution) {
        acknowledged.push(commentaire);
        break;
      }
      if (Date.now() > giveUpAt)
        throw new Error(`plus aucune écriture : ${JSON.stringify(answer)}`);
      await delay(100);
    }
  }
  return acknowledged;
}

/** A process that was just killed answers nothing, or a page of its neighbour: not yet an answer. */
async function tolerant(send: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await send();
  } catch {
    return null;
  }
}

async function allVersions(session: AgentSession): Promise<string[]> {
  const commentaires: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer = await ask(session, HISTORIQUE, { after });
    const { historique } = historyShape.parse(answer.data).engagement.contributionRegion;
    commentaires.push(...historique.nodes.flatMap((node) => node.commentaire ?? []));
    if (!historique.pageInfo.hasNextPage) return commentaires;
    after = historique.pageInfo.endCursor;
  }
}

describe.each(['region', 'postgres', 'gateway', 'identite', 'etat'])('kill -9 de %s', (nom) => {
  it(
    'garde chaque écriture confirmée, une seule fois',
    async () => {
      const session = await platform.openSession('region.charge-de-mission');
      let running = true;
      const writing = writeWhile(session, () => running);
      await delay(700);
      process.kill(platform.pidOf(nom), 'SIGKILL');
      await delay(2_500);
      running = false;
      const acknowledged = await writing;
      await platform.untilState('pret');

      const kept = await allVersions(session);
      expect(acknowledged.length).toBeGreaterThan(3);
      for (const commentaire of acknowledged) {
        expect(kept.filter((one) => one === commentaire)).toHaveLength(1);
      }
      expect(new Set(kept).size).toBe(kept.length);
    },
    REPAIR_MS * 2,
  );
});
