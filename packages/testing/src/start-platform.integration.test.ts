import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { freePort } from './free-port.js';
import { launchBrowser } from './launch-browser.js';
import { type Platform, startPlatform } from './start-platform.js';

const MOI = '{ engagements { code } }';

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('la plateforme', () => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform?.stop());

  test.each([
    ['celui de la machine, ou à défaut npm', {}],
    ['celui de npm', { source: 'npm' }],
  ] as const)('connecte un agent dans un navigateur, %s', async (_titre, opts) => {
    const browser = await launchBrowser(opts);
    const page = await browser.newPage();
    await platform.signIn(page, 'region.charge-de-mission', '/protocole/E07');
    const session: unknown = await page.evaluate(() =>
      fetch('/session').then((response) => response.json()),
    );
    expect(session).toMatchObject({ authentifie: true, agent: { partenaire: 'region' } });
    expect(new URL(page.url()).pathname).toBe('/protocole/E07');
    await page.getByRole('heading', { level: 1, name: /E07/ }).waitFor();
    await browser.close();
  });

  test('connecte un agent sans navigateur', async () => {
    const session = await platform.openSession('etat.chef-de-projet');
    const { status, body } = await session.graphql(MOI);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('errors');
  });

  test('donne un jeton à l’intégrateur', async () => {
    const response = await fetch(platform.graphql, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await platform.integratorToken()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: MOI }),
    });
    expect(response.status).toBe(200);
  });

  test('parle au registre avec les jetons de chacun, et sert sans lui', async () => {
    const etat = () =>
      fetch(`${platform.registre}/v1/etat?canal=production`, {
        headers: { authorization: `Bearer ${platform.jetons.region.schema}` },
      });
    expect((await etat()).status).toBe(200);
    await platform.stopPartner('registre');
    await expect(etat()).rejects.toThrow('fetch failed');
    const session = await platform.openSession('etat.chef-de-projet');
    expect((await session.graphql(MOI)).body).not.toHaveProperty('errors');
    await platform.startPartner('registre');
    expect((await etat()).status).toBe(200);
  });

  test('arrête et redémarre un partenaire', async () => {
    const before = platform.pidOf('region');
    await platform.stopPartner('region');
    expect(isAlive(before)).toBe(false);
    await platform.untilState('degrade');
    await platform.startPartner('region');
    await platform.untilState('pret');
    expect(platform.pidOf('region')).not.toBe(before);
  });
});

describe('la plateforme de test', () => {
  test('repart de ce qu’une autre a préparé : mêmes adresses, rien de publié à nouveau', async () => {
    const publieeLe = async (platform: Platform): Promise<string> => {
      const response = await fetch(`${platform.registre}/v1/etat?canal=production`, {
        headers: { authorization: `Bearer ${platform.jetons.region.schema}` },
      });
      return z.object({ publieeLe: z.string() }).parse(await response.json()).publieeLe;
    };
    const before = await startPlatform();
    const kept = { portail: before.portail, publieeLe: await publieeLe(before) };
    await before.stop();
    const after = await startPlatform();
    try {
      expect(after.dossier).not.toBe(before.dossier);
      expect({ portail: after.portail, publieeLe: await publieeLe(after) }).toEqual(kept);
    } finally {
      await after.stop();
    }
  });

  test('s’arrête sans rien laisser', async () => {
    const platform = await startPlatform({ premierDemarrage: true });
    const noms = ['postgres', 'identite', 'registre', 'etat', 'region', 'pole-emploi', 'gateway'];
    const pids = noms.map((nom) => platform.pidOf(nom));
    expect(pids.every(isAlive)).toBe(true);
    await platform.stop();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(platform.dossier)).toBe(false);
  });

  test('qui refuse de démarrer dit pourquoi, et ne laisse rien non plus', async () => {
    const temporaire = mkdtempSync(join(tmpdir(), 'essai-'));
    vi.stubEnv('TMPDIR', temporaire);
    const port = await freePort();
    const intruder = createServer();
    await new Promise<void>((resolve) => intruder.listen(port, '127.0.0.1', resolve));
    try {
      await expect(startPlatform({ env: { PORT_REGION: String(port) } })).rejects.toThrow(
        `${port}`,
      );
    } finally {
      await new Promise((resolve) => intruder.close(resolve));
    }
    vi.unstubAllEnvs();
    expect(readdirSync(temporaire)).toEqual([]);
    rmSync(temporaire, { recursive: true });
  });
});
