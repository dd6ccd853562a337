import { expect, test } from 'vitest';
import { derniereAnnee, ecrireFiltres, lireFiltres } from './filtres.js';
import { libelleNiveau, NIVEAUX } from './libelles.js';

const ecrire = (filtres: Parameters<typeof ecrireFiltres>[0]): URLSearchParams =>
  new URLSearchParams(
    Object.entries(ecrireFiltres(filtres, 2022)).filter(
      (paire): paire is [string, string] => paire[1] !== null,
    ),
  );

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  for (const annee of [null, 2021, 2022]) {
    const filtres = {
      territoire: { code: '596', maille: 'ARRONDISSEMENT' },
      secteur: 'SANTE',
      annee,
      niveauMin: 4,
    } as const;
    expect(lireFiltres(ecrire(filtres), 2022)).toEqual(filtres);
  }
});

test('sans année dans l’adresse, la dernière observée est montrée', () => {
  expect(lireFiltres(new URLSearchParams(''), 2022).annee).toBe(2022);
  expect(derniereAnnee('2023-12-15', new Date('2026-01-01T00:00:00Z'))).toBe(2022);
  expect(derniereAnnee(null, new Date('2026-06-01T00:00:00Z'))).toBe(2025);
});

test('un niveau ou un secteur inconnu n’est pas un filtre', () => {
  const filtres = lireFiltres(new URLSearchParams('niveau=9&secteur=or&annee=deux'), 2022);
  expect(filtres).toEqual({ territoire: null, secteur: null, annee: 2022, niveauMin: null });
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
