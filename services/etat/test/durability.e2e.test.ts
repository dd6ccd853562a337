import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSigningKey, loadSigningKey, signInternalToken } from '@passerelle/identity';
import { createTestDatabase, unResponsable } from '@passerelle/subgraph/testing';
import { expect, onTestFinished, test } from 'vitest';
import { startService } from './service-process.js';

/** Kills in the midst of writing, several times: one kill may fall between two transactions. */
const COUPES = 4;
const ECRIVAINS = 6;

test('tué net pendant des écritures, il garde chacune de celles qu’il a confirmées, une seule fois', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.release());
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-etat-'));
  const jwks = join(dossier, 'jetons.json');
  const { privee, publiques } = await generateSigningKey();
  writeFileSync(jwks, JSON.stringify(publiques));
  const cle = await loadSigningKey(privee);
  const agent = unResponsable('etat');
  const token = await signInternalToken(agent, { cle, audience: 'etat', ttlSeconds: 600 });

  async function start() {
    const service = startService({
      DATABASE_URL_ETAT: database.url,
      JETONS_INTERNES_JWKS: jwks,
      PORT_ETAT: '0',
    });
    const { port } = await service.waitFor('listening');
    await service.waitFor('database ready');
    return { service, origin: `http://127.0.0.1:${String(port)}` };
  }

  async function write(origin: string, cleIdempotence: string): Promise<string> {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: `mutation ($i: ModifierContributionEtatInput!) {
          modifierContributionEtat(input: $i) { contribution { id } refus { code } } }`,
        variables: {
          i: { engagement: 'E20', avancement: 7, meteo: 'SOLEIL', cleIdempotence },
        },
      }),
    });
    const { data } = (await response.json()) as {
      data: { modifierContributionEtat: { contribution: { id: string } } };
    };
    return data.modifierContributionEtat.contribution.id;
  }

  const acknowledged = new Map<string, string>();
  const unanswered = new Set<string>();
  for (let coupe = 0; coupe < COUPES; coupe += 1) {
    const { service, origin } = await start();
    const enough = acknowledged.size + 15;
    let killed = false;
    await Promise.all(
      Array.from({ length: ECRIVAINS }, async (_, ecrivain) => {
        for (let index = 0; !killed; index += 1) {
          const cleIdempotence = `coupe-${coupe}-${ecrivain}-${index}`;
          unanswered.add(cleIdempotence);
          try {
            acknowledged.set(cleIdempotence, await write(origin, cleIdempotence));
            unanswered.delete(cleIdempotence);
          } catch (error) {
            if (!killed) throw error;
            return;
          }
          // The other writers have requests under way: that is when it dies.
          if (acknowledged.size >= enough && !killed) {
            killed = true;
            service.child.kill('SIGKILL');
          }
        }
      }),
    );
    await service.ended();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(COUPES * 15);
  expect(unanswered.size).toBeGreaterThan(0);

  const { origin } = await start();
  for (const [cleIdempotence, id] of acknowledged) {
    expect(await write(origin, cleIdempotence)).toBe(id);
  }
  // What was not confirmed may be sent again: done now, or found done.
  for (const cleIdempotence of unanswered) {
    acknowledged.set(cleIdempotence, await write(origin, cleIdempotence));
  }

  await database.sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
  const rows = await database.sql<{ cle: string; n: number }>(
    `SELECT cle_idempotence AS cle, count(*)::int AS n FROM contribution_acte
     WHERE cle_idempotence IS NOT NULL GROUP BY 1`,
  );
  expect(new Set(rows.map(({ cle }) => cle))).toEqual(new Set(acknowledged.keys()));
  expect(rows.every(({ n }) => n === 1)).toBe(true);
  expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
  const [versions] = await database.sql<{ n: number; orphelines: number; annonces: number }>(
    `SELECT count(*)::int AS n,
            count(*) FILTER (WHERE NOT EXISTS (
              SELECT FROM contribution_acte a
              WHERE a.engagement = v.engagement AND a.version = v.version))::int AS orphelines,
            (SELECT count(*)::int FROM mouvement WHERE charge ->> 'engagement' = 'E20') AS annonces
     FROM contribution_version v WHERE engagement = 'E20' AND auteur_sujet = $1`,
    [agent.sujet],
  );
  expect(versions).toEqual({
    n: acknowledged.size,
    orphelines: 0,
    annonces: acknowledged.size,
  });
});
