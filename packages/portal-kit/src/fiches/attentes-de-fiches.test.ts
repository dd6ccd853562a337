import { expect, test } from 'vitest';
import { attentesDeFiches } from './attentes-de-fiches.js';
import type { FicheEnCours } from './fiche.js';

const fiche = (numero: number, precisions: Partial<FicheEnCours> = {}): FicheEnCours => ({
  id: `region:fiche-${numero}`,
  titre: `Fiche ${numero}`,
  etat: 'BROUILLON',
  renvoyee: false,
  ecriteParMoi: false,
  territoires: [{ code: '32', maille: 'REGION', nom: 'Hauts-de-France' }],
  auteur: 'Conseil régional, chargé de mission',
  modifieLe: `2023-12-0${numero}T09:00:00Z`,
  ...precisions,
});
const AUCUN = { modifier: false, valider: false, publier: false };
const TOUS = { modifier: true, valider: true, publier: true };
const enCours = {
  brouillons: {
    nodes: [
      fiche(2),
      fiche(1),
      fiche(3, { ecriteParMoi: true }),
      fiche(4, { renvoyee: true, ecriteParMoi: true }),
      fiche(5, { renvoyee: true }),
    ],
  },
  validees: { nodes: [fiche(6, { etat: 'VALIDEE' })] },
};

test('attend qui peut publier, valider ce qu’un autre a écrit, ou reprendre ce qui lui est renvoyé', () => {
  expect(attentesDeFiches(enCours, TOUS, null).map(({ acte, id }) => `${acte} ${id}`)).toEqual([
    'Publier region:fiche-6',
    'Valider region:fiche-1',
    'Valider region:fiche-2',
    'Reprendre region:fiche-4',
  ]);
});

test('sans droit, ou sans réponse de la maison, rien n’attend', () => {
  expect(attentesDeFiches(enCours, AUCUN, null)).toEqual([]);
  expect(attentesDeFiches({ brouillons: null, validees: null }, TOUS, null)).toEqual([]);
});

test('qui agit dans un arrondissement n’y voit attendre que ce qui s’y mène', () => {
  const la = { code: '596', maille: 'ARRONDISSEMENT' as const, nom: 'Valenciennes' };
  const ailleurs = { code: '627', maille: 'ARRONDISSEMENT' as const, nom: 'Lens' };
  const brouillons = {
    nodes: [
      fiche(1, { territoires: [la] }),
      fiche(2, { territoires: [la, ailleurs] }),
      fiche(3),
      fiche(4, { territoires: [{ code: '59606', maille: 'COMMUNE', nom: 'Valenciennes' }] }),
    ],
  };
  expect(attentesDeFiches({ brouillons }, TOUS, la).map(({ id }) => id)).toEqual([
    'region:fiche-1',
    'region:fiche-4',
  ]);
});
