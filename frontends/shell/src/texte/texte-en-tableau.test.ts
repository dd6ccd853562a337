import { expect, test } from 'vitest';
import { originauxEnTableau, texteEnTableau } from './texte-en-tableau.js';

test('le texte d’une version garde ses échéances et ses retraits en dates', () => {
  const { lignes } = texteEnTableau({
    numero: 2,
    enVigueurLe: '2023-12-01',
    engagements: [
      {
        code: 'E23',
        libelle: 'Libellé',
        pilote: 'REGION',
        copilotes: ['ETAT'],
        echeance: null,
        retireLe: '2023-11-30',
      },
    ],
  });
  expect(lignes).toEqual([[2, 'E23', 'Libellé', null, 'Région', 'État', { jour: '2023-11-30' }]]);
});

test('les empreintes partent entières ; une maison non lue se dit et se nomme', () => {
  const original = { empreinte: 'a3f1'.repeat(16), conforme: true };
  const { lignes, remarques } = originauxEnTableau([
    {
      numero: 1,
      nature: 'Texte signé',
      enVigueurLe: '2023-06-08',
      accord: { nature: 'identiques-lus', manquants: ['pole-emploi'] },
      tenus: [
        { maison: 'etat', lue: true, original },
        { maison: 'region', lue: true, original: null },
        { maison: 'pole-emploi', lue: false, original: null },
      ],
    },
  ]);
  expect(lignes[0]).toEqual([
    1,
    'Texte signé',
    { jour: '2023-06-08' },
    original.empreinte,
    true,
    'pas encore reçue',
    null,
    'non lu',
    null,
    'comparaison incomplète',
  ]);
  expect(remarques).toEqual([expect.stringContaining('Pôle emploi n’a pas répondu')]);
});
