import { expect, test } from 'vitest';
import { parseValeurId, valeurId } from './valeur-id.js';

const cle = {
  indicateur: 'entrees-prf',
  maille: 'REGION',
  territoire: '32',
  periode: '2022',
} as const;

test('l’identifiant d’une valeur dit la maison, l’indicateur, le territoire et la période', () => {
  expect(valeurId('region', cle)).toBe('region:entrees-prf:REGION:32:2022');
  expect(parseValeurId('region', 'region:entrees-prf:REGION:32:2022')).toEqual(cle);
});

test.each([
  'etat:entrees-prf:REGION:32:2022',
  'region:entrees-prf:PLANETE:32:2022',
  'region:entrees-prf:__proto__:32:2022',
  'region:entrees-prf:REGION:32:2022-T9',
  'region:entrees-prf:REGION:32',
  '',
])('« %s » n’est pas une valeur de la Région', (id) => {
  expect(parseValeurId('region', id)).toBeNull();
});
