import type { ModulePublie } from '@passerelle/portal-kit';
import { describe, expect, it } from 'vitest';
import { entreesDeNavigation, estCourante, parSection } from './entrees-de-navigation.js';

const module = (libelle: string, section: string, ordre: number): ModulePublie => ({
  nom: libelle,
  partenaire: 'region',
  revision: 1,
  version: '0.1.0',
  entree: '/m.js',
  css: [],
  routes: [],
  navigation: [{ libelle, chemin: `/${libelle.toLowerCase()}`, section, ordre }],
  emplacements: [],
});

describe('menu du portail', () => {
  it('mêle les entrées de la coquille et des modules selon leur ordre', () => {
    const libelles = entreesDeNavigation(
      [module('Zinc', '', 30), module('Cuivre', '', 30)],
      [],
    ).map((e) => e.libelle);
    expect(libelles).toEqual([
      'Lundi',
      'Protocole',
      'Fiches action',
      'Séances',
      'Décisions',
      'Cuivre',
      'Zinc',
      'Territoires',
      'Indicateurs',
      'Aide',
    ]);
  });

  it('ne montre les publications qu’aux administrateurs', () => {
    const libelles = (roles: string[]) => entreesDeNavigation([], roles).map((e) => e.libelle);
    expect(libelles(['administrateur'])).toContain('Publications');
    expect(libelles(['charge-de-mission'])).not.toContain('Publications');
  });

  it('range les entrées sous leur section, dans l’ordre', () => {
    const sections = parSection(entreesDeNavigation([module('Suivi', 'Mes suivis', 93)], []));
    expect(sections.map((s) => [s.section, s.entrees.length])).toEqual([
      ['', 8],
      ['Mes suivis', 1],
    ]);
  });

  it('garde allumée l’entrée d’où vient la page', () => {
    const [lundi, protocole] = entreesDeNavigation([], []);
    if (!lundi || !protocole) throw new Error('le menu de la coquille est vide');
    expect(estCourante(protocole, '/protocole/E07')).toBe(true);
    expect(estCourante(protocole, '/protocoles')).toBe(false);
    expect(estCourante(lundi, '/')).toBe(true);
    expect(estCourante(lundi, '/protocole')).toBe(false);
  });
});
