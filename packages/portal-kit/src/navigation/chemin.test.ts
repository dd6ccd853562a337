import { afterEach, expect, test, vi } from 'vitest';
import {
  confierLesChangementsDePage,
  modifierRecherche,
  naviguer,
  rechercheModifiee,
} from './chemin.js';

afterEach(() => vi.unstubAllGlobals());

/** A browser on this page, which notes where it goes without loading. */
function surLaPage(adresse: string): string[] {
  const visites: string[] = [];
  const noter = (_etat: unknown, _titre: string, suivante: string): void => {
    visites.push(suivante);
  };
  vi.stubGlobal('location', new URL(adresse, 'http://portail.test'));
  vi.stubGlobal('history', { state: null, pushState: noter, replaceState: noter });
  vi.stubGlobal('window', new EventTarget());
  return visites;
}

test('un filtre s’écrit dans l’adresse à côté des autres, et s’en retire', () => {
  const recherche = new URLSearchParams('secteur=btp&q=soudeur');
  expect(rechercheModifiee(recherche, { q: 'caces', annee: '2022' })).toBe(
    '?secteur=btp&q=caces&annee=2022',
  );
  expect(rechercheModifiee(recherche, { q: null, secteur: '' })).toBe('');
});

test('un changement de page se confie à la nouvelle version ; un filtre ou un refus restent sur place', () => {
  const visites = surLaPage('/formations?q=a');
  const confiees: string[] = [];
  let prend = true;
  confierLesChangementsDePage((adresse) => {
    confiees.push(adresse);
    return prend;
  });
  naviguer('/protocole#E07');
  expect([confiees, visites]).toEqual([['/protocole#E07'], []]);
  modifierRecherche({ q: 'b' });
  naviguer('/formations?q=c');
  expect(confiees).toHaveLength(1);
  expect(visites).toEqual(['/formations?q=b', '/formations?q=c']);
  prend = false;
  naviguer('/territoires');
  expect(visites.at(-1)).toBe('/territoires');
});
