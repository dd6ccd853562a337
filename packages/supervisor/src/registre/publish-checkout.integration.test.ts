import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeRegistry, type FakeRegistry } from '../../test/fake-registry.js';
import { writeMadeUpCheckout } from '../../test/made-up-checkout.js';
import { type Config, readConfig } from '../config.js';
import { publishCheckout } from './publish-checkout.js';

const RACINE = 'jeton-racine';
const TOUT = [
  'etat/schema',
  'region/schema',
  'pole-emploi/schema',
  'commun/partages',
  'commun/coquille',
  'etat/module',
  'region/module',
  'pole-emploi/module',
];

async function unRegistre(): Promise<{ registre: FakeRegistry; port: number }> {
  const registre = createFakeRegistry({ racine: RACINE, refuse: new Set() });
  await new Promise<void>((resolve, reject) => {
    registre.server.once('error', reject);
    registre.server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => stop(registre));
  const address: string | AddressInfo | null = registre.server.address();
  return { registre, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

async function stop({ server }: FakeRegistry): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** A checkout and a data folder of this test alone. */
function uneConfig(port: number): Config {
  const racine = mkdtempSync(join(tmpdir(), 'passerelle-copie-'));
  onTestFinished(() => rmSync(racine, { recursive: true, force: true }));
  writeMadeUpCheckout(racine);
  mkdirSync(join(racine, '.passerelle', 'secrets'), { recursive: true });
  return readConfig({ env: { PORT_REGISTRE: String(port) }, args: [], racine });
}

function keepPublication({ dossier }: Config): string {
  const folder = join(dossier, 'passerelle', 'production');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'publication.jws'), 'gardée');
  return join(folder, 'publication.jws');
}

test('publie tout la première fois avec le jeton de chacun, et plus rien ensuite', async () => {
  const { registre, port } = await unRegistre();
  const config = uneConfig(port);

  expect(await publishCheckout(config, RACINE)).toEqual([]);
  expect(registre.publies).toEqual(TOUT);
  expect(registre.publiesEnRecette).toEqual(TOUT);
  const jetons = join(config.dossier, 'secrets', 'jetons-registre.json');
  const before = readFileSync(jetons, 'utf8');
  expect(Object.keys(JSON.parse(before))).toEqual(['etat', 'region', 'pole-emploi', 'commun']);
  expect(statSync(jetons).mode & 0o777).toBe(0o600);
  expect(
    registre.jetons.get(
      readFileSync(join(config.dossier, 'secrets', 'passerelle.jeton'), 'utf8').trim(),
    )?.genre,
  ).toBe('passerelle');

  expect(await publishCheckout(config, RACINE)).toEqual([]);
  expect(registre.demandes).toEqual(TOUT);
  expect(readFileSync(jetons, 'utf8')).toBe(before);
});

test('ce qui a changé dans la copie est publié, et cela seulement', async () => {
  const { registre, port } = await unRegistre();
  const config = uneConfig(port);
  await publishCheckout(config, RACINE);

  writeFileSync(join(config.racine, 'frontends', 'region', 'dist', 'a.js'), 'export {};');
  writeFileSync(join(config.racine, 'services', 'etat', 'schema.graphql'), 'type Query { b: Int }');
  await publishCheckout(config, RACINE);

  expect(registre.demandes.slice(TOUT.length)).toEqual(['etat/schema', 'region/module']);
});

test('un refus est dit avec son code et son remède, et n’empêche pas de démarrer', async () => {
  const { registre, port } = await unRegistre();
  const config = uneConfig(port);
  await publishCheckout(config, RACINE);
  registre.options.refuse = new Set(['region/schema']);
  writeFileSync(
    join(config.racine, 'services', 'region', 'schema.graphql'),
    'type Query { c: Int }',
  );

  const [words, ...autres] = await publishCheckout(config, RACINE);

  expect(autres).toEqual([]);
  expect(words).toBe(
    [
      'Région : le registre refuse le schéma de cette copie (CHAMP_RETIRE) ; ce qui était publié reste en service.',
      '  CHAMP_RETIRE Instance.type : Ce champ est encore demandé. → Dépréciez-le d’abord.',
    ].join('\n'),
  );
  // Asked again at each start: what refused it may have gone.
  registre.options.refuse = new Set();
  expect(await publishCheckout(config, RACINE)).toEqual([]);
});

test('sans première publication complète, le démarrage est refusé avec la raison', async () => {
  const { registre, port } = await unRegistre();
  registre.options.refuse = new Set(['region/module']);

  await expect(publishCheckout(uneConfig(port), RACINE)).rejects.toThrow(
    /Il manque une première publication.*\nRégion : .* \(CHAMP_RETIRE\) ; rien n'est publié à sa place/,
  );
});

test('un registre neuf reçoit tout de nouveau, et ce que la passerelle gardait est oublié', async () => {
  const first = await unRegistre();
  const config = uneConfig(first.port);
  await publishCheckout(config, RACINE);
  const kept = keepPublication(config);
  const { registre, port } = await unRegistre();

  const sameElsewhere = { ...config, ports: { ...config.ports, registre: port } };
  expect(await publishCheckout(sameElsewhere, RACINE)).toEqual([]);

  expect(registre.publies).toEqual(TOUT);
  expect(existsSync(kept)).toBe(false);
});

test('un jeton révoqué est refait seul', async () => {
  const { registre, port } = await unRegistre();
  const config = uneConfig(port);
  await publishCheckout(config, RACINE);
  const path = join(config.dossier, 'secrets', 'jetons-registre.json');
  const before = JSON.parse(readFileSync(path, 'utf8'));
  registre.jetons.delete(before.region.module);

  await publishCheckout(config, RACINE);

  const after = JSON.parse(readFileSync(path, 'utf8'));
  expect(after.region.module).not.toBe(before.region.module);
  expect({ ...after, region: { ...after.region, module: before.region.module } }).toEqual(before);
  expect(registre.demandes).toEqual(TOUT);
});

test('le registre malade ou absent n’empêche pas de servir ce qui est gardé', async () => {
  const { registre, port } = await unRegistre();
  const config = uneConfig(port);
  await publishCheckout(config, RACINE);
  writeFileSync(join(config.racine, 'services', 'etat', 'schema.graphql'), 'type Query { d: Int }');
  registre.options.estMalade = true;

  await expect(publishCheckout(config, RACINE)).rejects.toThrow('(ERREUR) : Base injoignable.');
  keepPublication(config);
  expect(await publishCheckout(config, RACINE)).toEqual([
    expect.stringContaining("La passerelle sert la dernière publication qu'elle a gardée"),
  ]);

  await stop(registre);
  expect(await publishCheckout(config, RACINE)).toEqual([
    expect.stringMatching(/^Le registre ne répond pas .* relancez npm start/),
  ]);
});
