import { expect, it } from 'vitest';
import { abreger } from './abreger.js';

it('un texte qui tient n’est pas coupé', () => {
  expect(abreger('Signé.', 6)).toBe('Signé.');
});

it('un texte trop long est coupé entre deux mots, sans signe en suspens', () => {
  expect(abreger('Chaque lundi ; dix-sept bassins', 16)).toBe('Chaque lundi…');
  expect(abreger('Places redéployées vers la rénovation', 30)).toBe('Places redéployées vers la…');
});

it('un seul mot plus long que la place est coupé quand même', () => {
  expect(abreger('anticonstitutionnellement', 10)).toBe('anticonsti…');
});
