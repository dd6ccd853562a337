import { expect, it } from 'vitest';
import { readOverrides } from './overrides.js';

const cookie = (partenaire: string, url: string): string =>
  `import-map-override:@passerelle/module-${partenaire}=${url}`;

it('un cookie par module désigne son entrée sur le poste de l’agent', () => {
  const lus = readOverrides(
    `passerelle=abc; ${cookie('region', 'http://127.0.0.1:5174/module.js')}; ${cookie('pole-emploi', 'https%3A%2F%2Flocalhost%3A5175%2Fmodule.js')}`,
  );
  expect(lus).toEqual([
    {
      partenaire: 'region',
      url: 'http://127.0.0.1:5174/module.js',
      origin: 'http://127.0.0.1:5174',
    },
    {
      partenaire: 'pole-emploi',
      url: 'https://localhost:5175/module.js',
      origin: 'https://localhost:5175',
    },
  ]);
});

it.each([
  ['une machine d’ailleurs', cookie('region', 'https://mechant.example/module.js')],
  ['un nom qui commence comme la machine', cookie('region', 'http://127.0.0.1.mechant.example/')],
  ['un mot de passe', cookie('region', 'http://a:b@127.0.0.1/module.js')],
  ['un autre protocole', cookie('region', 'javascript:alert(1)')],
  ['du texte', cookie('region', 'module')],
  ['un paquet partagé', 'import-map-override:react=http://127.0.0.1:1/react.js'],
  ['un partenaire impossible', cookie('../etat', 'http://127.0.0.1:1/module.js')],
  ['rien', ''],
])('%s est ignoré', (_titre, texte) => {
  expect(readOverrides(texte)).toEqual([]);
});

it('sans cookie, rien ne vient du poste', () => {
  expect(readOverrides(undefined)).toEqual([]);
});
