import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import { desFiches } from './exemples-de-fiches.js';
import { unGraphe } from './graphe-simule.js';

const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 390, theme: 'dark' },
  { largeur: 320, theme: 'light' },
] as const;
const FICHE = '/fiches/region/fiche-1';

let banc: Banc;

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  banc.agent.role = 'charge-de-mission';
  banc.demander = unGraphe(desFiches);
});

afterAll(() => banc?.fermer());

/** The piece of the page that is brought when first shown has come, and its reading is over. */
async function attendre(page: Page, texte: string): Promise<void> {
  await page.getByText(texte).first().waitFor();
  await page.locator('.p-squelette').first().waitFor({ state: 'detached' });
}

describe('fiches action', () => {
  it.each(VUES)('sans défaut d’accessibilité ni débordement : %o', async (vue) => {
    for (const [chemin, texte] of [
      ['/fiches', 'fiche 2'],
      [FICHE, 'Neuf entreprises sur dix'],
    ] as const) {
      await banc.surUnePage(
        chemin,
        async (page) => {
          await attendre(page, texte);
          await garderUneImage(page, `${chemin.replace(/\W+/g, '-')}-${vue.largeur}-${vue.theme}`);
          await axe(page);
          expect(await page.locator('h1').count()).toBe(1);
          const debordement = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(debordement, `${chemin} déborde`).toBeLessThanOrEqual(0);
        },
        vue,
      );
    }
  });

  it('ligne 11 : les expérimentations sans leur évaluation se listent, maison par maison', async () => {
    await banc.surUnePage('/fiches', async (page) => {
      await attendre(page, 'fiche 2');
      expect(await page.locator('main tbody tr').count()).toBe(6);
      await page.getByLabel('Expérimentations').selectOption('retard');
      await expect.poll(() => page.locator('main tbody tr').count()).toBe(3);
      expect(await page.getByText('évaluation en retard').count()).toBeGreaterThanOrEqual(3);
      expect(new URL(page.url()).searchParams.get('retard')).toBe('oui');
      await page.getByLabel('Maison', { exact: true }).selectOption('region');
      await expect.poll(() => page.locator('main tbody tr').count()).toBe(1);
    });
  });

  it('ligne 12 : la fiche dit son issue et mène à celle qui la prolonge', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'En 2024 : généralisée');
      const suite = page.getByRole('link', { name: 'Alternance courte, partout' });
      expect(await suite.getAttribute('href')).toBe('/fiches/region/fiche-3');
    });
  });

  it('ligne 30 : les avis se lisent favorable, réservé ou défavorable ; une maison absente est nommée', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'Organisation de salariés A');
      const avis = page.getByRole('region', { name: 'Avis des partenaires sociaux' });
      for (const sens of ['favorable', 'réservé', 'défavorable']) {
        expect(await avis.getByText(sens, { exact: true }).count()).toBe(1);
      }
      const observations = page.getByRole('region', { name: 'Observations des autres maisons' });
      expect(await observations.textContent()).toContain('Deux CFA demandent');
      expect(await observations.textContent()).toContain('Pôle emploi ne répond pas');
    });
  });

  it('une fiche inconnue le dit et mène à la liste', async () => {
    await banc.surUnePage('/fiches/region/fiche-99', async (page) => {
      await attendre(page, 'n’existe pas');
      await axe(page);
      expect(await page.getByRole('link', { name: 'Voir les fiches action' }).count()).toBe(1);
    });
  });

  it('la liste part en fichier, entière', async () => {
    await banc.surUnePage('/fiches', async (page) => {
      await attendre(page, 'fiche 2');
      for (const format of ['CSV', 'XLSX'] as const) {
        const venu = page.waitForEvent('download');
        await page.getByRole('button', { name: `Exporter en ${format}` }).click();
        const fichier = await venu;
        expect(fichier.suggestedFilename()).toMatch(
          new RegExp(`^fiches-action-\\d{4}-\\d{2}-\\d{2}\\.${format.toLowerCase()}$`),
        );
      }
    });
  });
});
