import { expect, test } from 'vitest';
import { direDuTexte, maisonsDe, nomDuPassage } from './libelles-du-texte.js';

test('un passage se nomme et se dit comme on le lit', () => {
  expect(nomDuPassage('E07', 'libelle')).toBe('E07, Libellé');
  expect(nomDuPassage('enjeu 2', 'libelle')).toBe('Enjeu 2, Libellé');
  expect(direDuTexte('pilote', 'pole-emploi')).toBe('Pôle emploi');
  expect(direDuTexte('echeance', '2024-06-30')).toBe('30 juin 2024');
  expect(direDuTexte('copilotes', '[]')).toBe('aucun');
  expect(direDuTexte('copilotes', '["etat","region"]')).toBe('État, Région');
});

test('les copilotes se lisent d’un avenant comme d’un original', () => {
  expect(maisonsDe('["etat"]')).toEqual(['etat']);
  expect(maisonsDe('etat, region')).toEqual(['etat', 'region']);
  expect(maisonsDe('')).toEqual([]);
});
