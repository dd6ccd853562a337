import { expect, test } from 'vitest';
import { actesDeFiche } from './droits-fiches.js';

const TOUS = { modifier: true, publier: true };
const publiee = { etat: 'PUBLIEE', experimental: false, evaluation: null, issue: null } as const;

test('une fiche publiée se modifie ; son brouillon se publie ou s’abandonne', () => {
  expect(actesDeFiche(publiee, TOUS)).toEqual({
    modifier: true,
    evaluer: false,
    conclure: false,
    publier: false,
    abandonner: false,
  });
  expect(actesDeFiche({ ...publiee, etat: 'BROUILLON' }, TOUS)).toMatchObject({
    publier: true,
    abandonner: true,
  });
  expect(
    actesDeFiche({ ...publiee, etat: 'BROUILLON' }, { modifier: true, publier: false }).publier,
  ).toBe(false);
});

test('une expérimentation s’évalue, puis se conclut, puis ne change plus', () => {
  const experience = { ...publiee, experimental: true };
  expect(actesDeFiche(experience, TOUS)).toMatchObject({ evaluer: true, conclure: false });
  const evaluee = { ...experience, evaluation: { texte: 'Bien.', le: '2023-12-01' } };
  expect(actesDeFiche(evaluee, TOUS).conclure).toBe(true);
  expect(actesDeFiche({ ...evaluee, issue: 'ARRETEE' }, TOUS)).toMatchObject({
    modifier: false,
    evaluer: false,
    conclure: false,
  });
});
