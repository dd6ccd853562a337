import { expect, it } from 'vitest';
import { chiffresChanges } from './chiffres-changes.js';

const valeur = (id: string, precisions: object = {}) => ({
  id,
  periode: '2023-T3',
  valeur: 120,
  masque: false,
  variation: -4,
  dateValeur: '2023-11-01',
  source: 'Source',
  demonstration: true,
  indicateur: { code: id, libelle: id, unite: 'personnes', methode: 'Comptage' },
  ...precisions,
});

it('seuls les chiffres qui ont bougé se montrent, jamais un chiffre masqué', () => {
  const changes = chiffresChanges({
    code: '596',
    maille: 'ARRONDISSEMENT',
    indicateursEtat: [valeur('a'), valeur('b', { variation: 0 })],
    indicateursRegion: null,
    indicateursPoleEmploi: [
      valeur('c', { masque: true, valeur: null }),
      valeur('d', { variation: null }),
      valeur('e', { variation: 12 }),
    ],
  });
  expect(changes.map(({ id, partenaire }) => [id, partenaire])).toEqual([
    ['a', 'etat'],
    ['e', 'pole-emploi'],
  ]);
  expect(chiffresChanges(null)).toEqual([]);
});
