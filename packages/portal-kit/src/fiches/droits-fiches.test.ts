import { expect, test } from 'vitest';
import { actesDeFiche } from './droits-fiches.js';

const TOUS = { modifier: true, valider: true, publier: true };
const publiee = {
  etat: 'PUBLIEE',
  renvoyee: false,
  ecriteParMoi: false,
  experimental: false,
  evaluation: null,
  issue: null,
} as const;

test('une fiche publiée se modifie ; son brouillon se valide, puis se publie', () => {
  expect(actesDeFiche(publiee, TOUS)).toEqual({
    modifier: true,
    evaluer: false,
    conclure: false,
    valider: false,
    renvoyer: false,
    publier: false,
    abandonner: false,
  });
  const brouillon = { ...publiee, etat: 'BROUILLON' } as const;
  expect(actesDeFiche(brouillon, TOUS)).toMatchObject({
    valider: true,
    renvoyer: true,
    publier: false,
    abandonner: true,
  });
  const validee = { ...publiee, etat: 'VALIDEE' } as const;
  expect(actesDeFiche(validee, TOUS)).toMatchObject({
    valider: false,
    renvoyer: true,
    publier: true,
  });
  expect(actesDeFiche(validee, { ...TOUS, publier: false }).publier).toBe(false);
});

test('l’auteur ne valide pas ce qu’il a écrit ; renvoyée, une version se reprend d’abord', () => {
  const sienne = { ...publiee, etat: 'BROUILLON', ecriteParMoi: true } as const;
  expect(actesDeFiche(sienne, TOUS)).toMatchObject({ valider: false, renvoyer: false });
  const renvoyee = { ...publiee, etat: 'BROUILLON', renvoyee: true } as const;
  expect(actesDeFiche(renvoyee, TOUS)).toMatchObject({
    modifier: true,
    valider: false,
    renvoyer: false,
    abandonner: true,
  });
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
