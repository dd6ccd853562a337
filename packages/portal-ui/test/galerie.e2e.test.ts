import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axe, launchBrowser } from '@passerelle/testing';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Navigateur = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Navigateur['newPage']>>;

const root = join(import.meta.dirname, 'galerie');
const outDir = mkdtempSync(join(tmpdir(), 'galerie-'));
let serveur: PreviewServer;
let adresse = '';
let navigateur: Navigateur;

beforeAll(async () => {
  const commun = { root, configFile: false, logLevel: 'error' } as const;
  await build({ ...commun, build: { outDir, emptyOutDir: true, target: 'es2023' } });
  serveur = await preview({
    ...commun,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  adresse = serveur.resolvedUrls?.local[0] ?? '';
  navigateur = await launchBrowser();
});

afterAll(async () => {
  await navigateur?.close();
  await serveur?.close();
  rmSync(outDir, { recursive: true, force: true });
});

async function avecGalerie<T>(
  vue: { largeur?: number; theme?: 'light' | 'dark' },
  faire: (page: Page) => Promise<T>,
): Promise<T> {
  const contexte = await navigateur.newContext({
    viewport: { width: vue.largeur ?? 1280, height: 900 },
    colorScheme: vue.theme ?? 'light',
  });
  const page = await contexte.newPage();
  try {
    await page.goto(adresse);
    await page.getByRole('heading', { level: 1, name: 'Galerie' }).waitFor();
    return await faire(page);
  } finally {
    await contexte.close();
  }
}

describe('galerie des composants', () => {
  it.each([
    { largeur: 1280, theme: 'light' },
    { largeur: 1280, theme: 'dark' },
    { largeur: 390, theme: 'light' },
    { largeur: 320, theme: 'dark' },
  ] as const)('sans défaut d’accessibilité ni débordement : %o', async (vue) => {
    await avecGalerie(vue, async (page) => {
      await page.getByText('Lecture en cours').waitFor({ state: 'attached' });
      await axe(page);
      const debordement = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(debordement).toBe(0);
    });
  });

  it('sur un écran étroit, la page courante du sous-menu est entière à l’écran', async () => {
    await avecGalerie({ largeur: 320 }, async (page) => {
      const menu = page.getByRole('navigation', { name: 'Pages de la galerie' });
      const cadre = await menu.boundingBox();
      const courante = await menu.locator('[aria-current="page"]').boundingBox();
      if (cadre === null || courante === null) throw new Error('le sous-menu manque');
      expect(courante.x).toBeGreaterThanOrEqual(cadre.x);
      expect(courante.x + courante.width).toBeLessThanOrEqual(cadre.x + cadre.width + 1);
    });
  });

  it('un acte en cours garde le focus, refuse un second appui et ne laisse rien derrière lui', async () => {
    await avecGalerie({}, async (page) => {
      const envoyer = page.getByRole('button', { name: 'Envoyer' });
      await envoyer.focus();
      await page.keyboard.press('Enter');
      await page.locator('[aria-disabled="true"]', { hasText: 'Envoyer' }).waitFor();
      await page.keyboard.press('Enter');
      expect(await page.locator('#envois').textContent()).toBe('1');
      expect(await envoyer.evaluate((b) => b === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'Recevoir la réponse' }).click();
      await envoyer.waitFor({ state: 'detached' });
      expect(
        await page.evaluate(
          () =>
            [...document.querySelectorAll('[role="img"][aria-labelledby]')].filter(
              (image) => !document.getElementById(image.getAttribute('aria-labelledby') ?? ''),
            ).length,
        ),
      ).toBe(0);
    });
  });

  it('un nombre hors des bornes reste à l’écran avec sa raison et ne part pas', async () => {
    await avecGalerie({}, async (page) => {
      const champ = page.getByRole('textbox', { name: 'Avancement' });
      const recu = page.locator('#avancement-recu');
      await champ.fill('101');
      await page.getByText('Saisissez un nombre entier entre 0 et 100.').waitFor();
      expect(await champ.inputValue()).toBe('101');
      expect(await recu.textContent()).toBe('55');
      await champ.fill('40');
      expect(await recu.textContent()).toBe('40');
      const glissiere = page.getByRole('slider', { name: 'Avancement' });
      await glissiere.focus();
      await page.keyboard.press('ArrowRight');
      expect(await recu.textContent()).toBe('45');
      expect(await champ.inputValue()).toBe('45');
    });
  });

  it('un texte trop long se dit sans être coupé', async () => {
    await avecGalerie({}, async (page) => {
      const champ = page.getByRole('textbox', { name: 'Commentaire' });
      await champ.fill('x'.repeat(32));
      await page.getByText('2 caractères de trop, sur 30').waitFor();
      expect(await champ.inputValue()).toHaveLength(32);
    });
  });

  it('un dialogue prend le focus, se ferme par Échap et le rend', async () => {
    await avecGalerie({}, async (page) => {
      const ouvrir = page.getByRole('button', { name: 'Ouvrir le dialogue' });
      await ouvrir.focus();
      await page.keyboard.press('Enter');
      const dialogue = page.getByRole('dialog', { name: 'Abandonner le brouillon ?' });
      await dialogue.waitFor();
      await axe(page);
      await page.keyboard.press('Tab');
      expect(await dialogue.evaluate((d) => d.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await dialogue.waitFor({ state: 'detached' });
      // The focus comes back in the frame that follows.
      await page.locator('button:focus', { hasText: 'Ouvrir le dialogue' }).waitFor();
    });
  });

  it('une recherche se choisit au clavier seul', async () => {
    await avecGalerie({}, async (page) => {
      const champ = page.getByRole('combobox', { name: 'Chercher partout' });
      await champ.focus();
      await page.keyboard.type('Val');
      await page.getByRole('option', { name: 'Valenciennes Métropole' }).waitFor();
      await axe(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.locator('#choisi').textContent()).toBe('Valenciennes Métropole');
      expect(await champ.getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Escape');
      expect(await champ.inputValue()).toBe('');
    });
  });

  it('le thème choisi l’emporte sur celui de la machine et survit au rechargement', async () => {
    await avecGalerie({ theme: 'light' }, async (page) => {
      const fond = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const clair = await fond();
      await page.getByRole('button', { name: 'Réglages' }).click();
      await page.getByRole('menuitem', { name: 'Sombre' }).click();
      const sombre = await fond();
      expect(sombre).not.toBe(clair);
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await fond()).toBe(sombre);
    });
  });
});
