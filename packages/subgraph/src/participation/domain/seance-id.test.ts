import { expect, test } from 'vitest';
import { parseDecisionId, parseSeanceId } from './seance-id.js';

test('une séance dit son instance, son jour et son territoire', () => {
  expect(parseSeanceId('spel-596:2023-12-18')).toEqual({
    seance: 'spel-596:2023-12-18',
    instance: 'spel-596',
    jour: '2023-12-18',
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
  });
  expect(parseSeanceId('sper-32:2023-06-08b')?.territoire).toEqual({
    code: '32',
    maille: 'REGION',
  });
  expect(parseSeanceId('cde-2A:2025-01-15')?.territoire.maille).toBe('DEPARTEMENT');
});

test('une décision dit sa séance', () => {
  expect(parseDecisionId('spel-596:2023-12-18:3')).toMatchObject({
    decision: 'spel-596:2023-12-18:3',
    seance: 'spel-596:2023-12-18',
  });
});

test.each([
  '',
  'essai',
  'spel-596',
  'spel-596:2023-02-30',
  'spel-596:2023-12-18:3',
  'spel-596:2023-12-18a',
  'crefop-32:2023-12-18',
  'constructor-32:2023-12-18',
  'spel-596:2023-12-18\n',
])('« %s » n’est pas une séance', (id) => {
  expect(parseSeanceId(id)).toBeNull();
});

test.each(['spel-596:2023-12-18', 'spel-596:2023-12-18:0', 'spel-596:2023-12-18:3:1', 'x:1'])(
  '« %s » n’est pas une décision',
  (id) => {
    expect(parseDecisionId(id)).toBeNull();
  },
);
