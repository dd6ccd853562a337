import { expect, test } from 'vitest';
import { lireRegistreJson } from './registre.js';

const module = {
  nom: 'region',
  partenaire: 'region',
  entree: '/modules/region/module.abc.js',
  css: [],
  routes: [{ chemin: '/formations', titre: 'Formations' }],
  navigation: [{ libelle: 'Formations', chemin: '/formations', section: '', ordre: 50 }],
  emplacements: ['engagement.contribution'],
};

test('le registre de la page donne ses modules', () => {
  const registre = lireRegistreJson(
    JSON.stringify({ modules: [module], demonstration: true, dateDonnees: '2023-12-15' }),
  );
  expect(registre).toEqual({ modules: [module], demonstration: true, dateDonnees: '2023-12-15' });
});

test('un module illisible est laissé de côté ; les autres restent', () => {
  const { modules } = lireRegistreJson(
    JSON.stringify({ modules: [null, { ...module, partenaire: 'mairie' }, { nom: 'x' }, module] }),
  );
  expect(modules).toEqual([module]);
});

test('sans registre, la page s’ouvre sans module', () => {
  expect(lireRegistreJson('null').modules).toEqual([]);
});
