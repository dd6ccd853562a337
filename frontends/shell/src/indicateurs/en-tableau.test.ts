import type { DefinitionLue, LotRelu, ValeurLue } from '@passerelle/portal-kit';
import { expect, test } from 'vitest';
import { catalogueEnTableau } from './catalogue-en-tableau.js';
import { lotsEnTableau } from './lots-en-tableau.js';
import { serieEnTableau } from './serie-en-tableau.js';

const definition: DefinitionLue = {
  code: 'entrees-prf',
  libelle: 'Entrées en formation',
  unite: 'entrées',
  nature: 'ACTION',
  perimetre: 'Programme régional.',
  methode: 'Décompte des entrées.',
  source: 'Région',
  additif: true,
  comptePersonnes: true,
  mailleMinimale: 'ARRONDISSEMENT',
  dimensions: [],
  raisonMaille: 'Petits effectifs.',
  cibles: [],
};

const valeur: ValeurLue = {
  id: 'v1',
  periode: '2022',
  fin: '2022-12-31',
  valeur: 67_423,
  masque: false,
  calculee: false,
  dateValeur: '2022-12-31',
  source: 'Bilan 2022',
  demonstration: false,
  version: 1,
  publieeLe: '2023-03-01T09:00:00Z',
  manquants: [],
  indicateur: definition,
};

const proposition = {
  id: 'cp',
  proposee: 66_000,
  motif: 'Sans les reports.',
  methode: 'Fichiers de l’opérateur.',
  auteur: 'directeur territorial',
  faiteLe: '2023-12-01T09:00:00Z',
  version: 1,
  demonstration: true,
};

test('un catalogue part avec son unité, sa méthode et sa dernière période ; une maison absente est nommée', () => {
  const { colonnes, lignes, remarques } = catalogueEnTableau([
    { partenaire: 'etat', indicateurs: null },
    {
      partenaire: 'region',
      indicateurs: [
        { ...definition, periodes: ['2023-T3', '2023-T2'] },
        { ...definition, periodes: [] },
      ],
    },
  ]);
  expect(colonnes.map(({ titre }) => titre)).toContain('Unité');
  expect(lignes.map((ligne) => ligne[5])).toEqual(['3e trimestre 2023', 'aucune valeur encore']);
  expect(remarques).toEqual([expect.stringContaining('L’État n’a pas répondu')]);
});

test('une valeur masquée n’est dans aucun fichier, et le fichier le dit', () => {
  const lieu = { maille: 'REGION', code: '32' };
  const masquee = { ...valeur, valeur: 7, masque: true };
  const { colonnes, lignes, remarques } = serieEnTableau('region', definition, lieu, [masquee]);
  expect(colonnes[4]?.titre).toBe('Valeur (entrées)');
  expect(lignes[0]?.slice(4, 7)).toEqual([null, true, { jour: '2022-12-31' }]);
  expect(remarques).toEqual([expect.stringContaining('Masqué')]);
});

test('ce que les autres maisons proposent part à côté, avec la réponse', () => {
  const { colonnes, lignes } = serieEnTableau(
    'region',
    definition,
    { maille: 'REGION', code: '32' },
    [{ ...valeur, contrePropositionPoleEmploi: proposition }],
  );
  const rang = colonnes.findIndex(({ titre }) => titre.startsWith('Pôle emploi propose'));
  expect(lignes[0]?.slice(rang, rang + 4)).toEqual([
    66_000,
    'Sans les reports.',
    'Fichiers de l’opérateur.',
    'sans réponse',
  ]);
  expect(colonnes.some(({ titre }) => titre.startsWith('Région propose'))).toBe(false);
});

test('un import dit ce qu’il est devenu', () => {
  const lot: LotRelu = {
    lot: '7',
    faitLe: '2023-12-07T09:00:00Z',
    auteur: 'chargé de mission, Région',
    periodes: ['2022', '2023-T3'],
    sources: ['Bilan'],
    cases: 26,
    demonstration: true,
    annule: false,
    annulable: true,
  };
  const { lignes } = lotsEnTableau('region', 'entrees-prf', [
    lot,
    { ...lot, annulable: false },
    { ...lot, annulable: false, annule: true },
  ]);
  expect(lignes.map((ligne) => ligne[8])).toEqual(['en place', 'remplacé depuis', 'annulé']);
  expect(lignes[0]?.slice(3, 7)).toEqual([
    { jour: '2023-12-07' },
    'chargé de mission, Région',
    '2022, 3e trimestre 2023',
    26,
  ]);
});
