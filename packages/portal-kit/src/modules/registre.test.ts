import { expect, test } from 'vitest';
import { lireRegistreJson } from './registre.js';

const module = {
  nom: 'region',
  partenaire: 'region',
  revision: 13,
  version: '0.1.0',
  entree: '/modules/region/13/module.abc.js',
  css: [],
  routes: [{ chemin: '/formations', titre: 'Formations' }],
  navigation: [{ libelle: 'Formations', chemin: '/formations', section: '', ordre: 50 }],
  emplacements: ['engagement.contribution'],
};

test('le registre de la page donne ses modules, et de quoi elle est faite', () => {
  const page = {
    publication: { numero: 7, coquille: 3, partages: 4 },
    modules: [module],
    surcharges: [{ partenaire: 'region', url: 'http://127.0.0.1:5174/module.js' }],
    demonstration: true,
    dateDonnees: '2023-12-15',
  };
  expect(lireRegistreJson(JSON.stringify(page))).toEqual(page);
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
