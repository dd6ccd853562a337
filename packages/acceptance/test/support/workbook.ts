import { readFile } from 'node:fs/promises';
import { Workbook } from '@cj-tech-master/excelts';
import type { Download } from 'playwright-core';

/** One line of the workbook of contributions, by the titles of its columns. */
export type WorkbookLine = Readonly<Record<string, string | number>>;

/** A workbook taken from the page, as a spreadsheet program opens it. */
export interface OpenWorkbook {
  readonly name: string;
  /** Values under a title, from the second row down. */
  column(title: string): readonly unknown[];
  /** Types into the line whose first column holds this code. */
  type(code: string, line: WorkbookLine): void;
  /** The row number that the program shows for this code. */
  rowOf(code: string): number;
  /** The same file, saved by that program. */
  save(): Promise<Buffer>;
}

/**
 * Opens what the page gave with another library than the one that wrote it: saved again, the file is
 * laid out as spreadsheet programs do (shared strings, styles renumbered), not as the page did.
 *
 * @throws Error when the file is no workbook or lacks a title
 */
export async function openWorkbook(download: Download): Promise<OpenWorkbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await readFile(await download.path()));
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  const titles = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, rank) => titles.set(cell.text, rank));
  const rankOf = (title: string): number => {
    const rank = titles.get(title);
    if (rank === undefined) throw new Error(`no « ${title} » among ${[...titles.keys()].join()}`);
    return rank;
  };
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, rank) => rank + 2);
  const rowOf = (code: string): number => {
    const row = rows.find((numero) => sheet.getRow(numero).getCell(1).value === code);
    if (row === undefined) throw new Error(`no line for ${code}`);
    return row;
  };
  return {
    name: download.suggestedFilename(),
    column: (title) => rows.map((numero) => sheet.getRow(numero).getCell(rankOf(title)).value),
    rowOf,
    type(code, line) {
      for (const [title, value] of Object.entries(line)) {
        sheet.getRow(rowOf(code)).getCell(rankOf(title)).value = value;
      }
    },
    save: async () => Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}
