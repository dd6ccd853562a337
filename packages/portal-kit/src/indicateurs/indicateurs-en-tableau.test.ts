import { expect, test } from 'vitest';
import type { ValeurDuTerritoire } from './indicateurs.js';
import { indicateursEnTableau } from './indicateurs-en-tableau.js';

const VALEUR: ValeurDuTerritoire = {
  id: 'v1',
  periode: '2023-T3',
  fin: '2023-09-30',
  valeur: 14_250,
  masque: false,
  calculee: false,
  dateValeur: '2023-10-25',
  source: 'STMT',
  demonstration: true,
  version: 1,
  publieeLe: '2023-10-26T08:00:00Z',
  manquants: [],
  indicateur: {
    code: 'demandeurs',
    libelle: 'Demandeurs d’emploi',
    unite: 'personnes',
    nature: 'CONTEXTE',
    perimetre: 'Catégories A, B, C.',
    methode: 'Moyenne trimestrielle.',
    source: 'STMT',
    additif: true,
    comptePersonnes: true,
    mailleMinimale: 'ARRONDISSEMENT',
    dimensions: ['SEXE'],
    raisonMaille: '',
    cibles: [],
  },
  ventilations: [
    { dimension: 'SEXE', modalite: 'FEMMES', valeur: 7000, masque: false },
    { dimension: 'SEXE', modalite: 'HOMMES', valeur: null, masque: true },
  ],
};
const LIEU = { code: '596', maille: 'ARRONDISSEMENT' };

function colonne(titre: string, valeurs: readonly ValeurDuTerritoire[]): unknown[] {
  const { colonnes, lignes } = indicateursEnTableau('pole-emploi', LIEU, valeurs, undefined);
  const rang = colonnes.findIndex((une) => une.titre === titre);
  expect(rang).toBeGreaterThanOrEqual(0);
  return lignes.map((ligne) => ligne[rang]);
}

test('chaque valeur a son unité, sa maison, sa date, et chaque répartition sa ligne', () => {
  expect(colonne('Répartition', [VALEUR])).toEqual(['ensemble', 'par sexe', 'par sexe']);
  expect(colonne('Unité', [VALEUR])).toEqual(['personnes', 'personnes', 'personnes']);
  expect(colonne('Maison', [VALEUR])[0]).toBe('Pôle emploi');
  expect(colonne('Arrêté au', [VALEUR])[0]).toEqual({ jour: '2023-10-25' });
  expect(colonne('Démonstration', [VALEUR])).toEqual([true, true, true]);
});

test('une valeur masquée reste masquée, même si elle arrivait, et le fichier le dit', () => {
  const fuite = { ...VALEUR, valeur: 7, masque: true };
  expect(colonne('Valeur', [fuite])).toEqual([null, 7000, null]);
  expect(colonne('Masqué', [fuite])).toEqual([true, false, true]);
  const { remarques } = indicateursEnTableau('pole-emploi', LIEU, [VALEUR], undefined);
  expect(remarques?.[0]).toMatch(/^Masqué : /);
});

test('rien n’est dit du masquage quand rien n’est masqué', () => {
  const { remarques } = indicateursEnTableau(
    'pole-emploi',
    LIEU,
    [{ ...VALEUR, ventilations: [] }],
    undefined,
  );
  expect(remarques).toEqual([]);
});
