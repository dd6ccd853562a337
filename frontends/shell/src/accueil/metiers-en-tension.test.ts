import { describe, expect, it } from 'vitest';
import { metiersEnTension } from './metiers-en-tension.js';

const tension = (libelle: string) => ({ metier: { codeRome: libelle, libelle } });

describe('métiers en tension d’un territoire', () => {
  it('nomme chaque métier une fois, le plus répandu d’abord, avec son nombre d’arrondissements', () => {
    expect(
      metiersEnTension(['Usinage', 'Soudage', 'Électricité', 'Soudage'].map(tension)).map(
        ({ libelle, arrondissements }) => [libelle, arrondissements],
      ),
    ).toEqual([
      ['Soudage', 2],
      ['Électricité', 1],
      ['Usinage', 1],
    ]);
  });

  it('ne nomme rien quand rien n’est observé', () => {
    expect(metiersEnTension([])).toEqual([]);
  });
});
