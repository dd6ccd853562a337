import { fileURLToPath } from 'node:url';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { axe, exportList, type ModuleInBrowser, openModuleInBrowser } from '@passerelle/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TensionLue } from '../src/tensions/en-tableau.js';

let seul: ModuleInBrowser;

const ARRONDISSEMENTS = 25;
const METIERS = 10;

/** Each métier in every arrondissement, the strongest first, as the house gives them. */
const TENSIONS: TensionLue[] = Array.from({ length: ARRONDISSEMENTS * METIERS }, (_, rang) => {
  const metier = Math.floor(rang / ARRONDISSEMENTS);
  const lieu = rang % ARRONDISSEMENTS;
  return {
    id: `t-${rang}`,
    annee: 2022,
    niveau: 5 - Math.floor(metier / 2),
    facteurs: ['MANQUE_MAIN_OEUVRE'],
    source: 'Enquête fictive',
    arreteLe: '2023-06-30',
    demonstration: true,
    metier: { codeRome: `H29${metier}0`, libelle: `Métier ${metier}` },
    territoire: { code: `59${lieu}`, maille: 'ARRONDISSEMENT', nom: `Lieu ${lieu}` },
  };
});

const RACINE = {
  tensions: ({ first, after }: { first: number; after?: string | null }) => {
    const debut = Number(after ?? 0);
    const fin = debut + first;
    return {
      nodes: TENSIONS.slice(debut, fin),
      pageInfo: { hasNextPage: fin < TENSIONS.length, endCursor: String(fin) },
    };
  },
};

beforeAll(async () => {
  seul = await openModuleInBrowser({
    module: fileURLToPath(new URL('../dist', import.meta.url)),
    partages: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/partages.json')),
    schema: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/graphe.graphql')),
    root: () => RACINE,
  });
});

afterAll(() => seul?.stop());

test('toute la région part, une tension par ligne, quand la page montre ses premiers métiers', async () => {
  await seul.on('/tensions', async (page) => {
    await page.getByText('3 métiers à l’écran, la liste continue.').waitFor();
    await axe(page);
    const lignes = lireCsv(await (await exportList(page, 'CSV')).content.text());
    expect(lignes).toHaveLength(TENSIONS.length + 1);
    const [titres = [], premiere = []] = lignes;
    const lue = Object.fromEntries(titres.map((titre, rang) => [titre, premiere[rang]]));
    expect(lue).toMatchObject({
      Métier: 'Métier 0',
      Arrondissement: 'Lieu 0',
      'Tension (de 1 à 5)': '5',
      Tension: 'très forte',
      'Arrêté au': '2023-06-30',
      Maison: 'Pôle emploi',
      Démonstration: 'oui',
    });
  });
});

test('dans un arrondissement, le fichier garde l’ordre choisi sur la page', async () => {
  await seul.on('/tensions?territoire=arrondissement:590&ordre=metier', async (page) => {
    await page.getByText('40 tensions à l’écran, sur 250.').waitFor();
    const [tensions] = await lireXlsx((await exportList(page, 'XLSX')).content);
    expect(tensions?.lignes).toHaveLength(TENSIONS.length + 1);
    const metiers = tensions?.lignes.slice(1).map((ligne) => String(ligne[1])) ?? [];
    expect(metiers).toEqual([...metiers].sort((a, b) => a.localeCompare(b, 'fr')));
  });
});
