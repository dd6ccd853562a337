import { expect, test } from 'vitest';
import {
  changementsDeDecision,
  changementsDeReleve,
  changementsDeSeance,
  changementsDOrdre,
} from './changements.js';

const presence = (present: boolean, signataire = false) => ({
  fonction: 'Sous-préfet',
  organisation: 'Préfecture',
  partenaire: 'ETAT',
  present,
  signataire,
  voix: true,
});
const seance = (autres: object = {}) => ({
  jour: '2024-02-05',
  debut: '2024-02-05T13:30:00+00:00',
  fin: null,
  lieu: 'Valenciennes',
  objet: null,
  statut: 'PREVUE',
  publique: false,
  presences: [presence(false)],
  ...autres,
});
const point = (id: string, titre: string) => ({ id, titre, duree: 10, partenaire: 'ETAT' });

test('ce qui change d’une séance est dit, un instant écrit autrement n’en est pas un', () => {
  expect(
    changementsDeSeance(
      seance(),
      seance({ debut: '2024-02-05T13:30:00.000Z', lieu: null, objet: 'Forums' }),
    ),
  ).toEqual([
    { champ: 'LIEU', sujet: null, avant: 'Valenciennes', apres: null },
    { champ: 'OBJET', sujet: null, avant: null, apres: 'Forums' },
  ]);
});

test('noter les présences, puis les corriger', () => {
  const tenue = seance({ statut: 'TENUE', presences: [presence(true, true)] });
  const sujet = 'Sous-préfet, Préfecture';
  expect(changementsDeSeance(seance(), tenue)).toEqual([
    { champ: 'STATUT', sujet: null, avant: 'PREVUE', apres: 'TENUE' },
    { champ: 'PRESENCE', sujet, avant: null, apres: 'PRESENT' },
  ]);
  expect(
    changementsDeSeance(tenue, seance({ statut: 'TENUE', presences: [presence(false)] })),
  ).toEqual([
    { champ: 'PRESENCE', sujet, avant: 'PRESENT', apres: 'ABSENT' },
    { champ: 'SIGNATURE', sujet, avant: 'OUI', apres: 'NON' },
  ]);
  expect(changementsDeSeance(tenue, seance({ statut: 'TENUE', presences: [] }))).toEqual([
    { champ: 'PRESENCE', sujet, avant: 'PRESENT', apres: null },
  ]);
});

test('un point venu, un point parti, et l’ordre de ceux qui restent', () => {
  const avant = { points: [point('a', 'A'), point('b', 'B'), point('c', 'C')] };
  expect(changementsDOrdre(avant, { points: [point('c', 'C'), point('b', 'B')] })).toEqual([
    { champ: 'POINT', sujet: null, avant: 'A', apres: null },
    { champ: 'ORDRE', sujet: null, avant: 'A ; B ; C', apres: 'C ; B' },
  ]);
  expect(changementsDOrdre(avant, { points: [...avant.points, point('d', 'D')] })).toEqual([
    { champ: 'POINT', sujet: null, avant: null, apres: 'D' },
  ]);
});

test('un relevé se compare ligne à ligne, une ligne répétée comptée autant de fois', () => {
  expect(changementsDeReleve({ texte: 'Un\nDeux\nDeux' }, { texte: 'Un\n Deux\nTrois' })).toEqual([
    { champ: 'TEXTE', sujet: null, avant: 'Deux', apres: null },
    { champ: 'TEXTE', sujet: null, avant: null, apres: 'Trois' },
  ]);
});

test('une décision dit ce qui a changé d’elle', () => {
  const decision = {
    texte: 'Ouvrir',
    responsable: 'ETAT',
    fonctionResponsable: null,
    echeance: null,
    engagement: 'E07',
    sujets: ['AUTRE'],
    statut: 'EN_ATTENTE',
  };
  expect(
    changementsDeDecision(decision, { ...decision, echeance: '2024-03-01', sujets: ['MOBILITE'] }),
  ).toEqual([
    { champ: 'ECHEANCE', sujet: null, avant: null, apres: '2024-03-01' },
    { champ: 'SUJETS', sujet: null, avant: 'AUTRE', apres: 'MOBILITE' },
  ]);
});

test('une version illisible, ou la première, n’a rien changé', () => {
  expect(changementsDeSeance(null, seance())).toEqual([]);
  expect(changementsDOrdre({ autre: 1 }, { points: [] })).toEqual([]);
});
