import { expect, it } from 'vitest';
import { joursApres, semaineDe } from './jours.js';

it('la semaine d’un jour va de son lundi à son dimanche', () => {
  const semaine = { lundi: '2023-12-11', dimanche: '2023-12-17' };
  for (const jour of ['2023-12-11', '2023-12-15', '2023-12-17']) {
    expect(semaineDe(jour)).toEqual(semaine);
  }
  expect(joursApres('2023-12-31', 1)).toBe('2024-01-01');
});
