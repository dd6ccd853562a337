import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import type { Reponse } from './portail-simule.js';

const PAGES = [
  '/publications',
  '/publications?canal=recette',
  '/publications/journal',
  '/publications/production/12',
  '/publications/jetons',
  '/publications/usages',
  '/publications/usages?champ=Query.formations',
  '/publications/carte',
];
const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 1280, theme: 'dark' },
  { largeur: 390, theme: 'light' },
  { largeur: 320, theme: 'dark' },
] as const;

const INDISPONIBLE: Reponse = {
  statut: 503,
  corps: {
    erreur: {
      code: 'REGISTRE_INDISPONIBLE',
      message: 'Le registre ne répond pas.',
      remede: 'Réessayez dans un instant.',
      reference: 'ref-1',
    },
  },
};

let banc: Banc;

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => banc.remettre());

afterAll(() => banc?.fermer());

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe('pages des publications', () => {
  it.each(PAGES)(
    'sans défaut d’accessibilité ni débordement, à chaque vue : %s',
    async (chemin) => {
      await banc.surUnePage(chemin, async (page) => {
        expect(await page.locator('h1').count()).toBe(1);
        await aChaqueVue(page, VUES, async ({ largeur, theme }) => {
          await garderUneImage(page, `${chemin.replace(/\W+/g, '-')}-${largeur}-${theme}`);
          await axe(page);
          expect(await debordement(page), `déborde à ${largeur} px`).toBeLessThanOrEqual(0);
        });
      });
    },
  );

  it('dit d’abord ce qui ne va pas, et à qui s’adresser pour une autre maison', async () => {
    await banc.surUnePage('/publications', async (page) => {
      const regarder = page.getByRole('region', { name: 'À regarder d’abord' });
      expect(await regarder.textContent()).toContain('SIGNATURE_INVALIDE');
      const titres = await page.locator('main h2').allInnerTexts();
      expect(titres[0]).toBe('À regarder d’abord');
      const etat = page.getByRole('region', { name: 'État' });
      expect(await etat.getByRole('button').count()).toBe(0);
      expect(await etat.textContent()).toContain('l’administrateur de l’État');
      const region = page.getByRole('region', { name: 'Région' });
      expect(await region.getByRole('button').allInnerTexts()).toEqual([
        'Ouvrir à tous',
        'Revenir',
      ]);
    });
  });

  it('lit le journal page par page, et garde ses filtres dans l’adresse', async () => {
    await banc.surUnePage('/publications/journal', async (page) => {
      const lignes = page.locator('main ol.p-liste > li');
      expect(await lignes.count()).toBe(30);
      await page.getByRole('button', { name: 'Afficher la suite' }).click();
      await expect.poll(() => lignes.count()).toBe(43);
      await page.locator('details').nth(1).locator('summary').click();
      await page.getByText('Ce qui casserait chez des clients').waitFor();
      await garderUneImage(page, 'journal-detail');
      await axe(page);
      await page.getByLabel('Nature').selectOption('RETOUR');
      await expect.poll(() => lignes.count()).toBe(1);
      expect(new URL(page.url()).searchParams.get('evenement')).toBe('RETOUR');
    });
  });

  it('laisse lire l’état et le journal aux autres agents, sans acte ni menu', async () => {
    banc.agent.role = 'charge-de-mission';
    await banc.surUnePage('/publications', async (page) => {
      const menu = page.getByRole('navigation', { name: 'Menu principal' });
      expect(await menu.getByRole('link', { name: 'Publications' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Revenir' }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Journal' }).count()).toBe(1);
      expect(await page.getByRole('link', { name: 'Jetons' }).count()).toBe(0);
    });
    await banc.surUnePage('/publications/carte', async (page) => {
      await page.getByRole('heading', { name: 'Demandes de changement' }).waitFor();
      expect(await page.getByText('Carte en vigueur').count()).toBe(0);
      await axe(page);
    });
    await banc.surUnePage('/publications/jetons', async (page) => {
      await page.getByText('Cette page sert aux administrateurs').waitFor();
      await axe(page);
    });
  });

  it('mène un visiteur à la connexion', async () => {
    banc.agent.role = null;
    await banc.surUnePage('/publications', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Connexion nécessaire');
    });
  });

  it('dit que le registre ne répond pas, et que rien ne s’arrête', async () => {
    banc.repondreAvant = () => INDISPONIBLE;
    await banc.surUnePage('/publications', async (page) => {
      await page.getByText('Le registre des publications ne répond pas').waitFor();
      await page.getByText('Rien ne s’arrête').waitFor();
      await garderUneImage(page, 'registre-absent');
      await axe(page);
      banc.repondreAvant = () => null;
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('region', { name: 'Passerelles' }).waitFor();
    });
  });
});
