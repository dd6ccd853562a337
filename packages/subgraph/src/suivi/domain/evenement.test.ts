import { expect, test } from 'vitest';
import type { Acte } from '../../actes/domain/acte.js';
import { evenementOf } from './evenement.js';

/** Day of the acts. */
const LE = '2023-12-18';

const unActe = (precisions: Partial<Acte> = {}): Acte => ({
  partenaire: 'region',
  numero: 12,
  nature: 'DECISION_VALIDEE',
  sujet: 'spel-596:2023-12-18:3',
  charge: { titre: 'REGION', empreinte: 'ab' },
  auteur: 'conseiller régional, Conseil régional',
  faitLe: '2023-12-18T10:00:00.000Z',
  ...precisions,
});

test('une décision validée ailleurs se dit à qui suit la décision, sa séance ou son instance', () => {
  expect(evenementOf(unActe(), 'etat', LE)).toMatchObject({
    source: 'acte:region:12',
    titre: 'La Région a validé la décision 3.',
    chemin: '/seances/spel-596:2023-12-18#decision-3',
    droit: 'decision:valider',
    territoire: 'ARRONDISSEMENT:596',
    sujets: [
      { genre: 'DECISION', cle: 'spel-596:2023-12-18:3' },
      { genre: 'SEANCE', cle: 'spel-596:2023-12-18' },
      { genre: 'INSTANCE', cle: 'spel-596' },
    ],
  });
});

test('ce que fait sa propre maison n’appelle personne, et se dit à qui suit', () => {
  expect(evenementOf(unActe(), 'region', LE)).toMatchObject({ droit: null, sujets: { length: 3 } });
});

test('une publication mène à son engagement', () => {
  const acte = unActe({ nature: 'CONTRIBUTION_PUBLIEE', sujet: 'E07', charge: {} });
  expect(evenementOf(acte, 'etat', LE)).toMatchObject({
    titre: 'La Région a publié sa contribution à E07.',
    chemin: '/protocole/E07',
    territoire: null,
  });
});

test('un texte long est abrégé, une clé sans forme est laissée de côté', () => {
  const long = unActe({ nature: 'SUITE_ENREGISTREE', charge: { texte: 'a'.repeat(500) } });
  expect(evenementOf(long, 'etat', LE)?.titre.length).toBeLessThan(200);
  expect(evenementOf(unActe({ sujet: '<script>' }), 'etat', LE)).toBeNull();
});

test('une nature inconnue ne dit rien', () => {
  expect(evenementOf(unActe({ nature: 'AUTRE_CHOSE' }), 'etat', LE)).toBeNull();
  expect(evenementOf(unActe({ nature: 'toString' }), 'etat', LE)).toBeNull();
});

test('des chiffres publiés se disent à qui suit l’indicateur ou l’un de ses territoires', () => {
  const acte = unActe({
    nature: 'INDICATEUR_PUBLIE',
    sujet: 'region:entrees-en-formation',
    charge: { libelle: 'Entrées en formation', territoires: ['ARRONDISSEMENT:596', 3, '?'] },
  });
  expect(evenementOf(acte, 'etat', LE)).toMatchObject({
    titre: 'La Région a publié des chiffres : « Entrées en formation ».',
    chemin: '/indicateurs/region/entrees-en-formation',
    territoire: null,
    sujets: [
      { genre: 'INDICATEUR', cle: 'region:entrees-en-formation' },
      { genre: 'TERRITOIRE', cle: 'ARRONDISSEMENT:596' },
    ],
  });
});

test('ligne 13 : une maison porte le nom du jour de son acte', () => {
  const acte = unActe({ partenaire: 'pole-emploi', nature: 'CONTRIBUTION_PUBLIEE', sujet: 'E07' });
  expect(evenementOf(acte, 'etat', '2023-12-31')?.titre).toMatch(/^Pôle emploi a publié/);
  expect(evenementOf(acte, 'etat', '2024-01-01')?.titre).toMatch(/^France Travail a publié/);
});
