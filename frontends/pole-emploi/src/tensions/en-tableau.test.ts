import { expect, test } from 'vitest';
import { enTableau } from './en-tableau.js';

test('une tension tient une ligne, avec son échelle, sa source et sa date', () => {
  const { colonnes, lignes } = enTableau([
    {
      id: 't1',
      annee: 2022,
      niveau: 5,
      facteurs: ['MANQUE_MAIN_OEUVRE', 'LIEN_FORMATION'],
      source: 'Enquête',
      arreteLe: '2023-06-30',
      demonstration: true,
      metier: { codeRome: 'H2913', libelle: 'Soudeur' },
      territoire: { code: '596', maille: 'ARRONDISSEMENT', nom: 'Valenciennes' },
    },
  ]);
  expect(lignes[0]).toHaveLength(colonnes.length);
  expect(Object.fromEntries(colonnes.map(({ titre }, rang) => [titre, lignes[0]?.[rang]]))).toEqual(
    {
      'Code ROME': 'H2913',
      Métier: 'Soudeur',
      Arrondissement: 'Valenciennes',
      'Code de l’arrondissement': '596',
      Année: 2022,
      'Tension (de 1 à 5)': 5,
      Tension: 'très forte',
      Facteurs: 'manque de main-d’œuvre, lien entre formation et emploi',
      Maison: 'Pôle emploi',
      Source: 'Enquête',
      'Arrêté au': { jour: '2023-06-30' },
      Démonstration: true,
    },
  );
});
