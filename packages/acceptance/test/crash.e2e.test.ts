import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Answer, ask } from './answer.js';
import { waitUntil } from './support/wait-until.js';

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
let session: AgentSession;

beforeAll(async () => {
  platform = await startPlatform();
  // Opened while the identity provider, which falls too, is surely there.
  session = await platform.openSession('region.charge-de-mission');
});

afterAll(() => platform?.stop());

const REPAIR_MS = 60_000;

/** Writes one after another, each with its own key, until told to stop; a failed write is sent again. */
async function writeWhile(acknowledged: string[], running: () => boolean): Promise<void> {
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
}

/** Null between two processes. */
function pidNow(nom: string): number | null {
  try {
    return platform.pidOf(nom);
  } catch {
    return null;
  }
}

/** A process that was just killed answers nothing, or a page of its neighbour: not yet an answer. */
async function tolerant(send: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await send();
  } catch {
    return null;
  }
}

async function allVersions(): Promise<string[]> {
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
      let running = true;
      const acknowledged: string[] = [];
      const writing = writeWhile(acknowledged, () => running);
      const more = async (): Promise<void> => {
        const atLeast = acknowledged.length + 4;
        const written = waitUntil(
          () => acknowledged.length,
          (count) => count >= atLeast,
        );
        // Whichever comes first: enough writings, or why there are none.
        await Promise.race([written, writing]);
      };
      await more();
      const killed = platform.pidOf(nom);
      process.kill(killed, 'SIGKILL');
      await more();
      // Its death is seen a moment later: another process in its place, then everything again.
      await waitUntil(
        () => pidNow(nom),
        (pid) => pid !== null && pid !== killed,
      );
      await platform.untilState('pret');
      running = false;
      await writing;

      const kept = await allVersions();
      expect(acknowledged.length).toBeGreaterThanOrEqual(8);
      for (const commentaire of acknowledged) {
        expect(kept.filter((one) => one === commentaire)).toHaveLength(1);
      }
      expect(new Set(kept).size).toBe(kept.length);
    },
    REPAIR_MS * 2,
  );
});
