import { expect, test } from 'vitest';
import { couvertureEnTableau } from './couverture-en-tableau.js';
import { friseEnTableau } from './frise-en-tableau.js';
import { divergencesEnTableau, registreEnTableau } from './textes-en-tableau.js';

const SOURCE = { intitule: 'rapport de 2023', lien: 'https://exemple.test/rapport' };

test('une étape n’a de date que celle que sa source donne', () => {
  const etape = { id: 'e', titre: 'SPEL', texte: 'Installation.', sources: [SOURCE] };
  const { lignes } = friseEnTableau(
    [
      { ...etape, le: '2016-01-01', precision: 'ANNEE', partenaires: ['ETAT', 'REGION'] },
      { ...etape, le: '2024-01-01', precision: 'JOUR', partenaires: [] },
    ],
    '2023-12-15',
    undefined,
  );
  expect(lignes.map(([date]) => date)).toEqual(['2016', { jour: '2024-01-01' }]);
  expect(lignes.map(([, aVenir]) => aVenir)).toEqual([false, true]);
  expect(lignes[0]?.[4]).toBe('État, Région');
  expect(lignes[0]?.slice(-2)).toEqual([SOURCE.intitule, SOURCE.lien]);
});

test('le registre dit de chaque texte ce que chaque source dit de sa date', () => {
  const { lignes } = registreEnTableau(
    [
      {
        id: 'd',
        titre: 'Loi plein emploi',
        auteur: 'Parlement',
        nature: 'LOI',
        lien: null,
        dates: [
          { enonce: '18 décembre 2023', source: SOURCE },
          { enonce: '19 décembre 2023', source: { intitule: 'journal', lien: null } },
        ],
      },
    ],
    undefined,
  );
  expect(lignes[0]?.slice(1, 5)).toEqual([
    'loi',
    'Parlement',
    '18 décembre 2023 (rapport de 2023) ; 19 décembre 2023 (journal)',
    '',
  ]);
});

test('quand deux sources diffèrent, les deux énoncés sont dans le fichier', () => {
  const { lignes } = divergencesEnTableau(
    [
      {
        id: 'x',
        objet: 'Nombre de SPEL',
        traitement: 'Les deux sont montrés.',
        enonces: [
          { enonce: '26', source: SOURCE },
          { enonce: '25', source: SOURCE },
        ],
      },
    ],
    undefined,
  );
  expect(lignes.map(([, enonce]) => enonce)).toEqual(['26', '25']);
});

test('un principe sans libellé le dit ; un engagement dont rien n’est dit ne passe pas pour vide', () => {
  const engagement = { libelle: 'x', texteOfficiel: false };
  const { colonnes, lignes, remarques } = couvertureEnTableau(
    {
      principes: [
        { numero: 1, libelle: 'Premier', source: SOURCE },
        { numero: 4, libelle: null, source: null },
      ],
      chantiers: [{ numero: 1, libelle: 'Chantier', source: SOURCE }],
      engagements: [
        {
          ...engagement,
          code: 'E01',
          referencesEtat: {
            version: 1,
            demonstration: true,
            principes: [{ numero: 1 }],
            chantiers: [],
            documents: [],
          },
        },
        { ...engagement, code: 'E02', referencesEtat: null },
      ],
    },
    undefined,
  );
  expect(colonnes.slice(3, 5).map(({ titre }) => titre)).toEqual(['E01', 'E02']);
  expect(lignes.map((ligne) => ligne.slice(2, 5))).toEqual([
    ['Premier', 'oui', 'non communiqué'],
    ['libellé non fourni', null, 'non communiqué'],
    ['Chantier', null, 'non communiqué'],
  ]);
  expect(remarques).toHaveLength(1);
});
