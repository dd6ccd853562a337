import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe } from './axe.js';
import { freePort } from './free-port.js';
import { findInstalledChromium } from './installed-chromium.js';
import { launchBrowser } from './launch-browser.js';
import { prepareNpmChromium } from './npm-chromium.js';

const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head>
<body><main><h1>Essai</h1><label>Nom <input name="nom"></label></main></body></html>`;

let port: number;
const server = createServer((request, response) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'",
  });
  response.end(request.url === '/mauvaise' ? PAGE.replace('<label>Nom ', '<label>') : PAGE);
});

beforeAll(async () => {
  port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const sources = [
  ['npm', { source: 'npm' }],
  ['de la machine, ou à défaut npm', {}],
] as const;

describe.each(sources)('le navigateur %s', (_titre, opts) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(opts);
  });
  afterAll(() => browser.close());

  test('montre une page, y écrit, et trouve de quoi dessiner les lettres', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByLabel('Nom').fill('Démonstration');
    expect(await page.getByLabel('Nom').inputValue()).toBe('Démonstration');
    const box = await page.getByRole('heading').boundingBox();
    expect(box?.height).toBeGreaterThan(10);
    expect((await page.screenshot()).length).toBeGreaterThan(1000);
    await page.close();
  });

  test('garde la sécurité du web : une autre origine ne se lit pas', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const readAcross = page.evaluate(
      (url) => fetch(url).then((response) => response.text()),
      `http://localhost:${port}/`,
    );
    await expect(readAcross).rejects.toThrow('Failed to fetch');
    await page.close();
  });

  test('laisse axe vérifier une page à la politique de contenu stricte', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await expect(axe(page)).resolves.toBeUndefined();
    await page.goto(`http://127.0.0.1:${port}/mauvaise`);
    await expect(axe(page)).rejects.toThrow(/label.*\n.*input/);
    await page.close();
  });
});

describe('le navigateur npm', () => {
  test('se prépare une seule fois, même demandé par deux à la fois', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'chromium-'));
    try {
      const [one, other] = await Promise.all([
        prepareNpmChromium(cache),
        prepareNpmChromium(cache),
      ]);
      expect(other).toEqual(one);
      expect(readdirSync(cache)).toHaveLength(1);
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  });
});

describe('le navigateur de la machine', () => {
  test('choisi par CHROMIUM_PATH, n’est pas remplacé en silence', () => {
    const path = { CHROMIUM_PATH: '/nulle/part', PATH: process.env['PATH'] };
    expect(() => findInstalledChromium(path)).toThrow('CHROMIUM_PATH=/nulle/part');
    expect(findInstalledChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  test('absent, n’est pas inventé', () => {
    expect(findInstalledChromium({ PATH: '/nulle/part' })).toBeNull();
    expect(findInstalledChromium({})).toBeNull();
  });
});
