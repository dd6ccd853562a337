import { expect, it } from 'vitest';
import { createNews } from './news.js';

it('distingue ce qui part avant et après un acte chez ce partenaire', () => {
  const news = createNews();
  const before = news.since('etat');
  news.acted('etat');
  const between = news.since('etat');
  news.acted('etat');
  expect(new Set([before, between, news.since('etat')]).size).toBe(3);
  expect(news.since('region')).toBe(before);
});

it('compte pour un l’événement que mille écrans entendent, et le suivant à part', () => {
  let now = 100;
  const news = createNews(() => now);
  news.heard('region');
  const first = news.since('region');
  now = 104;
  news.heard('region');
  expect(news.since('region')).toBe(first);
  now = 106;
  news.heard('region');
  expect(news.since('region')).not.toBe(first);
});

it('n’oublie pas un acte qui suit de près un événement', () => {
  const news = createNews(() => 100);
  news.heard('region');
  const first = news.since('region');
  news.acted('region');
  expect(news.since('region')).not.toBe(first);
});
