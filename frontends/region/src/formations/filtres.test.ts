import { expect, test } from 'vitest';
import { aucunFiltre, ecrireFiltres, lireFiltres } from './filtres.js';

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  const filtres = {
    recherche: 'soudeur',
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    secteur: 'BTP',
    ouvertes: true,
    ordre: 'places',
  } as const;
  const ecrits = Object.entries(ecrireFiltres(filtres)).filter(
    (paire): paire is [string, string] => paire[1] !== null,
  );
  expect(lireFiltres(new URLSearchParams(ecrits))).toEqual(filtres);
});

test('ce qui n’a pas de sens dans une adresse n’est pas un filtre', () => {
  const filtres = lireFiltres(
    new URLSearchParams('?q=%20&secteur=astronomie&territoire=planete:1;DROP&sessions=x&ordre=x'),
  );
  expect(filtres).toEqual({
    recherche: '',
    territoire: null,
    secteur: null,
    ouvertes: false,
    ordre: 'intitule',
  });
  expect(aucunFiltre(filtres)).toBe(true);
});
