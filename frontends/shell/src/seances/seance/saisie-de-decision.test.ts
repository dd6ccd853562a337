import { expect, test } from 'vitest';
import { lireSaisieDeDecision, saisieDeDecision } from './saisie-de-decision.js';

test('une décision gardée sur le poste se relit telle qu’elle a été saisie', () => {
  const saisie = {
    ...saisieDeDecision(null),
    texte: 'Ouvrir une session.',
    sujets: ['APPRENTISSAGE'] as const,
    sujetsDeduits: false,
  };
  expect(lireSaisieDeDecision(JSON.parse(JSON.stringify(saisie)))).toEqual(saisie);
});

test('ce qui n’est pas une décision gardée est ignoré, un sujet inconnu aussi', () => {
  expect(lireSaisieDeDecision(null)).toBeNull();
  expect(lireSaisieDeDecision({ texte: 'x' })).toBeNull();
  const gardee = { ...saisieDeDecision(null), sujets: ['MOBILITE', 'CUISINE'] };
  expect(lireSaisieDeDecision(gardee)?.sujets).toEqual(['MOBILITE']);
});
