import { expect, test } from 'vitest';
import { derniereAnnee, ecrireFiltres, lireFiltres, territoireDeDepart } from './filtres.js';
import { libelleNiveau, NIVEAUX } from './libelles.js';

const VALENCIENNES = { code: '596', maille: 'ARRONDISSEMENT' } as const;
const LILLE = { code: '595', maille: 'ARRONDISSEMENT' } as const;
const SANS_TERRITOIRE = { territoire: null, annee: 2022 };
const CHEZ_SOI = { territoire: VALENCIENNES, annee: 2022 };

const ecrire = (...args: Parameters<typeof ecrireFiltres>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(ecrireFiltres(...args)).filter(
      (paire): paire is [string, string] => paire[1] !== null,
    ),
  );

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  for (const parDefaut of [SANS_TERRITOIRE, CHEZ_SOI]) {
    for (const annee of [null, 2021, 2022]) {
      for (const territoire of [null, VALENCIENNES, LILLE]) {
        for (const ordre of ['tension', 'metier'] as const) {
          const filtres = { territoire, secteur: 'SANTE', annee, niveauMin: 4, ordre } as const;
          expect(lireFiltres(ecrire(filtres, parDefaut), parDefaut)).toEqual(filtres);
        }
      }
    }
  }
});

test('sans territoire dans l’adresse, l’agent voit d’abord son arrondissement', () => {
  const vide = new URLSearchParams('');
  expect(lireFiltres(vide, CHEZ_SOI).territoire).toEqual(VALENCIENNES);
  expect(lireFiltres(vide, SANS_TERRITOIRE).territoire).toBeNull();
  expect(lireFiltres(new URLSearchParams('territoire=tous'), CHEZ_SOI).territoire).toBeNull();
});

test('seul un arrondissement est un point de départ : la tension y est observée', () => {
  expect(territoireDeDepart(VALENCIENNES)).toEqual(VALENCIENNES);
  expect(territoireDeDepart({ code: '32', maille: 'REGION' })).toBeNull();
  expect(territoireDeDepart(null)).toBeNull();
});

test('sans année dans l’adresse, la dernière observée est montrée', () => {
  expect(lireFiltres(new URLSearchParams(''), SANS_TERRITOIRE).annee).toBe(2022);
  const present = '2023-12-15';
  expect(derniereAnnee({ le: present, present })).toBe(2022);
  expect(derniereAnnee({ le: '2022-05-01', present })).toBe(2021);
  expect(derniereAnnee({ le: '2025-05-01', present })).toBe(2022);
});

test('un niveau, un secteur ou un ordre inconnu n’est pas un filtre', () => {
  const filtres = lireFiltres(
    new URLSearchParams('niveau=9&secteur=or&annee=deux&ordre=hasard'),
    SANS_TERRITOIRE,
  );
  expect(filtres).toEqual({
    territoire: null,
    secteur: null,
    annee: 2022,
    niveauMin: null,
    ordre: 'tension',
  });
});

test('chaque niveau de l’échelle a son mot', () => {
  expect(NIVEAUX.map(libelleNiveau)).toEqual([
    'faible',
    'plutôt faible',
    'moyenne',
    'forte',
    'très forte',
  ]);
});
