import { describe, expect, it } from 'vitest';
import { chercherEngagements, codeEngagement } from './chercher-engagements.js';

const engagements = [
  { code: 'E07', libelle: 'Développer l’alternance dans l’industrie' },
  { code: 'E17', libelle: 'Recruter autrement : immersions et forums' },
  { code: 'E21', libelle: 'Lever le frein de la garde d’enfants' },
];
const codes = (texte: string) => chercherEngagements(engagements, texte).map((e) => e.code);

describe('recherche des engagements', () => {
  it.each(['7', 'e7', 'E07', ' e07 '])('« %s » est l’engagement E07', (texte) => {
    expect(codes(texte)).toEqual(['E07']);
  });

  it('ignore les accents, la casse et l’ordre des mots', () => {
    expect(codes('INDUSTRIE developper')).toEqual(['E07']);
    expect(codes('garde d’enfants')).toEqual(['E21']);
  });

  it('ne propose rien pour un texte vide ou inconnu', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('xylophone')).toEqual([]);
  });

  it('ne prend pas une année pour un engagement', () => {
    expect(codeEngagement('2023')).toBeNull();
  });
});
