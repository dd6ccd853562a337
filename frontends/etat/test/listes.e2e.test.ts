import { fileURLToPath } from 'node:url';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { axe, exportList, type ModuleInBrowser, openModuleInBrowser } from '@passerelle/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InstanceListee } from '../src/instances/en-tableau.js';

let seul: ModuleInBrowser;

const spel = (rang: number): InstanceListee => ({
  id: `spel-${rang}`,
  type: 'SPEL',
  nom: `SPEL ${rang}`,
  regle: 'VALIDATIONS',
  membresLe: [
    {
      fonction: 'Sous-préfet',
      organisation: 'Préfecture',
      partenaire: 'ETAT',
      copilote: true,
      voix: false,
    },
    {
      fonction: 'Maire',
      organisation: 'Commune fictive',
      partenaire: null,
      copilote: false,
      voix: false,
    },
  ],
  predecesseur: null,
  creeeLe: '2016-07-01',
  dissouteLe: null,
  source: 'source fictive',
  territoire: {
    code: `59${rang}`,
    maille: 'ARRONDISSEMENT',
    nom: rang % 2 === 0 ? `Pair ${rang}` : `Impair ${rang}`,
  },
});

const TOTAL = 70;
const SOURCE = { intitule: 'rapport fictif', lien: 'https://exemple.test/rapport' };

const RACINE = {
  instances: ({ first, after }: { first: number; after?: string | null }) => {
    const debut = Number(after ?? 0);
    const fin = Math.min(debut + first, TOTAL);
    return {
      nodes: Array.from({ length: fin - debut }, (_, rang) => spel(debut + rang)),
      pageInfo: { hasNextPage: fin < TOTAL, endCursor: String(fin) },
    };
  },
  principes: [
    { numero: 1, libelle: 'Premier principe', source: SOURCE },
    { numero: 4, libelle: null, source: SOURCE },
  ],
  chantiers: [{ numero: 1, libelle: 'Premier chantier', source: SOURCE }],
  engagements: [
    {
      code: 'E01',
      libelle: 'Un engagement',
      texteOfficiel: false,
      referencesEtat: {
        version: 1,
        demonstration: true,
        principes: [{ numero: 1 }],
        chantiers: [],
        documents: [],
      },
    },
    { code: 'E02', libelle: 'Un autre', texteOfficiel: false, referencesEtat: null },
  ],
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

test('les instances du filtre partent toutes, celles des pages suivantes aussi, avec leurs sièges', async () => {
  await seul.on('/instances', async (page) => {
    await page.getByText('50 instances à l’écran, la liste continue.').waitFor();
    await axe(page);
    const [instances, sieges, aLire] = await lireXlsx((await exportList(page, 'XLSX')).content);
    expect(instances?.lignes).toHaveLength(TOTAL + 1);
    expect(sieges?.nom).toBe('Sièges');
    expect(sieges?.lignes).toHaveLength(2 * TOTAL + 1);
    expect(aLire?.lignes).toContainEqual(['Au jour du', '2023-12-15']);
  });
  await seul.on('/instances?q=impair', async (page) => {
    await page.getByText('25 instances à l’écran').waitFor();
    const lignes = lireCsv(await (await exportList(page, 'CSV')).content.text());
    expect(lignes).toHaveLength(TOTAL / 2 + 1);
    expect(lignes[1]?.[3]).toBe('Impair 1');
  });
});

test('la couverture part en tableau ; ce qui n’a pas de libellé ou n’est pas dit se lit tel', async () => {
  await seul.on('/couverture', async (page) => {
    await page.getByText('Premier chantier').waitFor();
    await axe(page);
    const lignes = lireCsv(await (await exportList(page, 'CSV')).content.text());
    expect(lignes.slice(0, 4).map((ligne) => ligne.slice(2, 5))).toEqual([
      ['Libellé', 'E01', 'E02'],
      ['Premier principe', 'oui', 'non communiqué'],
      ['libellé non fourni', '', 'non communiqué'],
      ['Premier chantier', '', 'non communiqué'],
    ]);
    expect(lignes.at(-1)?.[0]).toContain('données de démonstration');
  });
});
