import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lireCsv, lireXlsx } from '@passerelle/portal-files';
import { axe, launchBrowser, type Platform, startPlatform } from '@passerelle/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PUBLIQUES = ['/', '/accessibilite', '/mentions-legales', '/donnees-personnelles', '/aide'];
const PAGES = [
  '/',
  '/protocole',
  '/protocole/E07',
  '/fiches',
  '/fiches/region/fiche-1',
  '/seances',
  '/seances/spel-596:2023-12-15',
  '/seances/spel-596:2023-12-15/dossier',
  '/decisions',
  '/territoires',
  '/territoires/arrondissement/596',
  '/territoires/commune/59606',
  '/territoires/region/32',
  '/instances',
  '/formations',
  '/tensions',
  '/suivi',
  '/recherche?q=valenciennes',
  '/aide',
  '/rien-ici',
];
/** Pages of the State's module and of the text, opened at two sizes: the run is long already. */
const PAGES_DE_L_ETAT = [
  '/annuaire',
  '/frise',
  '/textes',
  '/couverture',
  '/situation',
  '/protocole/texte',
  '/instances?au=2024-09-02',
  '/territoires/arrondissement/596?au=2024-09-02',
];
const PAGES_D_ADMINISTRATION = [
  '/publications',
  '/publications/journal',
  '/publications/production/1',
  '/publications/jetons',
  '/publications/usages',
  '/publications/carte',
];
const LARGEURS = [1280, 390, 320];

/** One page in every width and theme, on a machine that may be busy. */
const LOOK_MS = 120_000;
/** Skeletons come after 200 ms only. */
const QUIET_MS = 400;

let platform: Platform;
let browser: Browser;

beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

interface Noise {
  readonly page: Page;
  readonly words: string[];
}

async function openPage(width: number): Promise<Noise> {
  const context = await browser.newContext({
    colorScheme: 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const words: string[] = [];
  page.on('pageerror', (error) => words.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') words.push(message.text());
  });
  return { page, words };
}

/** The page is there: its title is read, nothing is loading any more. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${platform.portail}${path}`);
  await page.locator('h1').waitFor();
  // The live stream stays open, so the network is never idle: what loads says so on the page.
  await page.waitForTimeout(QUIET_MS);
  await page.locator('[aria-busy="true"], .p-squelette').first().waitFor({ state: 'detached' });
}

/**
 * At each width, in both themes, from one load: the style sheet alone chooses what depends on either
 * (no script asks for the width), and a theme is one set of colours, so that what is not colour is
 * asked once a width.
 */
async function inspect(page: Page, path: string, who: string, widths: number[]): Promise<void> {
  await visit(page, path);
  expect(await page.locator('h1').count()).toBe(1);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await untilStill(page);
    await axe(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${path} déborde à ${width} px`).toBeLessThanOrEqual(0);
    await keepPicture(page, path, `${who}-${width}-light`);
    const ground = await groundOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await untilStill(page);
    expect(await groundOf(page)).not.toBe(ground);
    await axe(page, { couleurs: true });
    await keepPicture(page, path, `${who}-${width}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

/** What changes gradually must have changed before it is looked at. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((change) => change.finished.catch(() => null))),
  );
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

async function keepPicture(page: Page, path: string, name: string): Promise<void> {
  const folder = process.env['CAPTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const file = `${name}${path.replaceAll('/', '-')}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
}

const PARCOURS = [
  { who: 'public', identifiant: null, widths: LARGEURS, paths: PUBLIQUES },
  { who: 'agent', identifiant: 'region.charge-de-mission', widths: LARGEURS, paths: PAGES },
  {
    who: 'etat',
    identifiant: 'region.charge-de-mission',
    widths: [1280, 320],
    paths: PAGES_DE_L_ETAT,
  },
  // The shell's own tests open them at every width, over a registry of their making.
  {
    who: 'admin',
    identifiant: 'region.administrateur',
    widths: [1280, 320],
    paths: PAGES_D_ADMINISTRATION,
  },
];

describe.each(PARCOURS)('lisible, sans débordement ni faute d’accessibilité : $who', (parcours) => {
  const { who, identifiant, widths, paths } = parcours;
  let noise: Noise;

  beforeAll(async () => {
    noise = await openPage(1280);
    if (identifiant !== null) await platform.signIn(noise.page, identifiant);
  });

  afterAll(async () => {
    await noise?.page.context().close();
  });

  it.each(paths)(
    '%s, à chaque largeur, dans les deux thèmes',
    {
      timeout: LOOK_MS,
    },
    async (path) => {
      noise.words.length = 0;
      await noise.page.setViewportSize({ width: 1280, height: 900 });
      await inspect(noise.page, path, who, widths);
      expect(noise.words).toEqual([]);
    },
  );
});

describe('une autre date', () => {
  it('ligne 13 : au 2 septembre 2024, les comités et France Travail ; au présent, le SPER et Pôle emploi', async () => {
    const { page } = await openPage(1280);
    await platform.signIn(page, 'region.charge-de-mission');
    await visit(page, '/instances?au=2024-09-02');
    const lignes = page.locator('main tbody');
    await lignes
      .getByText('Comité régional pour l’emploi – Hauts-de-France', { exact: true })
      .waitFor();
    expect(await lignes.getByText(/Service public de l’emploi/).count()).toBeGreaterThan(0);
    expect(await page.getByText('sièges et voix de démonstration').count()).toBeGreaterThan(0);
    await lignes.getByText('autres sièges').first().click();
    expect(await lignes.first().textContent()).toContain('Directeur régional de France Travail');
    await page.getByRole('button', { name: 'Revenir au 15 décembre 2023' }).click();
    await lignes
      .getByText(/Service public de l’emploi régional/)
      .first()
      .waitFor();
    expect(await page.getByText('Comité régional pour l’emploi – Hauts-de-France').count()).toBe(0);
    await page.goto(`${platform.portail}/annuaire?au=2024-01-01&q=france+travail`);
    await page.getByText('France Travail Hauts-de-France').first().waitFor();
    await page.goto(`${platform.portail}/annuaire?q=france+travail`);
    await page.getByText('Pôle emploi Hauts-de-France').first().waitFor();
    // The day before the signature no house had published anything; at the present all three have.
    await page.goto(`${platform.portail}/protocole/E07?au=2023-06-07`);
    for (const maison of ['L’État', 'La Région', 'Pôle emploi']) {
      await page
        .getByText(`${maison} n’avait rien publié sur cet engagement au 7 juin 2023.`)
        .waitFor();
    }
    await page.goto(`${platform.portail}/protocole/E07`);
    await page.getByRole('button', { name: 'Historique de l’État' }).waitFor();
    await page.goto(`${platform.portail}/fiches?au=2023-06-07&maison=region`);
    await page.getByText('Aucune fiche ne répond à ces filtres.').waitFor();
    await page.context().close();
  });
});

describe('les listes des modules', () => {
  it.each([
    ['/formations?secteur=industrie&ordre=places', 'formations', 'Industrie'],
    ['/tensions?territoire=arrondissement:596', 'tensions', 'Valenciennes'],
  ])(
    '%s : tout ce que les filtres gardent part, relu du CSV et du XLSX',
    async (path, nom, filtre) => {
      const { page, words } = await openPage(1280);
      await platform.signIn(page, 'region.charge-de-mission');
      await visit(page, path);
      // More than what is on screen, and no more than what the page says there is.
      const compte = (await page.getByText(/à l’écran, sur \d+\.$/).textContent()) ?? '';
      const [montrees = 0, toutes = 0] = [...compte.matchAll(/\d+/g)].map(Number);
      expect(toutes).toBeGreaterThan(montrees);
      const lignes = lireCsv(await (await download(page, 'CSV', nom)).text()).slice(1);
      const [feuille, aLire] = await lireXlsx(await download(page, 'XLSX', nom));
      expect(lignes).toHaveLength(toutes);
      expect(feuille?.lignes.slice(1)).toHaveLength(toutes);
      expect(lignes.every((ligne) => ligne.includes(filtre))).toBe(true);
      expect(lignes.map(([code]) => code)).toEqual(
        feuille?.lignes.slice(1).map(([code]) => String(code)),
      );
      expect(feuille?.lignes[0]).toContain('Démonstration');
      expect(aLire?.lignes).toContainEqual(['Liste et filtres', `${platform.portail}${path}`]);
      expect(words).toEqual([]);
      await page.context().close();
    },
  );
});

describe('au clavier seul', () => {
  it('se connecte, va à E07, écrit, valide et publie', async () => {
    const { page } = await openPage(1280);
    await page.goto(platform.portail);
    await reach(page, 'Se connecter');
    await page.keyboard.press('Enter');
    await page.getByLabel('Identifiant', { exact: true }).waitFor();
    const compte = platform.comptes.find((one) => one.identifiant === 'region.charge-de-mission');
    await focus(page, () => page.getByLabel('Identifiant', { exact: true }));
    await page.keyboard.type('region.charge-de-mission');
    await page.keyboard.press('Tab');
    await page.keyboard.type(compte?.motDePasse ?? '');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForURL(`${platform.portail}/**`);
    await reach(page, 'Protocole');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Protocole' }).waitFor();
    await reach(page, /^E07/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^E07/ }).waitFor();
    await page.getByRole('button', { name: 'Préparer une mise à jour' }).waitFor();

    await reach(page, 'Préparer une mise à jour');
    await page.keyboard.press('Enter');
    await focus(page, () => page.getByLabel('Commentaire (facultatif)'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Écrit au clavier.');
    await reach(page, 'Enregistrer le brouillon');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Valider', exact: true }).waitFor();
    await reach(page, 'Valider');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Publier/ }).waitFor();
    await reach(page, /^Publier/);
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await reach(page, /^Publier/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Préparer une mise à jour' }).waitFor();
    expect(await page.getByText('Écrit au clavier.').count()).toBe(1);
  });
});

describe('le retour du navigateur', () => {
  it('rend les filtres et la place dans la page', async () => {
    const { page } = await openPage(1280);
    await platform.signIn(page, 'region.charge-de-mission');
    await visit(page, '/protocole?vue=anciennete');
    const link = page.getByRole('link', { name: /^E23/ });
    await link.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => window.scrollY > 300);
    const left = await page.evaluate(() => window.scrollY);
    await link.click();
    await page.getByRole('heading', { level: 1, name: /^E23/ }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Protocole' }).waitFor();
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) <= 2, left);
    expect(await page.getByLabel('Ordre').inputValue()).toBe('anciennete');
  });
});

async function download(page: Page, format: 'CSV' | 'XLSX', nom: string): Promise<Blob> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Exporter en ${format}` }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${nom}-2023-12-15.${format.toLowerCase()}`);
  return new Blob([new Uint8Array(await readFile(await file.path()))]);
}

const MAX_TABS = 150;

/** Presses Tab until the focus is on something of that name: what a keyboard user would do. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const active = document.activeElement;
      return (active?.getAttribute('aria-label') ?? active?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? text === name : name.test(text)) return;
  }
  throw new Error(`« ${name} » n’est pas atteignable au clavier sur ${page.url()}`);
}

async function focus(page: Page, find: () => ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    if (await find().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`un champ n’est pas atteignable au clavier sur ${page.url()}`);
}
