import { describe, expect, it } from 'vitest';
import { ArgumentInvalide, readArguments, readPagesArguments } from './arguments.js';

describe('les arguments du banc', () => {
  it('sans rien : trois répétitions de deux secondes, 10 et 50 connexions, tout, sans fichier', () => {
    expect(readArguments([])).toEqual({
      json: null,
      repetitions: 3,
      dureeMs: 2_000,
      connexions: [10, 50],
      scenarios: [],
      journal: 'info',
      profils: null,
    });
  });

  it('lit chacun', () => {
    const args =
      '--json a.json --repetitions 1 --duree 300 --connexions 5 --scenarios petite,melange --journal warn --profils p';
    expect(readArguments(args.split(' '))).toEqual({
      json: 'a.json',
      repetitions: 1,
      dureeMs: 300,
      connexions: [5],
      scenarios: ['petite', 'melange'],
      journal: 'warn',
      profils: 'p',
    });
  });

  it.each([
    ['--repetitions', '0'],
    ['--repetitions', '1.5'],
    ['--duree', '-3'],
    ['--duree', '2s'],
    ['--connexions', '10,'],
    ['--duree', '600001'],
    ['--journal', 'trace'],
  ])('refuse %s %s', (name, value) => {
    expect(() => readArguments([`${name}=${value}`])).toThrow(ArgumentInvalide);
  });

  it('refuse une option inconnue en disant l’usage', () => {
    expect(() => readArguments(['--vite'])).toThrow(/Usage : npm run bench/);
  });
});

describe('les options de « pages »', () => {
  it('mesurent par défaut toute une région', () => {
    expect(readPagesArguments([])).toEqual({
      json: null,
      taille: 'region',
      requetes: 200,
      seules: [],
    });
  });

  it('se lisent', () => {
    const args = ['--json', 'p.json', '--taille=petite', '--requetes', '20', '--seules=A,B'];
    expect(readPagesArguments(args)).toEqual({
      json: 'p.json',
      taille: 'petite',
      requetes: 20,
      seules: ['A', 'B'],
    });
  });

  it.each([['--taille=moyenne'], ['--requetes=0'], ['--duree=3']])('refusent %s', (arg) => {
    expect(() => readPagesArguments([arg])).toThrow(ArgumentInvalide);
  });
});
