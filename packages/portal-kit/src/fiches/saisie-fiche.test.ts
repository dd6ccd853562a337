import { expect, test } from 'vitest';
import {
  entreeDeFiche,
  erreursDeFiche,
  lireAnnee,
  lireMontant,
  type SaisieFiche,
  saisieDeFiche,
} from './saisie-fiche.js';
import { lireSaisieFiche } from './saisie-gardee.js';

const uneSaisie = (precisions: Partial<SaisieFiche> = {}): SaisieFiche => ({
  ...saisieDeFiche(null),
  titre: 'Une fiche',
  ...precisions,
});

test('une fiche sans titre, aux dates inversées ou à l’étape vide se dit avant l’envoi', () => {
  expect(erreursDeFiche(uneSaisie())).toBeNull();
  expect(erreursDeFiche(uneSaisie({ titre: ' ' }))?.titre).toBeDefined();
  expect(erreursDeFiche(uneSaisie({ debut: '2024-02-01', fin: '2024-01-01' }))?.fin).toBeDefined();
  const etapes = [{ titre: '', echeance: '', faiteLe: '' }];
  expect(erreursDeFiche(uneSaisie({ etapes }))?.etapes[0]).toBeDefined();
  const budget = [{ montant: 'douze', source: 'Crédits', annee: '' }];
  expect(erreursDeFiche(uneSaisie({ budget }))?.budget[0]).toBeDefined();
});

test('une étape se prévoit entre le début et la fin ; une année de budget va de 2016 à 2099', () => {
  const prevue = (echeance: string) =>
    erreursDeFiche(
      uneSaisie({
        debut: '2024-01-01',
        fin: '2024-06-30',
        etapes: [{ titre: 'A', echeance, faiteLe: '' }],
      }),
    )?.etapes[0];
  expect(prevue('2023-12-31')).toContain('en dehors des dates');
  expect(prevue('2024-07-01')).toContain('en dehors des dates');
  expect(prevue('2024-06-30')).toBeUndefined();
  expect(['2024', ' 2016 ', '24', 'deux mille', ''].map(lireAnnee)).toEqual([
    2024,
    2016,
    null,
    null,
    null,
  ]);
});

test('une expérimentation demande une fin, au plus tard le 31 décembre 2023', () => {
  const fin = (date: string) => erreursDeFiche(uneSaisie({ experimental: true, fin: date }))?.fin;
  expect(fin('')).toContain('date de fin');
  expect(fin('2024-01-01')).toContain('31 décembre 2023');
  expect(fin('2023-12-31')).toBeUndefined();
});

test.each([
  ['12 000', 12_000],
  ['12\u202f000 €', 12_000],
  ['0', 0],
  ['-3', null],
  ['1,5', null],
  ['9999999999', null],
])('« %s » se lit %s euros', (texte, montant) => {
  expect(lireMontant(texte)).toBe(montant);
});

test('ce qui est envoyé : dates absentes, montants en nombres, territoires par leur clé', () => {
  const entree = entreeDeFiche(
    uneSaisie({
      objet: '  ',
      budget: [{ montant: '1 500', source: ' Crédits ', annee: ' 2024 ' }],
      territoires: ['arrondissement:596', 'ailleurs'],
    }),
    'E07',
  );
  expect(entree).toMatchObject({
    engagement: 'E07',
    objet: null,
    debut: null,
    budget: [{ montantEuros: 1500, source: 'Crédits', annee: 2024 }],
    territoires: [{ code: '596', maille: 'ARRONDISSEMENT' }],
  });
});

test('une saisie gardée se relit ; ce qui n’en est pas une s’ignore', () => {
  const saisie = uneSaisie({ etapes: [{ titre: 'A', echeance: '2024-01-01', faiteLe: '' }] });
  expect(lireSaisieFiche(JSON.parse(JSON.stringify({ saisie, base: 3 })))).toEqual({
    saisie,
    base: 3,
  });
  for (const garde of [null, 'texte', {}, { saisie: { titre: 'x' } }]) {
    expect(lireSaisieFiche(garde)).toBeNull();
  }
});
