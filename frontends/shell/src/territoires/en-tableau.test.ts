import { expect, test } from 'vitest';
import { comparaisonEnTableau } from './comparaison-en-tableau.js';
import { territoiresEnTableau } from './territoires-en-tableau.js';

test('un territoire garde le zéro de son code, et dit d’où vient sa population', () => {
  const { lignes, remarques } = territoiresEnTableau([
    {
      code: '02',
      maille: 'DEPARTEMENT',
      nom: 'Aisne',
      population: null,
      nombreCommunes: 798,
      interregional: false,
      parents: [],
    },
  ]);
  expect(lignes).toEqual([['département', '02', 'Aisne', '', '', null, 798, false]]);
  expect(remarques?.[0]).toContain('INSEE');
});

test('une maison absente d’une comparaison est nommée, et rien d’elle n’est inventé', () => {
  const { lignes, remarques } = comparaisonEnTableau({ a: 'Lille', b: 'Douai' }, [
    { partenaire: 'pole-emploi', valeurs: null },
    { partenaire: 'etat', valeurs: { a: [], b: [] } },
  ]);
  expect(lignes).toEqual([]);
  expect(remarques).toEqual([
    'Deux périodes différentes ne se comparent pas.',
    expect.stringContaining('Pôle emploi n’a pas répondu'),
  ]);
});
