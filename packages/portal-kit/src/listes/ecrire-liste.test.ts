import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { expect, test } from 'vitest';
import { ecrireListe } from './ecrire-liste.js';

const TABLEAU = {
  colonnes: [{ titre: 'Formation' }, { titre: 'Début' }, { titre: 'Places (places)' }],
  lignes: [
    ['Soudage', { jour: '2024-01-08' }, 12],
    ['=1+1', null, null],
  ],
};
const CIRCONSTANCES = {
  jour: '2023-12-15',
  prepareLe: new Date('2023-12-15T16:42:00Z'),
  adresse: 'https://portail.test/formations?secteur=industrie',
};

test('un classeur porte la liste, une date y est une date, et dit d’où elle vient', async () => {
  const feuilles = await lireXlsx(await ecrireListe('formations', TABLEAU, 'xlsx', CIRCONSTANCES));
  expect(feuilles.map(({ nom }) => nom)).toEqual(['formations', 'À lire']);
  expect(feuilles[0]?.lignes).toEqual([
    ['Formation', 'Début', 'Places (places)'],
    ['Soudage', '2024-01-08', 12],
    ['=1+1', null, null],
  ]);
  expect(feuilles[1]?.lignes).toContainEqual(['Lignes', 2]);
  expect(feuilles[1]?.lignes).toContainEqual(['Au jour du', '2023-12-15']);
  expect(feuilles[1]?.lignes).toContainEqual(['Préparé le', '15 décembre 2023 à 17:42']);
  expect(feuilles[1]?.lignes).toContainEqual(['Liste et filtres', CIRCONSTANCES.adresse]);
});

test('l’heure de lecture est celle de la maison quand la liste était déjà lue', async () => {
  const lueLe = new Date('2023-12-15T08:00:00Z');
  const fichier = await ecrireListe('frise', { ...TABLEAU, lueLe }, 'xlsx', CIRCONSTANCES);
  const [, aLire] = await lireXlsx(fichier);
  expect(aLire?.lignes).toContainEqual(['Lu le', '15 décembre 2023 à 09:00']);
});

test('le détail de chaque ligne vient dans sa propre feuille', async () => {
  const autresFeuilles = [
    { nom: 'Sièges', colonnes: [{ titre: 'Fonction' }], lignes: [['préfet']] },
  ];
  const feuilles = await lireXlsx(
    await ecrireListe('instances', { ...TABLEAU, autresFeuilles }, 'xlsx', CIRCONSTANCES),
  );
  expect(feuilles.map(({ nom }) => nom)).toEqual(['instances', 'Sièges', 'À lire']);
  expect(feuilles[1]?.lignes).toEqual([['Fonction'], ['préfet']]);
});

test('ce qui manque est dit dans les deux fichiers ; un CSV entier n’a que ses lignes', async () => {
  const remarques = ['La Région n’a pas répondu : ce qui vient de la Région manque.'];
  const avec = await ecrireListe('avis', { ...TABLEAU, remarques }, 'csv', CIRCONSTANCES);
  expect(lireCsv(await avec.text()).at(-1)).toEqual(remarques);
  const classeur = await lireXlsx(
    await ecrireListe('avis', { ...TABLEAU, remarques }, 'xlsx', CIRCONSTANCES),
  );
  expect(classeur[1]?.lignes).toContainEqual(['À savoir', ...remarques]);
  const sans = await ecrireListe('avis', TABLEAU, 'csv', CIRCONSTANCES);
  expect(lireCsv(await sans.text())).toHaveLength(3);
});
