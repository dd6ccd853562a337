import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from './answer.js';

const DELAI_MS = 60_000;
const QUESTION = '{ engagements { code contributionRegion { avancement } } }';
const dataShape = z.object({ engagements: z.array(z.object({ code: z.string() })).length(23) });
const readinessShape = z.object({ statut: z.string(), publication: z.number() });

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

async function readiness(): Promise<z.infer<typeof readinessShape> | null> {
  try {
    const response = await fetch(`${platform.portail}/sante/pret`);
    return readinessShape.parse(await response.json());
  } catch {
    // The gateway is starting again.
    return null;
  }
}

/** Signing in, the page, the graph: what an agent does at nine o'clock. */
async function workAsAnAgent(): Promise<void> {
  const agent = await platform.openSession('pole-emploi.conseiller');
  const answer = await ask(agent, QUESTION);
  expect(answer.errors).toBeUndefined();
  dataShape.parse(answer.data);
  const page = await fetch(platform.portail, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(200);
  const html = await page.text();
  const [, entree] = /src="(\/coquille\/\d+\/[^"]+\.js)"/.exec(html) ?? [];
  expect((await fetch(`${platform.portail}${entree}`)).status).toBe(200);
}

describe('le registre arrêté', () => {
  it('les agents travaillent, et rien n’est dit dégradé', async () => {
    const { publication } = readinessShape.parse(await readiness());
    await platform.stopPartner('registre');
    await workAsAnAgent();
    expect(await readiness()).toMatchObject({ statut: 'pret', publication });
  });

  it('une passerelle tuée repart de son disque, avec la même publication', async () => {
    const { publication } = readinessShape.parse(await readiness());
    const before = platform.pidOf('gateway');
    process.kill(before, 'SIGKILL');
    await expect.poll(() => platform.pidOf('gateway'), { timeout: DELAI_MS }).not.toBe(before);
    await expect
      .poll(readiness, { timeout: DELAI_MS })
      .toMatchObject({ statut: 'pret', publication });
    await workAsAnAgent();
  });

  it('de retour, il publie, et la passerelle suit sans autre geste', async () => {
    const { publication } = readinessShape.parse(await readiness());
    await platform.startPartner('registre');
    const response = await fetch(`${platform.registre}/v1/modules`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.jetons.region.module}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ canal: 'production', fichiers: await anotherModule() }),
    });
    expect(await response.json()).toMatchObject({ publie: true, numero: publication + 1 });
    await expect
      .poll(readiness, { timeout: DELAI_MS })
      .toMatchObject({ statut: 'pret', publication: publication + 1 });
    await workAsAnAgent();
  });
});

/** The Région's module as it is served, under the number of another version. */
async function anotherModule(): Promise<{ chemin: string; contenu: string }[]> {
  const authorization = `Bearer ${platform.jetons.region.module}`;
  const courante = await fetch(`${platform.registre}/v1/publications/courante?canal=production`, {
    headers: { authorization },
  });
  const [, charge = ''] = (await courante.text()).split('.');
  const { portail } = publicationShape.parse(
    JSON.parse(Buffer.from(charge, 'base64url').toString('utf8')),
  );
  const version = portail.modules.find(({ partenaire }) => partenaire === 'region')?.versions[0];
  const fichiers = await Promise.all(
    (version?.fichiers ?? []).map(async ({ chemin, empreinte }) => {
      const response = await fetch(`${platform.registre}/v1/fichiers/${empreinte}`, {
        headers: { authorization },
      });
      return { chemin, contenu: Buffer.from(await response.arrayBuffer()) };
    }),
  );
  return fichiers.map(({ chemin, contenu }) => ({
    chemin,
    contenu: (chemin === 'manifest.json' ? renumbered(contenu) : contenu).toString('base64'),
  }));
}

const publicationShape = z.object({
  portail: z.object({
    modules: z.array(
      z.object({
        partenaire: z.string(),
        versions: z.array(
          z.object({
            fichiers: z.array(z.object({ chemin: z.string(), empreinte: z.string() })),
          }),
        ),
      }),
    ),
  }),
});

function renumbered(manifeste: Buffer): Buffer {
  const lu = z.looseObject({}).parse(JSON.parse(manifeste.toString('utf8')));
  return Buffer.from(JSON.stringify({ ...lu, version: '99.0.0' }));
}
