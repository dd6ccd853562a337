import { expect, test } from 'vitest';
import { cheminDe, estSujet, type Sujet } from './suivi.js';

const CHEMINS: readonly [Sujet, string][] = [
  [{ genre: 'ENGAGEMENT', cle: 'E07' }, '/protocole/E07'],
  [{ genre: 'INSTANCE', cle: 'spel-596' }, '/instances/spel-596'],
  [{ genre: 'SEANCE', cle: 'spel-596:2023-12-18' }, '/seances/spel-596:2023-12-18'],
  [
    { genre: 'DECISION', cle: 'spel-596:2023-12-18b:3' },
    '/seances/spel-596:2023-12-18b#decision-3',
  ],
  [{ genre: 'FICHE', cle: 'region:fiche-12' }, '/fiches/region/fiche-12'],
  [{ genre: 'TERRITOIRE', cle: 'ARRONDISSEMENT:596' }, '/territoires/arrondissement/596'],
  [
    { genre: 'INDICATEUR', cle: 'pole-emploi:taux-de-chomage' },
    '/indicateurs/pole-emploi/taux-de-chomage',
  ],
];

test.each(CHEMINS)('%o s’ouvre en %s', (sujet, chemin) => {
  expect(estSujet(sujet)).toBe(true);
  expect(cheminDe(sujet)).toBe(chemin);
});

test.each<Sujet>([
  { genre: 'ENGAGEMENT', cle: 'E7' },
  { genre: 'SEANCE', cle: 'spel-596' },
  { genre: 'DECISION', cle: '../../etc' },
  { genre: 'FICHE', cle: 'autre:fiche' },
  { genre: 'TERRITOIRE', cle: '596' },
  { genre: 'INDICATEUR', cle: '' },
])('%o ne se suit pas', (sujet) => {
  expect(estSujet(sujet)).toBe(false);
});
