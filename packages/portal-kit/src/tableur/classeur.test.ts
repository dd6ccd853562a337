import { ecrireXlsx, lireXlsx } from '@passerelle/portal-files';
import { expect, test } from 'vitest';
import { ClasseurEtranger, feuilleDesContributions, lignesDuClasseur } from './classeur.js';
import { ciblesDe, type EngagementDuTableur, estEnBrouillon } from './tableur.js';

const ENGAGEMENTS: readonly EngagementDuTableur[] = [
  {
    code: 'E01',
    libelle: 'Partager un diagnostic',
    contribution: {
      version: 3,
      avancement: 40,
      meteo: 'COUVERT',
      commentaire: '=2+2, dit le relevé\nseconde ligne',
      preuve: null,
      visibilite: 'PUBLIC',
      etat: 'BROUILLON',
    },
  },
  { code: 'E02', libelle: 'Construire le programme', contribution: null },
];

test('ce qui est exporté se relit tel quel, les listes en codes du graphe', async () => {
  const classeur = await ecrireXlsx([feuilleDesContributions(ENGAGEMENTS)]);
  expect(lignesDuClasseur(await lireXlsx(classeur))).toEqual([
    {
      ligne: 2,
      engagement: 'E01',
      avancement: '40',
      meteo: 'COUVERT',
      commentaire: '=2+2, dit le relevé\nseconde ligne',
      preuve: null,
      visibilite: 'PUBLIC',
      versionAttendue: 3,
    },
    {
      ligne: 3,
      engagement: 'E02',
      avancement: null,
      meteo: null,
      commentaire: null,
      preuve: null,
      visibilite: null,
      versionAttendue: 0,
    },
  ]);
});

test('les colonnes se trouvent dans n’importe quel ordre ; ce qui est inconnu part tel quel', () => {
  const lignes = lignesDuClasseur([
    {
      nom: 'a',
      lignes: [
        [
          'Météo',
          'preuve',
          'ENGAGEMENT',
          'Commentaire',
          'une fois publiee, lue par',
          'Avancement (0 à 100)',
        ],
        ['brume', null, 'e07', null, 'les partenaires', 12],
        [null, null, null, null, null, null],
      ],
    },
  ]);
  expect(lignes).toEqual([
    {
      ligne: 2,
      engagement: 'E07',
      avancement: '12',
      meteo: 'brume',
      commentaire: null,
      preuve: null,
      visibilite: 'PARTENAIRES',
      versionAttendue: null,
    },
  ]);
});

test('un classeur qui n’est pas celui des contributions est nommé comme tel', () => {
  expect(() => lignesDuClasseur([{ nom: 'a', lignes: [['Nom', 'Prénom']] }])).toThrow(
    ClasseurEtranger,
  );
  expect(() => lignesDuClasseur([{ nom: 'a', lignes: [['Engagement', 'Météo']] }])).toThrow(
    'Avancement',
  );
  expect(() => lignesDuClasseur([])).toThrow(ClasseurEtranger);
});

test('un acte d’ensemble porte sur ce que l’agent a sous les yeux', () => {
  expect(ciblesDe(ENGAGEMENTS, 'BROUILLON')).toEqual([{ engagement: 'E01', versionAttendue: 3 }]);
  expect(ciblesDe(ENGAGEMENTS, 'VALIDEE')).toEqual([]);
});

test('un import ne s’annule d’un geste que tant que tout ce qu’il a fait est brouillon', () => {
  const fait = { id: 'i', auteur: 'chargé de mission', faitLe: '2023-12-15T08:00:00Z' };
  expect(estEnBrouillon({ ...fait, engagements: ['E01'] }, ENGAGEMENTS)).toBe(true);
  expect(estEnBrouillon({ ...fait, engagements: ['E01', 'E02'] }, ENGAGEMENTS)).toBe(false);
});
