import { strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { ecrireXlsx, FichierRefuse, lireXlsx } from '../index.js';
import { columnName } from './sheet-xml.js';

const FEUILLE = {
  nom: 'Contributions',
  colonnes: [
    { titre: 'Engagement', repere: true },
    { titre: 'Avancement', bornes: { min: 0, max: 100 } },
    { titre: 'Météo', choix: ['Soleil', 'Orage'] },
    { titre: 'Échéance' },
  ],
  lignes: [
    ['E01', 40, 'Soleil', { jour: '2024-03-31' }],
    ['E02', 0, null, { jour: '1900-03-01' }],
    ['E03 « <b>&é"\u0007', 1.5, 'ligne 1\nligne 2', null],
  ],
} as const;

async function part(blob: Blob, path: string): Promise<string> {
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const bytes = parts[path];
  if (!bytes) throw new Error(`no ${path}`);
  return new TextDecoder().decode(bytes);
}

test('un autre lecteur retrouve les valeurs écrites', async () => {
  const blob = await ecrireXlsx([FEUILLE]);
  const [feuille] = await readXlsxFile(await blob.arrayBuffer(), { trim: false });
  expect(feuille?.sheet).toBe('Contributions');
  expect(feuille?.data).toEqual([
    ['Engagement', 'Avancement', 'Météo', 'Échéance'],
    ['E01', 40, 'Soleil', new Date('2024-03-31T00:00:00Z')],
    ['E02', 0, null, new Date('1900-03-01T00:00:00Z')],
    ['E03 « <b>&é"', 1.5, 'ligne 1\nligne 2', null],
  ]);
});

test('ce qui est écrit se relit, les dates en jours civils', async () => {
  const [feuille] = await lireXlsx(await ecrireXlsx([FEUILLE]));
  expect(feuille?.lignes[1]).toEqual(['E01', 40, 'Soleil', '2024-03-31']);
});

test('les titres restent en vue et les colonnes offrent leurs listes', async () => {
  const xml = await part(await ecrireXlsx([FEUILLE]), 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<formula1>"Soleil,Orage"</formula1>');
  expect(xml).toContain('<formula1>0</formula1><formula2>100</formula2>');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://exemple.fr")'])(
  'aucune donnée ne devient une formule : %s',
  async (cellule) => {
    const blob = await ecrireXlsx([{ nom: 'a', colonnes: [{ titre: 'a' }], lignes: [[cellule]] }]);
    const xml = await part(blob, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('t="inlineStr"');
    // Its format keeps it a text even after somebody has edited it.
    const style = Number(/<c r="A2" s="(\d)"/.exec(xml)?.[1]);
    const formats = (await part(blob, 'xl/styles.xml')).split('<cellXfs')[1]?.match(/<xf [^>]*>/g);
    expect(formats?.[style]).toContain('quotePrefix="1"');
    expect((await lireXlsx(blob))[0]?.lignes[1]).toEqual([cellule]);
  },
);

test('les noms de feuilles sont ceux que les tableurs acceptent, chacun une fois', async () => {
  const vide = { colonnes: [], lignes: [] };
  const lues = await lireXlsx(
    await ecrireXlsx([
      { nom: 'État / Région : [2023]', ...vide },
      { nom: 'x'.repeat(40), ...vide },
      { nom: 'X'.repeat(40), ...vide },
      { nom: '', ...vide },
    ]),
  );
  const noms = lues.map(({ nom }) => nom);
  expect(noms[0]).not.toMatch(/[[\]:*?/\\]/);
  expect(new Set(noms.map((nom) => nom.toLowerCase())).size).toBe(4);
  expect(noms.every((nom) => nom.length >= 1 && nom.length <= 31)).toBe(true);
});

test('une grande liste s’écrit et se relit sur le fil de la page', async () => {
  const lignes = Array.from({ length: 4000 }, (_, rang) => [
    `spel-596:${rang}`,
    rang,
    `Décision ${rang} ${'mot '.repeat(30)}`,
  ]);
  const worker = globalThis.Worker;
  Reflect.set(globalThis, 'Worker', function refused() {
    throw new Error('the content security policy refuses workers made from blobs');
  });
  try {
    const colonnes = [{ titre: 'a' }, { titre: 'b' }, { titre: 'c' }];
    const blob = await ecrireXlsx([{ nom: 'Décisions', colonnes, lignes }]);
    const [feuille] = await lireXlsx(blob);
    expect(feuille?.lignes).toHaveLength(4001);
    expect(feuille?.lignes[4000]?.[1]).toBe(3999);
  } finally {
    Reflect.set(globalThis, 'Worker', worker);
  }
});

test('ce qui n’est pas un classeur est refusé avec sa raison', async () => {
  for (const contenu of [new Blob(['a;b\n1;2']), new Blob([]), new Blob([sansClasseur()])]) {
    const essai = lireXlsx(contenu);
    await expect(essai).rejects.toBeInstanceOf(FichierRefuse);
    await expect(essai).rejects.toMatchObject({ code: 'FICHIER_ILLISIBLE' });
  }
});

test('une archive qui enfle est refusée sans être dépliée', async () => {
  const bombe = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) });
  await expect(lireXlsx(new Blob([new Uint8Array(bombe)]))).rejects.toMatchObject({
    code: 'FICHIER_TROP_GROS',
  });
});

test('les colonnes se nomment comme dans un tableur', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

function sansClasseur(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync({ 'lisez-moi.xml': strToU8('<a/>') }));
}
