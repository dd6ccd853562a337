import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInternalTokenVerifier, loadSigningKey, PARTENAIRES } from '@passerelle/identity';
import { expect, onTestFinished, test } from 'vitest';
import { type Config, readConfig } from './config.js';
import { ensureSecrets } from './secrets.js';

function uneConfig(): Config {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-secrets-'));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  return readConfig({ env: { PASSERELLE_DOSSIER: dossier }, args: [], racine: '/projet' });
}

function secret(config: Config, name: string): string {
  return join(config.dossier, 'secrets', name);
}

test('les secrets sont gardés d’un démarrage à l’autre', async () => {
  const config = uneConfig();
  const names = [
    'session.cle',
    'jetons-internes.privee.json',
    'publications.privee.json',
    'registre-racine.jeton',
    'identite-cles.json',
    'actes.publiques.json',
    ...PARTENAIRES.flatMap((code) => [`actes-${code}.privee.json`, `service-${code}.secret`]),
  ];
  const first = await ensureSecrets(config);
  const before = names.map((name) => readFileSync(secret(config, name), 'utf8'));

  expect(await ensureSecrets(config)).toEqual(first);
  expect(names.map((name) => readFileSync(secret(config, name), 'utf8'))).toEqual(before);
});

test.for(['', '{', 'null', '{"keys":[]}', '{"kid":"autre","x":"x","d":"d"}'])(
  'une clé de jetons internes devenue « %s » est refaite avec sa moitié publique',
  async (content) => {
    for (const name of ['jetons-internes.privee.json', 'jetons-internes.publiques.json']) {
      const config = uneConfig();
      await ensureSecrets(config);
      writeFileSync(secret(config, name), content);

      await ensureSecrets(config);

      const read = (file: string) => JSON.parse(readFileSync(secret(config, file), 'utf8'));
      const cle = await loadSigningKey(read('jetons-internes.privee.json'));
      const publiques: { keys: { kid: string }[] } = read('jetons-internes.publiques.json');
      expect(publiques.keys.map(({ kid }) => kid)).toEqual([cle.kid]);
      expect(createInternalTokenVerifier({ jwks: () => publiques, audience: 'etat' })).toBeTypeOf(
        'function',
      );
    }
  },
);

test('des clés en cours de changement sont gardées : la publique de l’une suffit', async () => {
  const config = uneConfig();
  await ensureSecrets(config);
  const path = secret(config, 'publications.privee.json');
  const ancienne = JSON.parse(readFileSync(path, 'utf8'));
  const both = JSON.stringify({ keys: [{ ...ancienne, kid: 'nouvelle' }, ancienne] });
  writeFileSync(path, both);

  await ensureSecrets(config);

  expect(readFileSync(path, 'utf8')).toBe(both);
});

test.for(['', 'court', '{"a":1}'])('un secret devenu « %s » est refait', async (content) => {
  const config = uneConfig();
  await ensureSecrets(config);
  for (const name of ['session.cle', 'oidc-client.secret', 'integrateur.secret']) {
    writeFileSync(secret(config, name), content);
  }
  writeFileSync(secret(config, 'identite-cles.json'), content);

  const { integrateur } = await ensureSecrets(config);

  expect(integrateur.clientSecret).toMatch(/^[\w-]{43}$/);
  expect(readFileSync(secret(config, 'session.cle'), 'utf8').trim()).toMatch(/^[\w-]{43}$/);
  const cles: { keys: { d: string }[] } = JSON.parse(
    readFileSync(secret(config, 'identite-cles.json'), 'utf8'),
  );
  expect(cles.keys[0]?.d).toBeTypeOf('string');
});

test('chaque maison a sa clé d’actes et le secret de son service, connu du fournisseur', async () => {
  const config = uneConfig();
  await ensureSecrets(config);
  const read = (file: string) => JSON.parse(readFileSync(secret(config, file), 'utf8'));
  const publiques: Record<string, { keys: { kid: string }[] }> = read('actes.publiques.json');
  const clients: { client_id: string; client_secret: string; grant_types: string[] }[] =
    read('identite-clients.json');
  for (const code of PARTENAIRES) {
    const cle = await loadSigningKey(read(`actes-${code}.privee.json`));
    expect(cle.kid).toMatch(new RegExp(`^actes-${code}-`));
    expect(publiques[code]?.keys.map(({ kid }) => kid)).toEqual([cle.kid]);
    expect(clients.find(({ client_id }) => client_id === `service-${code}`)).toMatchObject({
      client_secret: readFileSync(secret(config, `service-${code}.secret`), 'utf8').trim(),
      grant_types: ['client_credentials'],
      redirect_uris: [],
    });
  }
});

test('une clé d’actes perdue est remplacée, et ce que l’ancienne a signé reste vérifiable', async () => {
  const config = uneConfig();
  await ensureSecrets(config);
  const publiques = (): Record<string, { keys: { kid: string }[] }> =>
    JSON.parse(readFileSync(secret(config, 'actes.publiques.json'), 'utf8'));
  const avant = publiques();
  writeFileSync(secret(config, 'actes-region.privee.json'), '{');

  await ensureSecrets(config);

  const apres = publiques();
  expect(apres['etat']).toEqual(avant['etat']);
  expect(apres['region']?.keys).toHaveLength(2);
  expect(apres['region']?.keys[0]).toEqual(avant['region']?.keys[0]);
});
