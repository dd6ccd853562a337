import type { LookupAddress } from 'node:dns';
import { empreinteDuSchema } from '@passerelle/publication';
import { afterEach, describe, expect, test } from 'vitest';
import { probe } from './probe.js';
import { quiSert, type Service, unService } from './un-service.suite.js';

const EMPREINTE = empreinteDuSchema('type Query { a: Int }');
const CONFORME = { partenaire: 'region', empreinte: EMPREINTE };
const LOCAL: LookupAddress = { address: '127.0.0.1', family: 4 };

const started: Service[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((service) => service.stop()));
});

async function start(answer: Parameters<typeof unService>[0]): Promise<Service> {
  const service = await unService(answer);
  started.push(service);
  return service;
}

const ask = (origin: string, options: Partial<Parameters<typeof probe>[1]> = {}) =>
  probe(
    { partenaire: 'region', url: `${origin}/graphql`, empreinte: EMPREINTE },
    { production: false, hotes: ['127.0.0.1'], ...options },
  );

describe('le service à l’adresse publiée', () => {
  test('sert ce schéma : rien à redire', async () => {
    const { origin, requests } = await start(quiSert(() => CONFORME));
    expect(await ask(origin)).toMatchObject({ statut: 'CONFORME', constat: null });
    expect(requests).toHaveLength(1);
  });

  test('sert un autre schéma, ou est celui d’un autre : SCHEMA_NON_SERVI, avec l’issue', async () => {
    for (const dit of [
      { ...CONFORME, empreinte: empreinteDuSchema('type Query { b: Int }') },
      { ...CONFORME, partenaire: 'etat' },
    ]) {
      const { origin } = await start(quiSert(() => dit));
      const { statut, constat } = await ask(origin);
      expect({ statut, constat }).toMatchObject({
        statut: 'DERIVE',
        constat: { code: 'SCHEMA_NON_SERVI', gravite: 'REFUS', famille: 'service' },
      });
      expect(constat?.remede).not.toBe('');
    }
  });

  test.each<[string, Parameters<typeof unService>[0]]>([
    ['une adresse inconnue', (_request, response) => response.writeHead(404).end('{}')],
    ['une panne', (_request, response) => response.writeHead(500).end('secret de la maison')],
    ['autre chose que du JSON', (_request, response) => response.end('<p>secret de la maison</p>')],
    ['un autre JSON', (_request, response) => response.end('{"empreinte":"secret de la maison"}')],
    ['un corps coupé', (_request, response) => response.write('{', () => response.destroy())],
    ['rien, en raccrochant', (_request, response) => response.destroy()],
    ['rien, sans raccrocher', () => undefined],
    ['un corps sans fin, au compte-gouttes', (_request, response) => response.write('{')],
    [
      'un corps démesuré',
      (_request, response) =>
        response.end(JSON.stringify({ ...CONFORME, vide: ' '.repeat(50_000) })),
    ],
    [
      'un corps démesuré sans taille annoncée',
      (_request, response) => {
        for (let part = 0; part < 50; part += 1) response.write(' '.repeat(1000));
        response.end(JSON.stringify(CONFORME));
      },
    ],
  ])(
    'répond %s : SERVICE_INJOIGNABLE, et rien de ce qu’il dit n’est répété',
    async (_titre, answer) => {
      const { origin } = await start(answer);
      const sonde = await ask(origin, { deadlineMs: 1000 });
      expect(sonde).toMatchObject({
        statut: 'INJOIGNABLE',
        constat: { code: 'SERVICE_INJOIGNABLE', gravite: 'REFUS', famille: 'service' },
      });
      expect(JSON.stringify(sonde)).not.toContain('secret de la maison');
    },
  );

  test('envoie ailleurs : la redirection n’est pas suivie', async () => {
    const ailleurs = await start(quiSert(() => CONFORME));
    const { origin } = await start((_request, response) =>
      response.writeHead(302, { location: `${ailleurs.origin}/sante/schema` }).end(),
    );
    expect(await ask(origin)).toMatchObject({ constat: { code: 'SERVICE_INJOIGNABLE' } });
    expect(ailleurs.requests).toEqual([]);
  });

  test('n’est pas là', async () => {
    const { origin, stop } = await unService(() => undefined);
    await stop();
    const { message } = await ask(origin);
    expect(message).toContain('refuse la connexion');
    const absent = await ask('http://absent.exemple', {
      hotes: ['absent.exemple'],
      resolve: (_nom, done) => done(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []),
    });
    expect(absent.message).toContain('ne se résout pas');
  });
});

describe('une adresse où le registre ne doit pas aller', () => {
  test('hors des hôtes du partenaire : personne n’est appelé', async () => {
    const { origin, requests } = await start(quiSert(() => CONFORME));
    expect(await ask(origin, { hotes: ['region.exemple'] })).toMatchObject({
      statut: 'INJOIGNABLE',
      constat: { code: 'ADRESSE_INTERDITE', famille: 'service' },
    });
    expect(requests).toEqual([]);
  });

  test.each([
    [[LOCAL]],
    [[{ address: '192.0.43.8', family: 4 }, LOCAL]],
    [[{ address: '::1', family: 6 }]],
    [[{ address: '::ffff:127.0.0.1', family: 6 }]],
    [[{ address: '169.254.169.254', family: 4 }]],
    [[{ address: 'fe80::1', family: 6 }]],
  ])('en production, un nom permis qui se résout en %o', async (addresses) => {
    const { port, requests } = await start(quiSert(() => CONFORME));
    const sonde = await ask(`https://piege.exemple:${port}`, {
      production: true,
      hotes: ['piege.exemple'],
      resolve: (_nom, done) => done(null, addresses),
    });
    expect(sonde).toMatchObject({ constat: { code: 'ADRESSE_INTERDITE' } });
    expect(requests).toEqual([]);
  });

  test('un nom est résolu une fois : l’adresse jugée est celle où l’on va', async () => {
    const { port, requests } = await start(quiSert(() => CONFORME));
    const answers = [[LOCAL], [{ address: '127.0.0.2', family: 4 }]];
    let asked = 0;
    const sonde = await ask(`http://region.exemple:${port}`, {
      hotes: ['region.exemple'],
      resolve: (_nom, done) => {
        asked += 1;
        done(null, answers[asked - 1] ?? []);
      },
    });
    expect([sonde.statut, asked]).toEqual(['CONFORME', 1]);
    expect(requests).toEqual([`region.exemple:${port}`]);
  });
});
