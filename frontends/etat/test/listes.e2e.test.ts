import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { axe, launchBrowser, type ModuleAlone, serveModuleAlone } from '@passerelle/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InstanceListee } from '../src/instances/en-tableau.js';

type Navigateur = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Navigateur['newPage']>>;

let seul: ModuleAlone;
let navigateur: Navigateur;

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
  seul = await serveModuleAlone({
    module: fileURLToPath(new URL('../dist', import.meta.url)),
    partages: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/partages.json')),
    schema: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/graphe.graphql')),
    root: () => RACINE,
  });
  navigateur = await launchBrowser();
});

afterAll(async () => {
  await navigateur?.close();
  await seul?.stop();
});

async function sur(chemin: string, faire: (page: Page) => Promise<void>): Promise<void> {
  const page = await navigateur.newPage({ viewport: { width: 320, height: 900 } });
  try {
    await page.goto(seul.address + chemin);
    await faire(page);
  } finally {
    await page.close();
  }
}

async function exporter(page: Page, format: 'CSV' | 'XLSX'): Promise<Blob> {
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Exporter en ${format}` }).click(),
  ]);
  return new Blob([new Uint8Array(await readFile(await fichier.path()))]);
}

test('les instances du filtre partent toutes, celles des pages suivantes aussi, avec leurs sièges', async () => {
  await sur('/instances', async (page) => {
    await page.getByText('50 instances à l’écran, la liste continue.').waitFor();
    await axe(page);
    const [instances, sieges, aLire] = await lireXlsx(await exporter(page, 'XLSX'));
    expect(instances?.lignes).toHaveLength(TOTAL + 1);
    expect(sieges?.nom).toBe('Sièges');
    expect(sieges?.lignes).toHaveLength(2 * TOTAL + 1);
    expect(aLire?.lignes).toContainEqual(['Au jour du', '2023-12-15']);
  });
  await sur('/instances?q=impair', async (page) => {
    await page.getByText('25 instances à l’écran').waitFor();
    const lignes = lireCsv(await (await exporter(page, 'CSV')).text());
    expect(lignes).toHaveLength(TOTAL / 2 + 1);
    expect(lignes[1]?.[3]).toBe('Impair 1');
  });
});

test('la couverture part en tableau ; ce qui n’a pas de libellé ou n’est pas dit se lit tel', async () => {
  await sur('/couverture', async (page) => {
    await page.getByText('Premier chantier').waitFor();
    await axe(page);
    const lignes = lireCsv(await (await exporter(page, 'CSV')).text());
    expect(lignes.slice(0, 4).map((ligne) => ligne.slice(2, 5))).toEqual([
      ['Libellé', 'E01', 'E02'],
      ['Premier principe', 'oui', 'non communiqué'],
      ['libellé non fourni', '', 'non communiqué'],
      ['Premier chantier', '', 'non communiqué'],
    ]);
    expect(lignes.at(-1)?.[0]).toContain('données de démonstration');
  });
});
