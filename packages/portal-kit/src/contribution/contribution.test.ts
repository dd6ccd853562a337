import { expect, test } from 'vitest';
import { attentesDe } from './attente-contributions.js';
import {
  actesPossibles,
  type ContributionLue,
  type EtatContribution,
  versionsDe,
} from './contribution.js';

const uneContribution = (
  etat: EtatContribution,
  versionPubliee: ContributionLue['versionPubliee'] = null,
): ContributionLue => ({
  id: 'region:E07:2',
  version: 2,
  avancement: 55,
  meteo: 'COUVERT',
  auteur: 'chargé de mission',
  modifieLe: '2023-12-10T09:00:00Z',
  etat,
  visibilite: 'PARTENAIRES',
  demonstration: true,
  versionPubliee,
});

const tousDroits = { modifier: true, valider: true, publier: true };

test('un brouillon laisse voir la version publiée qu’il remplacera', () => {
  const publiee = uneContribution('PUBLIEE');
  const brouillon = uneContribution('BROUILLON', publiee);
  expect(versionsDe(brouillon)).toEqual({ publiee, enCours: brouillon });
  expect(versionsDe(publiee)).toEqual({ publiee, enCours: null });
  expect(versionsDe(null)).toEqual({ publiee: null, enCours: null });
});

test.each([
  ['BROUILLON', { preparer: true, valider: true, publier: false, abandonner: true }],
  ['VALIDEE', { preparer: true, valider: false, publier: true, abandonner: true }],
] as const)('une version en état %s offre les actes qui suivent', (etat, actes) => {
  expect(actesPossibles({ enCours: uneContribution(etat) }, tousDroits, false)).toEqual(actes);
});

test('sans droit, aucun acte n’est offert', () => {
  const droits = { modifier: false, valider: false, publier: false };
  const offerts = actesPossibles({ enCours: uneContribution('VALIDEE') }, droits, false);
  expect(Object.values(offerts)).toEqual([false, false, false, false]);
});

test('ce qui attend se range par acte, le plus ancien d’abord, selon les droits', () => {
  const engagement = (code: string, etat: EtatContribution, modifieLe: string) => ({
    code,
    libelle: code,
    contribution: { etat, modifieLe, auteur: 'a' },
  });
  const donnees = {
    engagements: [
      engagement('E01', 'BROUILLON', '2023-12-03'),
      engagement('E02', 'PUBLIEE', '2023-12-01'),
      engagement('E03', 'VALIDEE', '2023-12-04'),
      engagement('E04', 'BROUILLON', '2023-12-02'),
      { code: 'E05', libelle: 'E05', contribution: null },
    ],
  };
  const actes = attentesDe(donnees, tousDroits).map(({ acte, code }) => `${acte} ${code}`);
  expect(actes).toEqual(['Publier E03', 'Valider E04', 'Valider E01']);
  expect(
    attentesDe(donnees, { modifier: true, valider: false, publier: false }).map(({ acte }) => acte),
  ).toEqual(['Terminer', 'Terminer']);
});

test('sur un engagement retiré par avenant, il ne reste qu’à abandonner ce qui était en cours', () => {
  const droits = { modifier: true, valider: true, publier: true };
  for (const etat of ['BROUILLON', 'VALIDEE'] as const) {
    expect(actesPossibles({ enCours: uneContribution(etat) }, droits, true)).toEqual({
      preparer: false,
      valider: false,
      publier: false,
      abandonner: true,
    });
  }
});
