import { expect, test } from 'vitest';
import { enTableau, type FormationEnTableau } from './en-tableau.js';

const FORMATION: FormationEnTableau = {
  numeroOffre: 'OF-1',
  intitule: 'Soudage',
  secteur: 'INDUSTRIE',
  metiers: [{ codeRome: 'H2913' }, { codeRome: 'H2914' }],
  organisme: 'Organisme d’exemple',
  certifiante: true,
  lieu: { code: '59606', maille: 'COMMUNE', nom: 'Valenciennes' },
  placesRestantes: 12,
  sessions: {
    nodes: [
      {
        numeroSession: 'S1',
        debut: '2024-01-08',
        fin: '2024-03-29',
        places: 15,
        placesRestantes: 12,
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
  demonstration: true,
};
const NOMS = { parCode: new Map([['H2913', 'Soudeur']]), entiers: true };

function cellules(noms = NOMS): Record<string, unknown> {
  const { colonnes, lignes } = enTableau([FORMATION], noms);
  expect(lignes[0]).toHaveLength(colonnes.length);
  return Object.fromEntries(colonnes.map(({ titre }, rang) => [titre, lignes[0]?.[rang]]));
}

test('une formation tient une ligne : ses dates sont des dates, ses places des nombres', () => {
  expect(cellules()).toMatchObject({
    Formation: 'Soudage',
    Secteur: 'Industrie',
    'Places restantes (places)': 12,
    'Prochaine session : début': { jour: '2024-01-08' },
    'Prochaine session : places restantes': 12,
    'Session suivante : début': null,
    Maison: 'Région',
    Démonstration: true,
  });
});

test('un métier sans nom garde son code, et le fichier dit qui n’a pas répondu', () => {
  expect(cellules()).toMatchObject({ 'Métiers (codes ROME)': 'H2913, H2914', Métiers: 'Soudeur' });
  expect(enTableau([FORMATION], NOMS).remarques).toEqual([]);
  const [remarque] = enTableau([FORMATION], { parCode: new Map(), entiers: false }).remarques ?? [];
  expect(remarque).toContain('viennent de Pôle emploi, qui n’a pas tout répondu');
});
