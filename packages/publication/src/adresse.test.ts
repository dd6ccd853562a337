import { expect, test } from 'vitest';
import { adresseRefusee } from './adresse.js';

const codeOf = (adresse: string, hotes: string[], production = true): string | null =>
  adresseRefusee(adresse, { hotes, production })?.code ?? null;

test('un partenaire sert à ses hôtes, et seulement là', () => {
  const hotes = ['graphe.region.example', '*.hdf.example', 'api.example:8443'];
  expect(codeOf('https://graphe.region.example/graphql', hotes)).toBeNull();
  expect(codeOf('https://a.b.hdf.example/graphql', hotes)).toBeNull();
  expect(codeOf('https://api.example:8443/graphql', hotes)).toBeNull();
  for (const adresse of [
    'https://region.example/graphql',
    'https://hdf.example/',
    'https://xhdf.example/',
    'https://api.example/graphql',
    'https://graphe.region.example.evil.example/',
    'https://evil.example/?graphe.region.example',
  ]) {
    expect([adresse, codeOf(adresse, hotes)]).toEqual([adresse, 'ADRESSE_HORS_DES_HOTES']);
  }
});

test('en production, ni la machine elle-même ni les métadonnées de l’hébergeur, même permises', () => {
  for (const hote of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[fe80::1]',
    '0.0.0.0',
    '169.254.169.254',
    '168.63.129.16',
    '100.100.100.200',
    '[fd00:ec2::254]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[::ffff:0:127.0.0.1]',
    'localhost',
    'api.localhost',
    'metadata.google.internal',
  ]) {
    expect([hote, codeOf(`https://${hote}/graphql`, [hote, '*'])]).toEqual([
      hote,
      'ADRESSE_INTERDITE',
    ]);
  }
  expect(codeOf('http://127.0.0.1:4102/graphql', ['127.0.0.1'], false)).toBeNull();
  for (const hote of ['192.0.43.8', '10.0.0.5', '[64:ff9b::192.0.43.8]', '[2002:c000:2b08::]']) {
    const { hostname } = new URL(`https://${hote}/`);
    expect([hote, codeOf(`https://${hote}/graphql`, [hostname])]).toEqual([hote, null]);
  }
});

test('un texte qui n’est pas une adresse, un mot de passe, http en production sont refusés', () => {
  expect(codeOf('region', ['region'])).toBe('ADRESSE_ILLISIBLE');
  expect(codeOf('file:///etc/passwd', ['*'])).toBe('ADRESSE_ILLISIBLE');
  expect(codeOf('https://a:b@region.example/', ['region.example'])).toBe('ADRESSE_ILLISIBLE');
  expect(codeOf('http://region.example/', ['region.example'])).toBe('ADRESSE_SANS_TLS');
});
