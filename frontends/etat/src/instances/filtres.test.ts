import { expect, test } from 'vitest';
import { ecrireFiltres, filtrer, lireFiltres } from './filtres.js';

const instances = [
  { nom: 'SPEL de Béthune', territoire: { nom: 'Béthune' } },
  { nom: 'SPEL d’Avesnes-sur-Helpe', territoire: { nom: 'Avesnes-sur-Helpe' } },
  { nom: 'SPER', territoire: { nom: 'Hauts-de-France' } },
];

test('une instance se retrouve sans accent, sans tiret, par son nom ou son territoire', () => {
  expect(filtrer(instances, 'bethune').map(({ nom }) => nom)).toEqual(['SPEL de Béthune']);
  expect(filtrer(instances, 'avesnes sur helpe')).toHaveLength(1);
  expect(filtrer(instances, 'hauts de france').map(({ nom }) => nom)).toEqual(['SPER']);
  expect(filtrer(instances, 'lens')).toEqual([]);
  expect(filtrer(instances, '  ')).toHaveLength(3);
});

test('les filtres d’une adresse se relisent tels qu’ils s’écrivent', () => {
  const filtres = { recherche: 'lens', type: 'SPEL' } as const;
  const ecrits = Object.entries(ecrireFiltres(filtres)).map(([cle, valeur]) => [cle, valeur ?? '']);
  expect(lireFiltres(new URLSearchParams(ecrits))).toEqual(filtres);
  expect(lireFiltres(new URLSearchParams('type=autre')).type).toBeNull();
});
