import { describe, expect, it } from 'vitest';
import { mouvementsRecents, nombreDepuis } from './mouvements.js';

const version = (publieLe: string | null, avancement = 50) => ({
  id: 'c',
  version: 1,
  avancement,
  meteo: 'SOLEIL' as const,
  commentaire: null,
  publieLe,
  demonstration: true,
});
const publiee = (publieLe: string) => ({
  ...version(publieLe),
  etat: 'PUBLIEE' as const,
  versionPubliee: null,
});
const engagement = {
  code: 'E07',
  libelle: 'Développer l’alternance dans l’industrie',
  texteOfficiel: false,
  contributionEtat: publiee('2023-12-01T08:00:00Z'),
  contributionRegion: {
    ...version(null, 60),
    etat: 'BROUILLON' as const,
    versionPubliee: version('2023-12-08T08:00:00Z', 55),
  },
  contributionPoleEmploi: null,
};

describe('ce qui a bougé', () => {
  it('vient du plus récent au plus ancien et ne montre que ce qui est publié', () => {
    const mouvements = mouvementsRecents([engagement]);
    expect(mouvements.map((m) => [m.partenaire, m.avancement])).toEqual([
      ['region', 55],
      ['etat', 50],
    ]);
  });

  it('se compte depuis la dernière visite, et pas à la première', () => {
    const mouvements = mouvementsRecents([engagement]);
    expect(nombreDepuis(mouvements, new Date('2023-12-05T00:00:00Z'))).toBe(1);
    expect(nombreDepuis(mouvements, new Date('2023-12-20T00:00:00Z'))).toBe(0);
    expect(nombreDepuis(mouvements, null)).toBeNull();
  });
});
