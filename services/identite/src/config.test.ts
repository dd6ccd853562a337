import { expect, test } from 'vitest';
import { ConfigurationRefusee, readConfig } from './config.js';

function problemesDe(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env, '/nulle/part');
    return [];
  } catch (error) {
    if (error instanceof ConfigurationRefusee) return error.problemes;
    throw error;
  }
}

test('nomme chaque fichier absent et sa variable', () => {
  expect(problemesDe({})).toEqual([
    expect.stringMatching(/^IDENTITE_COMPTES : .*\/nulle\/part\/secrets\/identite-comptes\.json/),
    expect.stringMatching(/^IDENTITE_CLIENTS : .*identite-clients\.json/),
    expect.stringMatching(/^IDENTITE_CLES : .*identite-cles\.json/),
  ]);
});

test.each(['0', '65536', 'x', '-1', '4010.5', ''])('refuse le port « %s »', (port) => {
  expect(problemesDe({ PORT_IDENTITE: port })[0]).toContain('PORT_IDENTITE');
});

test('refuse un émetteur qui n’est pas une adresse', () => {
  expect(problemesDe({ OIDC_EMETTEUR: 'passerelle' })[0]).toContain('OIDC_EMETTEUR');
});
