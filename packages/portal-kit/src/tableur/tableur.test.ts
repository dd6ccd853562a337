import { expect, test } from 'vitest';
import { ciblesDe, type EngagementDuTableur, enVigueur } from './tableur.js';

const engagement = (code: string, retireLe: string | null = null): EngagementDuTableur => ({
  code,
  libelle: `Engagement ${code}`,
  retireLe,
  contribution: {
    version: 2,
    avancement: 40,
    meteo: 'SOLEIL',
    visibilite: 'PARTENAIRES',
    etat: 'VALIDEE',
  },
});

test('un engagement retiré par avenant ne retient pas la publication des autres', () => {
  const lus = [engagement('E01'), engagement('E07', '2024-06-30')];
  const codesAu = (jour: string): string[] =>
    ciblesDe(enVigueur(lus, jour), 'VALIDEE').map((cible) => cible.engagement);
  expect(codesAu('2024-06-30')).toEqual(['E01', 'E07']);
  expect(codesAu('2024-07-01')).toEqual(['E01']);
});

test('ne vise que ce qui en est là, avec la version que l’agent a devant lui', () => {
  expect(ciblesDe([engagement('E01')], 'BROUILLON')).toEqual([]);
  expect(ciblesDe([engagement('E01')], 'VALIDEE')).toEqual([
    { engagement: 'E01', versionAttendue: 2 },
  ]);
});
