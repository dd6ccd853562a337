import { expect, test } from 'vitest';
import {
  echeancesProposees,
  engagementDe,
  jourSuivant,
  propositionsPour,
  sujetsDe,
} from './propositions.js';

const pilotes = new Map([['E07', 'REGION' as const]]);

test('une décision reprend du point la maison, l’engagement et le sujet', () => {
  expect(
    propositionsPour(
      { titre: 'E07 : sessions de soudage pour Onnaing', partenaire: 'POLE_EMPLOI' },
      pilotes,
    ),
  ).toEqual({ responsable: 'REGION', engagement: 'E07', sujets: ['FORMATION_CONTINUE'] });
  expect(
    propositionsPour({ titre: 'Navette vers la zone', partenaire: 'POLE_EMPLOI' }, pilotes),
  ).toEqual({ responsable: 'POLE_EMPLOI', engagement: null, sujets: ['MOBILITE'] });
});

test('l’apprentissage n’est pas dit deux fois, ni pris pour de la formation continue', () => {
  expect(sujetsDe('Places de formation par apprentissage au CFA')).toEqual(['APPRENTISSAGE']);
  expect(sujetsDe('Ordre du jour')).toEqual([]);
});

test('seuls les codes du protocole lu sont des engagements, ceux d’un avenant compris', () => {
  const signes = new Set(['E07', 'E23']);
  expect(engagementDe('Suite de E7', signes)).toBe('E07');
  expect(engagementDe('E24', signes)).toBeNull();
  expect(engagementDe('E24', new Set([...signes, 'E24']))).toBe('E24');
  expect(engagementDe('rue E00, suite de E23', signes)).toBe('E23');
  expect(engagementDe('E07', new Set(['E23']))).toBeNull();
});

test('les échéances proposées suivent la séance, et tombent sur un jour qui existe', () => {
  expect(echeancesProposees('2023-12-31', '2024-01-15').map(({ jour }) => jour)).toEqual([
    '2024-01-15',
    '2024-02-29',
    '2024-06-30',
  ]);
  expect(echeancesProposees('2023-12-18', null)[0]).toEqual({
    jour: '2024-01-15',
    libelle: 'dans quatre semaines',
  });
});

test('la séance suivante tombe le même jour de la semaine, un mois plus tard', () => {
  expect(jourSuivant('2023-12-18')).toBe('2024-01-15');
  expect(jourSuivant('2024-01-08')).toBe('2024-02-12');
  expect(jourSuivant('2024-01-29')).toBe('2024-02-26');
  expect(new Date(`${jourSuivant('2024-01-01')}T12:00:00Z`).getUTCDay()).toBe(1);
});
