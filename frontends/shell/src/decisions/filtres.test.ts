import { expect, test } from 'vitest';
import { ecrireFiltres, lireFiltres, variablesDe } from './filtres.js';

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  const filtres = {
    vue: 'en-attente',
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    responsable: 'POLE_EMPLOI',
    attend: 'REGION',
    engagement: 'E07',
    recherche: 'soudage',
  } as const;
  const ecrits = Object.entries(ecrireFiltres(filtres)).map(([cle, valeur]) => [cle, valeur ?? '']);
  expect(lireFiltres(new URLSearchParams(ecrits))).toEqual(filtres);
});

test('sans filtre, ce qui est en retard au jour dit vient en premier', () => {
  const filtres = lireFiltres(new URLSearchParams());
  expect(variablesDe(filtres, '2023-12-15')).toMatchObject({
    enRetardLe: '2023-12-15',
    statut: null,
    attend: null,
  });
});

test('la validation attendue ne filtre que ce qui attend', () => {
  const filtres = lireFiltres(new URLSearchParams('attend=region&vue=toutes'));
  expect(variablesDe(filtres, '2023-12-15')).toMatchObject({ enRetardLe: null, attend: null });
  expect(variablesDe({ ...filtres, vue: 'en-attente' }, '2023-12-15')).toMatchObject({
    statut: 'EN_ATTENTE',
    attend: 'REGION',
  });
});
