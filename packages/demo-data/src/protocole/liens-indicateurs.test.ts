import { expect, test } from 'vitest';
import { LIENS_INDICATEURS, protocoleDemonstration } from '../index.js';

test('chaque engagement a au moins un indicateur, et aucun lien ne mène hors du protocole', () => {
  const codes = protocoleDemonstration().engagements.map(({ code }) => code);
  expect([...new Set(LIENS_INDICATEURS.map(({ engagement }) => engagement))].sort()).toEqual(codes);
  const cles = LIENS_INDICATEURS.map((lien) => JSON.stringify(lien));
  expect(new Set(cles).size).toBe(cles.length);
});
