import { expect, test } from 'vitest';
import { readFileStoreConfig } from './file-store-config.js';

const CLES = { AWS_ACCESS_KEY_ID: 'cle', AWS_SECRET_ACCESS_KEY: 'secret' };

test('lit les trois stockages', () => {
  expect(readFileStoreConfig('base', {}).config).toEqual({ genre: 'base' });
  expect(readFileStoreConfig('dossier:/srv/fichiers', {}).config).toEqual({
    genre: 'dossier',
    chemin: '/srv/fichiers',
  });
  expect(
    readFileStoreConfig('s3://passerelle/registre/', {
      ...CLES,
      AWS_REGION: 'fr-par',
      S3_ENDPOINT: 'https://s3.exemple.fr/',
    }).config,
  ).toEqual({
    genre: 's3',
    seau: 'passerelle',
    prefixe: 'registre',
    endpoint: 'https://s3.exemple.fr',
    region: 'fr-par',
    accessKeyId: 'cle',
    secretAccessKey: 'secret',
    sessionToken: null,
  });
  expect(readFileStoreConfig('s3://passerelle', CLES).config).toMatchObject({
    prefixe: '',
    endpoint: null,
    region: 'us-east-1',
  });
});

test.each([
  ['', {}, ['REGISTRE_FICHIERS']],
  ['dossier:', {}, ['REGISTRE_FICHIERS']],
  ['s3://Seau', CLES, ['REGISTRE_FICHIERS']],
  ['s3://seau/a/../b', CLES, ['REGISTRE_FICHIERS']],
  ['s3://seau', {}, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
  ['s3://seau', { ...CLES, S3_ENDPOINT: 'ftp://serveur' }, ['S3_ENDPOINT']],
  ['s3://seau', { ...CLES, S3_ENDPOINT: 'https://a:b@serveur' }, ['S3_ENDPOINT']],
  ['s3://seau', { ...CLES, S3_ENDPOINT: 'https://serveur/chemin' }, ['S3_ENDPOINT']],
])('refuse « %s » avec %o en nommant la variable', (fichiers, env, variables) => {
  const { config, problemes } = readFileStoreConfig(fichiers, env);
  expect(config).toBeNull();
  expect(problemes.map((probleme) => probleme.split(' ')[0])).toEqual(variables);
});
