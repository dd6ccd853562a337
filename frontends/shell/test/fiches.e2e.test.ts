import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
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
  it.each([
    ['/fiches', 'fiche 2'],
    [FICHE, 'Neuf entreprises sur dix'],
  ])('sans défaut d’accessibilité ni débordement, à chaque vue : %s', async (chemin, texte) => {
    await banc.surUnePage(chemin, async (page) => {
      await attendre(page, texte);
      expect(await page.locator('h1').count()).toBe(1);
      await aChaqueVue(page, VUES, async ({ largeur, theme }) => {
        await garderUneImage(page, `${chemin.replace(/\W+/g, '-')}-${largeur}-${theme}`);
        await axe(page);
        const debordement = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(debordement, `déborde à ${largeur} px`).toBeLessThanOrEqual(0);
      });
    });
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
      expect(await observations.textContent()).toContain('Trois CFA demandent');
      expect(await observations.textContent()).toContain('Pôle emploi ne répond pas');
    });
  });

  it('une observation corrigée garde son ancien texte, une observation retirée le dit, une réponse la suit', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'Trois CFA demandent');
      const observations = page.getByRole('region', { name: 'Observations des autres maisons' });
      const ancien = observations.getByText('Deux CFA demandent à rejoindre le parcours.');
      expect(await ancien.isVisible()).toBe(false);
      await observations.getByText('Lire le texte d’avant la correction').click();
      await ancien.waitFor();
      expect(await observations.getByText('retirée', { exact: true }).count()).toBe(1);
      expect(await observations.getByText('Le lieu manque.').isVisible()).toBe(false);
      await observations.getByText('Ils entrent dans la liste de janvier.').waitFor();
      await axe(page);
    });
  });

  it('l’historique dit qui a écrit, validé et publié, et compare deux versions', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'Trois CFA demandent');
      await page.getByRole('button', { name: 'Lire les versions de la fiche' }).click();
      const comparaison = page.getByRole('region', { name: 'Comparer deux versions' });
      const lignes = comparaison.getByRole('row');
      await lignes
        .filter({ hasText: 'Budget' })
        .getByText(/200.000 euros, Région, 2024/)
        .waitFor();
      expect(await lignes.filter({ hasText: 'Lue par' }).count()).toBe(1);
      expect(await lignes.filter({ hasText: 'Titre' }).count()).toBe(0);
      const historique = page.getByRole('region', { name: 'Historique' });
      expect(await historique.textContent()).toContain(
        'Validée le 20 novembre 2023 par Conseil régional, responsable de service',
      );
      await axe(page);
      await comparaison.getByLabel('À').selectOption('1');
      await comparaison.getByText('Les deux versions disent la même chose.').waitFor();
    });
  });

  it('les étapes disent faite ou en retard ; le budget se lit par source et par année', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'Trois CFA demandent');
      const etapes = page.getByRole('region', { name: 'Étapes' });
      expect(await etapes.textContent()).toContain('Faites : 1 sur 2.');
      await etapes.getByText('à fixer', { exact: true }).first().waitFor();
      const budget = page.getByRole('region', { name: 'Budget' });
      for (const annee of ['2023', '2024']) {
        await budget.getByRole('columnheader', { name: annee }).waitFor();
      }
      await budget
        .getByRole('row', { name: /^Total/ })
        .getByText(/^240.000$/)
        .waitFor();
    });
  });

  it('ligne 61 : les variantes se lisent par territoire, chacune avec ses chiffres', async () => {
    await banc.surUnePage(FICHE, async (page) => {
      await attendre(page, 'Trois CFA demandent');
      const variantes = page.getByRole('table', { name: 'Variantes par territoire' });
      const ligne = variantes.getByRole('row', { name: /Valenciennes/ });
      await ligne.getByText('1 sur 2').waitFor();
      await ligne.getByText(/^240.000$/).waitFor();
    });
  });

  it('une fiche inconnue le dit et mène à la liste', async () => {
    await banc.surUnePage('/fiches/region/fiche-99', async (page) => {
      await attendre(page, 'n’existe pas');
      await axe(page);
      expect(await page.getByRole('link', { name: 'Voir les fiches action' }).count()).toBe(1);
    });
  });
});
