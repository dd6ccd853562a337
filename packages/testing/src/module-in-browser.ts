import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from './launch-browser.js';
import { type ModuleAlone, serveModuleAlone } from './serve-module-alone.js';

/** A module alone, looked at by a browser of its own. */
export interface ModuleInBrowser extends ModuleAlone {
  /** Opens a page at the narrowest width that the portal is made for, and closes it afterwards. */
  on: (path: string, act: (page: Page) => Promise<void>) => Promise<void>;
}

/** @param options - those of {@link serveModuleAlone} */
export async function openModuleInBrowser(
  options: Parameters<typeof serveModuleAlone>[0],
): Promise<ModuleInBrowser> {
  const [alone, browser] = await Promise.all([serveModuleAlone(options), launchBrowser()]);
  return {
    address: alone.address,
    async on(path, act) {
      const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
      try {
        await page.goto(alone.address + path);
        await act(page);
      } finally {
        await page.close();
      }
    },
    async stop() {
      await browser.close();
      await alone.stop();
    },
  };
}

/** A list's file, as its reader receives it. */
export interface ExportedList {
  readonly name: string;
  readonly content: Blob;
}

/** Presses « Exporter en … » and waits for the file. */
export async function exportList(page: Page, format: 'CSV' | 'XLSX'): Promise<ExportedList> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Exporter en ${format}` }).click(),
  ]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), content: new Blob([new Uint8Array(bytes)]) };
}
