import { expect, test } from 'vitest';
import { EventCount } from './event-count.js';

const event = (version: number): string =>
  `event: next\ndata: {"data":{"contributionRegionModifiee":{"id":"a","version":${version}}}}`;

function unCompte(...versions: number[]): EventCount {
  const count = new EventCount();
  count.startAt(0);
  for (const version of versions) count.read(event(version));
  return count;
}

test('un événement sauté, ou jamais venu à la fin, est perdu', () => {
  expect(unCompte(1, 2, 4).figures(6)).toMatchObject({ received: 3, lost: 3, doubled: 0 });
});

test('un événement venu deux fois est compté en double, et pas deux fois reçu', () => {
  expect(unCompte(1, 2, 2, 1, 3).figures(3)).toMatchObject({ received: 3, lost: 0, doubled: 2 });
});

test('une fin, une erreur sont dites ; un signe de vie ne compte pas', () => {
  const count = unCompte(1);
  count.read(':');
  expect(count.figures(1)).toMatchObject({ errors: 0, why: null });
  count.read('event: next\ndata: {"errors":[{"message":"non"}]}');
  expect(count.figures(1)).toMatchObject({
    errors: 1,
    said: expect.stringContaining('non'),
    why: null,
  });
  const ended = unCompte(1);
  ended.read('event: complete\ndata:');
  expect(ended.figures(1).why).toBe('le flux a été terminé');
});

test('ce qui a précédé le début du compte n’est ni perdu ni reçu', () => {
  const count = new EventCount();
  for (const version of [3, 4]) count.read(event(version));
  count.startAt(4);
  count.read(event(5));
  expect(count.figures(5)).toMatchObject({ received: 1, lost: 0, doubled: 0 });
});
