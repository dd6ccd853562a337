import { expect, it } from 'vitest';
import { contributionsPerimees } from './perimees.js';

const publiee = (publieLe: string) => ({
  id: 'c',
  version: 1,
  avancement: 50,
  meteo: 'SOLEIL' as const,
  commentaire: null,
  publieLe,
  demonstration: true,
  etat: 'PUBLIEE' as const,
  versionPubliee: null,
});
const engagement = (code: string, publieLe: string | null) => ({
  code,
  libelle: code,
  texteOfficiel: false,
  contributionEtat: publiee('2023-12-14T08:00:00Z'),
  contributionRegion: publieLe === null ? null : publiee(publieLe),
  contributionPoleEmploi: null,
});

it('une contribution de sa maison sans mouvement depuis 30 jours se signale, la plus ancienne d’abord', () => {
  const lus = [
    engagement('E01', '2023-12-01T08:00:00Z'),
    engagement('E02', '2023-11-01T08:00:00Z'),
    engagement('E03', '2023-10-01T08:00:00Z'),
    engagement('E04', null),
  ];
  const le = new Date('2023-12-15T23:00:00Z');
  expect(contributionsPerimees(lus, 'region', le).map(({ code }) => code)).toEqual([
    'E04',
    'E03',
    'E02',
  ]);
  expect(contributionsPerimees(lus, 'etat', le)).toEqual([]);
});
