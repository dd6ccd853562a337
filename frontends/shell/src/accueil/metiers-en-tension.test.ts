import { describe, expect, it } from 'vitest';
import { metiersEnTension } from './metiers-en-tension.js';

const tension = (libelle: string, annee: number) => ({ annee, metier: { libelle } });

describe('métiers en tension d’un territoire', () => {
  it('nomme chaque métier une fois, pour la dernière année seulement', () => {
    const tensions = [
      tension('Soudage', 2022),
      tension('Soudage', 2022),
      tension('Conduite', 2021),
      tension('Soins', 2022),
    ];
    expect(metiersEnTension(tensions)).toEqual({
      annee: 2022,
      metiers: ['Soudage', 'Soins'],
      premiere: tensions[0],
    });
  });

  it('ne nomme rien quand rien n’est observé', () => {
    expect(metiersEnTension([])).toEqual({ annee: null, metiers: [], premiere: undefined });
  });
});
