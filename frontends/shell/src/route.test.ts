import type { ModulePublie } from '@passerelle/portal-kit';
import { describe, expect, it } from 'vitest';
import { cheminTerritoire, resoudreRoute } from './route.js';

const region: ModulePublie = {
  nom: 'region',
  partenaire: 'region',
  revision: 13,
  version: '0.1.0',
  entree: '/modules/region/13/entree.js',
  css: [],
  routes: [{ chemin: '/formations', titre: 'Formations' }],
  navigation: [],
  emplacements: [],
};

describe('adresses du portail', () => {
  it.each([
    ['/', { page: 'accueil' }],
    ['/protocole/', { page: 'protocole' }],
    ['/protocole/e07', { page: 'engagement', code: 'E07' }],
    [
      '/territoires/arrondissement/596',
      { page: 'territoire', maille: 'ARRONDISSEMENT', code: '596' },
    ],
    ['/seances', { page: 'seances', vue: { nom: 'liste' } }],
    ['/decisions/', { page: 'seances', vue: { nom: 'decisions' } }],
    [
      '/seances/SPEL-596%3A2023-12-18',
      { page: 'seances', vue: { nom: 'seance', id: 'spel-596:2023-12-18' } },
    ],
    [
      '/seances/sper-32:2023-06-08b/dossier',
      { page: 'seances', vue: { nom: 'dossier', id: 'sper-32:2023-06-08b' } },
    ],
    ['/publications/', { page: 'publications', vue: { nom: 'etat' } }],
    ['/publications/journal', { page: 'publications', vue: { nom: 'journal' } }],
    [
      '/publications/recette/12',
      { page: 'publications', vue: { nom: 'publication', canal: 'recette', numero: 12 } },
    ],
    ['/territoires/commune/2a004', { page: 'territoire', maille: 'COMMUNE', code: '2A004' }],
  ])('%s', (chemin, route) => {
    expect(resoudreRoute(chemin, [])).toEqual(route);
  });

  it('rend au module ses pages et leurs sous-pages', () => {
    for (const chemin of ['/formations', '/formations/F-001']) {
      expect(resoudreRoute(chemin, [region])).toMatchObject({ page: 'module', module: region });
    }
    expect(resoudreRoute('/formationsx', [region])).toEqual({ page: 'inconnue' });
  });

  it('ne laisse pas un module prendre une page commune', () => {
    const glouton = { ...region, routes: [{ chemin: '/protocole', titre: 'Mien' }] };
    expect(resoudreRoute('/protocole', [glouton])).toEqual({ page: 'protocole' });
    expect(resoudreRoute('/protocole/E07', [glouton])).toEqual({ page: 'engagement', code: 'E07' });
  });

  it.each([
    '/nulle-part',
    '/seances/spel-596',
    '/seances/spel-596:2023-12-18/autre',
    '/publications/essai/12',
    '/publications/production/0',
    '/publications/production/1e3',
    '/protocole/E7',
    '/territoires/canton/1',
    '/territoires/constructor/1',
    '/__proto__',
  ])('ne connaît pas %s', (chemin) => {
    expect(resoudreRoute(chemin, [])).toEqual({ page: 'inconnue' });
  });

  it('écrit l’adresse d’une fiche comme elle la lit', () => {
    const chemin = cheminTerritoire({ code: '59606', maille: 'COMMUNE' });
    expect(resoudreRoute(chemin, [])).toEqual({
      page: 'territoire',
      maille: 'COMMUNE',
      code: '59606',
    });
  });
});
