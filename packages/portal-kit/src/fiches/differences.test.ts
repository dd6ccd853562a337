import { expect, test } from 'vitest';
import { differences, type FicheComparable } from './differences.js';

const fiche: FicheComparable = {
  titre: 'Navette',
  objet: null,
  statut: 'EN_COURS',
  debut: '2023-09-01',
  fin: null,
  experimental: false,
  etapes: [{ titre: 'Tracer la ligne', echeance: '2023-10-01', faiteLe: null }],
  budget: [{ montantEuros: 12_000, source: 'Région', annee: 2023 }],
  territoires: ['Lens'],
  visibilite: 'PARTENAIRES',
};

test('deux versions qui disent la même chose n’ont pas de différence', () => {
  expect(differences(fiche, { ...fiche, objet: undefined, evaluation: null })).toEqual([]);
});

test('ne garde que ce qui change, en mots, dans l’ordre de la fiche', () => {
  const apres: FicheComparable = {
    ...fiche,
    statut: 'REALISEE',
    etapes: [{ titre: 'Tracer la ligne', echeance: '2023-10-01', faiteLe: '2023-10-03' }],
    budget: [...fiche.budget, { montantEuros: 500, source: 'EPCI' }],
    visibilite: 'PUBLIC',
  };
  const trouvees = differences(fiche, apres);
  expect(trouvees.map(({ champ }) => champ)).toEqual([
    'Où en est l’action',
    'Étapes',
    'Budget',
    'Lue par',
  ]);
  expect(trouvees[1]?.apres[0]).toMatch(/^Tracer la ligne, prévue le .*2023, faite le .*2023$/);
  expect(trouvees[2]).toMatchObject({
    avant: [expect.stringMatching(/^12.000 euros, Région, 2023$/)],
    apres: [expect.any(String), '500 euros, EPCI'],
  });
});

test('une évaluation, une issue et son motif se disent dès qu’ils viennent', () => {
  const apres: FicheComparable = {
    ...fiche,
    evaluation: { texte: 'Utile.', le: '2023-12-01' },
    issue: 'ADAPTEE',
    motifIssue: 'À reprendre.',
  };
  expect(differences(fiche, apres).map(({ champ, avant }) => [champ, avant])).toEqual([
    ['Évaluation', []],
    ['Issue', []],
    ['Motif de l’issue', []],
  ]);
});
