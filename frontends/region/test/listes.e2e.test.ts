import { fileURLToPath } from 'node:url';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { axe, exportList, type ModuleInBrowser, openModuleInBrowser } from '@passerelle/testing';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FormationEnTableau } from '../src/formations/en-tableau.js';

type Page = Parameters<Parameters<ModuleInBrowser['on']>[1]>[0];

let seul: ModuleInBrowser;
let racine: Record<string, unknown>;

const TOTAL = 130;

const formation = (rang: number): FormationEnTableau => ({
  numeroOffre: `OF-${rang}`,
  intitule: `Soudage ${String(rang).padStart(3, '0')}`,
  secteur: 'INDUSTRIE',
  metiers: [{ codeRome: 'H2913' }],
  organisme: 'Organisme fictif',
  certifiante: false,
  lieu: { code: '59606', maille: 'COMMUNE', nom: 'Valenciennes' },
  placesRestantes: rang,
  sessions: {
    nodes: [
      {
        numeroSession: `S-${rang}`,
        debut: '2024-01-08',
        fin: '2024-03-29',
        places: 15,
        placesRestantes: 12,
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
  demonstration: true,
});

const absente = (partenaire: string): GraphQLError =>
  new GraphQLError('absente', { extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire } });

/** Courses page by page, as many as asked. */
function formations({ first, after }: { first: number; after?: string | null }): unknown {
  const debut = Number(after ?? 0);
  const fin = Math.min(debut + first, TOTAL);
  return {
    nodes: Array.from({ length: fin - debut }, (_, rang) => formation(debut + rang)),
    pageInfo: { hasNextPage: fin < TOTAL, endCursor: String(fin) },
  };
}

beforeAll(async () => {
  seul = await openModuleInBrowser({
    module: fileURLToPath(new URL('../dist', import.meta.url)),
    partages: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/partages.json')),
    schema: fileURLToPath(import.meta.resolve('@passerelle/portal-kit/graphe.graphql')),
    root: () => racine,
  });
});

beforeEach(() => {
  racine = {
    formations,
    // The names of the métiers come from Pôle emploi, which is away.
    metiers: () => {
      throw absente('pole-emploi');
    },
  };
});

afterAll(() => seul?.stop());

const LISTE = '/formations?secteur=industrie';

function surLesFormations(faire: (page: Page) => Promise<void>): Promise<void> {
  return seul.on(LISTE, async (page) => {
    await page.getByText('20 formations à l’écran').waitFor();
    await faire(page);
  });
}

async function exporter(page: Page, format: 'CSV' | 'XLSX'): Promise<Blob> {
  const { name, content } = await exportList(page, format);
  expect(name).toBe(`formations-2023-12-15.${format.toLowerCase()}`);
  return content;
}

test('toutes les formations du filtre partent, pas seulement celles à l’écran', async () => {
  await surLesFormations(async (page) => {
    await axe(page);
    const [formations, aLire] = await lireXlsx(await exporter(page, 'XLSX'));
    expect(formations?.lignes).toHaveLength(TOTAL + 1);
    expect(formations?.lignes.at(-1)?.[1]).toBe('Soudage 129');
    // A date that a spreadsheet takes for one, not its words.
    const debut = formations?.lignes[0]?.indexOf('Prochaine session : début') ?? -1;
    expect(formations?.lignes[1]?.[debut]).toBe('2024-01-08');
    expect(aLire?.lignes).toContainEqual(['Liste et filtres', seul.address + LISTE]);
  });
});

test('sans Pôle emploi les formations partent quand même, et le fichier dit ce qui manque', async () => {
  await surLesFormations(async (page) => {
    const lignes = lireCsv(await (await exporter(page, 'CSV')).text());
    expect(lignes).toHaveLength(TOTAL + 2);
    expect(lignes.at(-1)?.[0]).toContain('Pôle emploi, qui n’a pas tout répondu');
  });
});

test('une lecture trop longue s’arrête à la demande, sans fichier, et peut recommencer', async () => {
  await surLesFormations(async (page) => {
    const fichiers: string[] = [];
    page.on('download', (fichier) => fichiers.push(fichier.suggestedFilename()));
    const suite = Promise.withResolvers<void>();
    racine['formations'] = async (question: Parameters<typeof formations>[0]) => {
      if (question.after) await suite.promise;
      return formations(question);
    };
    await page.getByRole('button', { name: 'Exporter en XLSX' }).click();
    await page.getByText('100 lignes lues').waitFor();
    await page.getByRole('button', { name: 'Arrêter' }).press('Enter');
    await page.getByRole('button', { name: 'Arrêter' }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exporter en CSV');
    suite.resolve();
    const lignes = lireCsv(await (await exporter(page, 'CSV')).text());
    expect(lignes.length).toBeGreaterThan(TOTAL);
    expect(fichiers).toEqual(['formations-2023-12-15.csv']);
  });
});

test('la Région s’absente en route : aucun fichier à moitié, et la page dit pourquoi', async () => {
  await surLesFormations(async (page) => {
    const fichiers: string[] = [];
    page.on('download', (fichier) => fichiers.push(fichier.suggestedFilename()));
    racine['formations'] = (question: Parameters<typeof formations>[0]) => {
      if (question.after) throw absente('region');
      return formations(question);
    };
    await page.getByRole('button', { name: 'Exporter en CSV' }).click();
    const alerte = page.getByRole('alert');
    await alerte.getByText('Le fichier n’a pas pu être préparé.').waitFor();
    await alerte.getByText(/La Région ne répond pas\..*dès son retour/).waitFor();
    expect(fichiers).toEqual([]);
  });
});
