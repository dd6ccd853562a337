import { expect, test } from 'vitest';
import { appliquerAvis, type EtatPartenaires, lireAvis } from './etat-partenaires.js';

const maintenant = new Date('2023-12-15T12:00:00Z');
const disponibles: EtatPartenaires = {
  etat: { statut: 'disponible' },
  region: { statut: 'disponible' },
  'pole-emploi': { statut: 'inconnu' },
};

test('un partenaire qui tombe est daté ; à son retour, il est nommé', () => {
  const panne = appliquerAvis(
    disponibles,
    [{ partenaire: 'region', disponible: false }],
    maintenant,
  );
  expect(panne.apres.region).toEqual({ statut: 'indisponible', depuis: maintenant });
  expect(panne.revenus).toEqual([]);

  const plusTard = new Date('2023-12-15T12:05:00Z');
  const encore = appliquerAvis(
    panne.apres,
    [{ partenaire: 'region', disponible: false }],
    plusTard,
  );
  expect(encore.apres).toBe(panne.apres);

  const retour = appliquerAvis(panne.apres, [{ partenaire: 'region', disponible: true }], plusTard);
  expect(retour.apres.region).toEqual({ statut: 'disponible' });
  expect(retour.revenus).toEqual(['region']);
});

test('la première réponse d’un partenaire n’est pas un retour', () => {
  const { revenus } = appliquerAvis(
    disponibles,
    [{ partenaire: 'pole-emploi', disponible: true }],
    maintenant,
  );
  expect(revenus).toEqual([]);
});

test('un refus ou une réponse partielle viennent d’un partenaire présent', () => {
  expect(
    lireAvis([
      { partenaire: 'etat', statut: 'refuse' },
      { partenaire: 'region', statut: 'partiel' },
      { partenaire: 'pole-emploi', statut: 'indisponible' },
    ]),
  ).toEqual([
    { partenaire: 'etat', disponible: true },
    { partenaire: 'region', disponible: true },
    { partenaire: 'pole-emploi', disponible: false },
  ]);
});

test('ce qui n’est pas un avis est ignoré', () => {
  expect(lireAvis(undefined)).toEqual([]);
  expect(
    lireAvis([null, 3, { partenaire: 'mairie', statut: 'ok' }, { partenaire: 'etat' }]),
  ).toEqual([]);
});
