import { expect, test } from 'vitest';
import { saisieActuelle, signalerSaisie } from './saisies.js';

test('la plus fragile des saisies décide, jusqu’à ce que chacune soit finie', () => {
  expect(saisieActuelle()).toBe('aucune');
  const finirBrouillon = signalerSaisie('gardee');
  expect(saisieActuelle()).toBe('gardee');
  const finirEnvoi = signalerSaisie('fragile');
  const finirAutre = signalerSaisie('gardee');
  expect(saisieActuelle()).toBe('fragile');
  finirEnvoi();
  finirEnvoi();
  expect(saisieActuelle()).toBe('gardee');
  finirBrouillon();
  expect(saisieActuelle()).toBe('gardee');
  finirAutre();
  expect(saisieActuelle()).toBe('aucune');
});
