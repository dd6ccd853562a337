import { expect, test } from 'vitest';
import { bornesDe, ecrireFiltres, lireFiltres } from './filtres.js';

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  const filtres = {
    periode: 'mois',
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    statut: 'PREVUE',
    instance: 'spel-596',
  } as const;
  const ecrits = Object.entries(ecrireFiltres(filtres)).map(([cle, valeur]) => [cle, valeur ?? '']);
  expect(lireFiltres(new URLSearchParams(ecrits))).toEqual(filtres);
});

test('ce qui n’est pas un filtre est ignoré : on lit ce qui vient', () => {
  expect(
    lireFiltres(new URLSearchParams('periode=jamais&statut=x&instance=../a&territoire=z')),
  ).toEqual({ periode: 'a-venir', territoire: null, statut: null, instance: null });
});

test('une période couvre ses deux bornes ; ce qui est passé se lit à rebours', () => {
  expect(bornesDe('semaine', '2023-12-15')).toEqual({
    du: '2023-12-15',
    au: '2023-12-21',
    ordre: 'ANCIENNES_D_ABORD',
  });
  expect(bornesDe('passees', '2024-01-01')).toEqual({
    du: null,
    au: '2023-12-31',
    ordre: 'RECENTES_D_ABORD',
  });
  expect(bornesDe('a-venir', '2023-12-15')).toMatchObject({ du: '2023-12-15', au: null });
});
