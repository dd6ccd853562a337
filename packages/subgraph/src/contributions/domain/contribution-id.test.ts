import { expect, test } from 'vitest';
import { contributionId, parseContributionId } from './contribution-id.js';

test('dit la maison, l’engagement et la version', () => {
  const cle = { engagement: 'E07', version: 3 };
  expect(contributionId('pole-emploi', cle)).toBe('pole-emploi:E07:3');
  expect(parseContributionId('pole-emploi', 'pole-emploi:E07:3')).toEqual(cle);
});

test.each([
  'region:E07:3',
  'pole-emploi:E07:0',
  'pole-emploi:E07:03',
  'pole-emploi:E07:9999999999',
  'pole-emploi:E7:3',
  'pole-emploi:E07',
  'pole-emploi:E07:3:4',
  ' pole-emploi:E07:3',
  '',
])('« %s » n’est pas un identifiant de la maison', (id) => {
  expect(parseContributionId('pole-emploi', id)).toBeNull();
});
