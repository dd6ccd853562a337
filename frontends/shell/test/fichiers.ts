import { readFile } from 'node:fs/promises';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { expect } from 'vitest';
import type { Page } from './banc.js';

type Zone = Pick<Page, 'getByRole'>;

export interface FichiersLus {
  /** Name of the file, without its day. */
  nom: string;
  csv: string[][];
  /** First sheet of the workbook. */
  xlsx: readonly (readonly unknown[])[];
  /** Names of its sheets. */
  feuilles: string[];
  /** What « À lire » says must be known. */
  remarques: string[];
}

/** Asks for both files of the list of this place, and reads them back. */
export async function fichiersDe(page: Page, zone: Zone = page): Promise<FichiersLus> {
  const [csv, xlsx] = [await donne(page, zone, 'CSV'), await donne(page, zone, 'XLSX')];
  const feuilles = await lireXlsx(new Blob([new Uint8Array(xlsx.octets)]));
  const aLire = feuilles.find(({ nom }) => nom === 'À lire');
  const lignes = lireCsv(csv.octets.toString('utf8'));
  // The same table twice, titles included.
  expect(feuilles[0]?.lignes[0]).toEqual(lignes[0]);
  return {
    nom: csv.nom,
    csv: lignes,
    xlsx: feuilles[0]?.lignes ?? [],
    feuilles: feuilles.map(({ nom }) => nom),
    remarques: (aLire?.lignes ?? [])
      .filter(([quoi]) => quoi === 'À savoir')
      .map(([, remarque]) => String(remarque)),
  };
}

async function donne(
  page: Page,
  zone: Zone,
  format: 'CSV' | 'XLSX',
): Promise<{ nom: string; octets: Buffer }> {
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    zone.getByRole('button', { name: `Exporter en ${format}`, exact: true }).click(),
  ]);
  const nom = fichier.suggestedFilename();
  expect(nom).toMatch(new RegExp(`-\\d{4}-\\d{2}-\\d{2}\\.${format.toLowerCase()}$`));
  return {
    nom: nom.replace(/-\d{4}-\d{2}-\d{2}\.\w+$/, ''),
    octets: await readFile(await fichier.path()),
  };
}

/** A column of the table, by its title. */
export function colonne(lignes: readonly (readonly unknown[])[], titre: string): unknown[] {
  const [titres = [], ...autres] = lignes;
  const rang = titres.indexOf(titre);
  expect(rang, `${titre} parmi ${titres.join(', ')}`).toBeGreaterThanOrEqual(0);
  return autres.map((ligne) => ligne[rang]);
}
