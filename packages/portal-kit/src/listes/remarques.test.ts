import { expect, test } from 'vitest';
import type { Manque } from '../graphe/manques.js';
import { ceQuiManque } from './remarques.js';

const absence = (chemin: Manque['chemin']): Manque => ({
  partenaire: 'region',
  chemin,
  absent: true,
  erreur: {
    titre: 'La Région ne répond pas',
    message: '',
    code: 'PARTENAIRE_INDISPONIBLE',
    reference: null,
    partenaire: 'region',
    reessayable: true,
  },
});

test('une liste entière ne dit rien de plus que ses lignes', () => {
  expect(ceQuiManque({ elements: [1], tronquee: false, manques: [] })).toEqual([]);
});

test('une liste coupée dit combien elle tient, et comment l’avoir entière', () => {
  const [remarque] = ceQuiManque({ elements: [1, 2], tronquee: true, manques: [] });
  expect(remarque).toBe(
    'Liste incomplète : elle continue après ces 2 lignes. Resserrez les filtres pour l’avoir entière.',
  );
});

test('une maison absente est nommée une fois, quoi qu’il manque d’elle', () => {
  const manques = [absence(['liste', 'nodes', 0, 'a']), absence(['liste', 'nodes', 7, 'a'])];
  expect(ceQuiManque({ elements: [1], tronquee: false, manques })).toEqual([
    'La Région n’a pas répondu : ce qui vient de la Région manque dans ce fichier.',
  ]);
});
