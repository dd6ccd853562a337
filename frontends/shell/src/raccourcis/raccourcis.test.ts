import { describe, expect, it } from 'vitest';
import { attribuerLettres } from './attribuer-lettres.js';
import { lireTouche, type Touche } from './touche.js';

const entree = (libelle: string, ordre = 0) => ({
  libelle,
  chemin: `/${libelle.toLowerCase()}`,
  section: '',
  ordre,
});
const touche = (key: string, reste: Partial<Touche> = {}): Touche => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  dansUneSaisie: false,
  ...reste,
});

describe('lettres des sections', () => {
  it('prend la première lettre libre, sans accent', () => {
    const lettres = attribuerLettres(
      ['Lundi', 'Protocole', 'Territoires', 'Tensions', 'Économie'].map((l) => entree(l)),
    ).map((r) => r.lettre);
    expect(lettres).toEqual(['l', 'p', 't', 'e', 'c']);
  });

  it('ne donne jamais la même lettre deux fois et renonce plutôt que d’en voler une', () => {
    const raccourcis = attribuerLettres(['Aa', 'A', 'Ab'].map((l) => entree(l)));
    expect(raccourcis.map((r) => r.lettre)).toEqual(['a', 'b']);
  });
});

describe('touches', () => {
  it.each([
    ['/', { acte: 'chercher' }],
    ['?', { acte: 'aide' }],
    ['g', { acte: 'attendre-lettre' }],
    ['p', { acte: 'rien' }],
  ])('%s seule', (key, effet) => {
    expect(lireTouche(touche(key), false)).toEqual(effet);
  });

  it('va à une section par g puis sa lettre', () => {
    expect(lireTouche(touche('p'), true)).toEqual({ acte: 'aller', lettre: 'p' });
    expect(lireTouche(touche('P'), true)).toEqual({ acte: 'aller', lettre: 'p' });
  });

  it('laisse ses touches à qui écrit et au navigateur', () => {
    expect(lireTouche(touche('/', { dansUneSaisie: true }), false)).toEqual({ acte: 'rien' });
    expect(lireTouche(touche('p', { dansUneSaisie: true }), true)).toEqual({ acte: 'rien' });
    for (const modificateur of ['ctrlKey', 'metaKey', 'altKey'] as const) {
      expect(lireTouche(touche('g', { [modificateur]: true }), false)).toEqual({ acte: 'rien' });
    }
  });
});
