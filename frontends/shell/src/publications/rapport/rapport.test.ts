import type { Changement, Constat, Difference } from '@passerelle/publication';
import { describe, expect, it } from 'vitest';
import { parSens } from './changements.js';
import { parFamille, situerConstat } from './constats.js';
import { decrireDifference } from './decrire-difference.js';

const constat = (
  famille: Constat['famille'],
  gravite: Constat['gravite'],
  code: string,
): Constat => ({ code, gravite, famille, message: code, remede: '' });

const changement = (code: string): Changement => ({
  code,
  coordonnee: code,
  severite: 'RISQUE',
  message: code,
});

const difference = (avant: number | null, apres: number | null): Difference => ({
  editeur: 'region',
  quoi: 'schema',
  avant,
  apres,
  changements: [],
});

describe('constats', () => {
  it('viennent par famille, celles qui refusent d’abord', () => {
    const groupes = parFamille([
      constat('regle', 'INFORMATION', 'C'),
      constat('rupture', 'AVERTISSEMENT', 'B'),
      constat('rupture', 'REFUS', 'A'),
    ]);
    expect(groupes.map(({ famille, constats }) => [famille, constats.map((c) => c.code)])).toEqual([
      ['rupture', ['A', 'B']],
      ['regle', ['C']],
    ]);
  });

  it('disent leur place quand ils en ont une', () => {
    const simple = constat('regle', 'REFUS', 'A');
    expect(situerConstat(simple)).toBe('');
    expect(
      situerConstat({ ...simple, coordonnee: 'Instance.type', lieu: { ligne: 4, colonne: 2 } }),
    ).toBe('Instance.type, ligne 4, colonne 2');
    expect(situerConstat({ ...simple, fichier: 'module.js' })).toBe('module.js');
  });
});

describe('différences', () => {
  it('montrent ce qui est retiré avant ce qui change et ce qui s’ajoute', () => {
    const codes = [
      'CHAMP_AJOUTE',
      'CHAMP_TYPE_CHANGE',
      'TYPE_RETIRE',
      'ARGUMENT_OBLIGATOIRE_AJOUTE',
    ];
    expect(
      parSens(codes.map(changement)).map(({ sens, changements }) => [sens, changements.length]),
    ).toEqual([
      ['retire', 1],
      ['change', 1],
      ['ajoute', 2],
    ]);
  });

  it.each([
    [difference(null, 1), 'Schéma : révision 1, la première.'],
    [difference(4, 5), 'Schéma : révision 5, à la place de la 4.'],
    [difference(4, null), 'Schéma : la révision 4 n’est plus servie.'],
  ])('se disent en une phrase', (cas, phrase) => {
    expect(decrireDifference(cas)).toBe(phrase);
  });
});
