import { expect, test } from 'vitest';
import { direAvancement } from './dire-avancement.js';

const travail = { etape: 'Décisions', rangEtape: 3, nombreEtapes: 6, lus: 523 } as const;

test('dit l’étape et ce qui est lu, en cours comme arrêté en chemin', () => {
  expect(direAvancement({ ...travail, etat: 'EN_COURS' })).toBe(
    'En cours, étape 3 sur 6, décisions : 523 éléments lus.',
  );
  expect(direAvancement({ ...travail, etat: 'ECHOUE', lus: 1 })).toBe(
    'Arrêté en chemin, étape 3 sur 6, décisions : 1 élément lu.',
  );
  expect(direAvancement({ ...travail, etat: 'PRET' })).toBe('Signé : 523 éléments lus.');
});
