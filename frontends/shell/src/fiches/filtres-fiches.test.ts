import { expect, test } from 'vitest';
import { ecrireFiltres, lireFiltres, SANS_FILTRE, variablesDe } from './filtres-fiches.js';

test('les filtres des fiches vont dans l’adresse et s’y relisent', () => {
  const filtres = {
    recherche: 'mobilité',
    maison: 'pole-emploi',
    engagement: 'E20',
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    statut: 'EN_COURS',
    experimental: true,
    retard: true,
    issue: 'SANS',
    etat: 'VALIDEE',
  } as const;
  const ecrits = Object.entries(ecrireFiltres(filtres)).filter(
    (entree): entree is [string, string] => entree[1] !== null,
  );
  expect(new URLSearchParams(ecrits).toString()).toContain('statut=en-cours');
  expect(lireFiltres(new URLSearchParams(ecrits))).toEqual(filtres);
});

test('une adresse sans filtre, ou pleine de bruit, montre tout', () => {
  expect(lireFiltres(new URLSearchParams())).toEqual(SANS_FILTRE);
  const bruit =
    'maison=mairie&engagement=99&territoire=x&statut=toString&experimental=1&retard=x&issue=y&etat=z';
  expect(lireFiltres(new URLSearchParams(bruit))).toEqual(SANS_FILTRE);
  expect(Object.values(ecrireFiltres(SANS_FILTRE)).every((valeur) => valeur === null)).toBe(true);
});

test('ligne 12 : une issue se filtre, ou son absence depuis le jour donné', () => {
  expect(variablesDe({ ...SANS_FILTRE, issue: 'ADAPTEE' }, '2023-12-15', null)).toMatchObject({
    issue: 'ADAPTEE',
    sansIssueLe: null,
  });
  expect(variablesDe({ ...SANS_FILTRE, issue: 'SANS' }, '2023-12-15', null)).toMatchObject({
    issue: null,
    sansIssueLe: '2023-12-15',
  });
});

test('le retard se compte du jour donné', () => {
  expect(variablesDe({ ...SANS_FILTRE, retard: true }, '2023-12-15', null)).toMatchObject({
    evaluationEnRetardLe: '2023-12-15',
    experimental: null,
    recherche: null,
  });
});
