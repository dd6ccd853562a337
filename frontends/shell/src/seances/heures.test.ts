import { expect, test } from 'vitest';
import { heureDe, horaireDe, instantDe } from './heures.js';

test('une heure de Paris devient un instant, l’été comme l’hiver', () => {
  expect(instantDe('2023-12-18', '09:30')).toBe('2023-12-18T08:30:00.000Z');
  expect(instantDe('2023-06-08', '09:30')).toBe('2023-06-08T07:30:00.000Z');
  expect(instantDe('2023-06-08', '9h')).toBeNull();
  expect(instantDe('2023-06-08', '29:30')).toBeNull();
});

test('un horaire dit ce qui est connu', () => {
  const debut = '2023-12-18T08:30:00Z';
  expect(heureDe(debut)).toBe('09:30');
  expect(horaireDe(debut, '2023-12-18T10:30:00Z')).toBe('de 09:30 à 11:30');
  expect(horaireDe(debut, null)).toBe('à 09:30');
  expect(horaireDe(null, null)).toBe('');
});
