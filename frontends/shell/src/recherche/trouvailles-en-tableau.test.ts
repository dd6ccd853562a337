import { expect, test } from 'vitest';
import type { Trouvaille } from './groupes.js';
import { trouvaillesEnTableau } from './trouvailles-en-tableau.js';

const trouvee = (titre: string): Trouvaille => ({
  genre: 'DECISION',
  titre,
  sousTitre: null,
  chemin: '/seances/s1#decision-1',
  partenaire: 'etat',
});
const origine = 'https://portail.test';

test('chaque résultat garde sa nature, la maison qui répond et une adresse qui l’ouvre', () => {
  const { lignes, remarques } = trouvaillesEnTableau(
    [{ titre: 'Décisions', trouvailles: [trouvee('Navette')] }],
    { note: null, parGenre: 20, origine },
  );
  expect(lignes).toEqual([
    ['Décisions', 'Navette', '', 'État', 'https://portail.test/seances/s1#decision-1'],
  ]);
  expect(remarques).toEqual([]);
});

test('une maison absente et une recherche arrêtée se disent dans le fichier', () => {
  const { remarques } = trouvaillesEnTableau(
    [{ titre: 'Décisions', trouvailles: [trouvee('a'), trouvee('b')] }],
    { note: 'La Région ne répond pas.', parGenre: 2, origine },
  );
  expect(remarques).toEqual([
    'La Région ne répond pas.',
    expect.stringContaining('Décisions : la recherche s’arrête à 2 par maison'),
  ]);
});
