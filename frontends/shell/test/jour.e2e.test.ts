import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import { duTexte } from './exemples-du-texte.js';
import { unGraphe } from './graphe-simule.js';

const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 1280, theme: 'dark' },
  { largeur: 390, theme: 'light' },
  { largeur: 320, theme: 'dark' },
] as const;

let banc: Banc;
let absents: string[];

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  absents = [];
  banc.agent = {
    role: 'chef-de-projet',
    sujet: '11',
    partenaire: 'etat',
    scopes: ['etat:avenant:ouvrir', 'etat:avenant:valider'],
  };
  banc.demander = unGraphe(duTexte({ avenants: [] }), () => absents);
});

afterAll(() => banc?.fermer());

const controle = (page: Page) => page.getByRole('button', { name: /^Portail au/ });

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe('le portail à une date', () => {
  it('sans défaut d’accessibilité ni débordement, à chaque vue', async () => {
    await banc.surUnePage('/protocole?au=2024-02-01', async (page) => {
      await page.getByText('Le portail est montré au 1er février 2024.').waitFor();
      const regarder = (nom: string) =>
        aChaqueVue(page, VUES, async ({ largeur, theme }) => {
          await garderUneImage(page, `${nom}-${largeur}-${theme}`);
          await axe(page);
          expect(await debordement(page), `${largeur} px`).toBeLessThanOrEqual(0);
        });
      await regarder('au-2024');
      await controle(page).click();
      await page.getByRole('dialog').waitFor();
      await regarder('au-choix');
    });
  });

  it('ligne 13 : la démonstration s’ouvre au 15 décembre 2023 et le dit', async () => {
    await banc.surUnePage('/protocole', async (page) => {
      expect(await controle(page).textContent()).toBe('Portail au 15 décembre 2023 · changer');
      expect(await page.getByText('Le portail est montré au').count()).toBe(0);
      expect(await page.locator('.s-contenu').textContent()).toContain('Pôle emploi');
      expect(await page.locator('.s-contenu .p-maison').allInnerTexts()).not.toContain(
        'France Travail',
      );
    });
  });

  it('ligne 13 : au clavier, on montre le 1er janvier 2024 ; le nom change partout et l’adresse le garde', async () => {
    await banc.surUnePage('/protocole', async (page) => {
      await controle(page).focus();
      await page.keyboard.press('Enter');
      const repere = page.getByRole('button', { name: /Pôle emploi devient France Travail/ });
      await repere.focus();
      await page.keyboard.press('Enter');
      await page.getByText('Le portail est montré au 1er janvier 2024.').waitFor();
      expect(new URL(page.url()).searchParams.get('au')).toBe('2024-01-01');
      await expect
        .poll(() => page.locator('.s-contenu .p-maison').allInnerTexts())
        .toContain('France Travail');
      expect(await page.locator('.s-contenu .p-maison').allInnerTexts()).not.toContain(
        'Pôle emploi',
      );
      await page
        .getByRole('navigation', { name: 'Menu principal' })
        .getByRole('link', { name: 'Indicateurs' })
        .click();
      await page.waitForURL(/\/indicateurs\?au=2024-01-01$/);
      await page.getByRole('button', { name: 'Revenir au 15 décembre 2023' }).click();
      await page.waitForURL(/\/indicateurs$/);
      expect(await page.getByText('Le portail est montré au').count()).toBe(0);
    });
  });

  it('ligne 13 : une maison absente est nommée comme à cette date', async () => {
    absents = ['pole-emploi'];
    await banc.surUnePage('/protocole?au=2024-02-01', async (page) => {
      await page.getByText(/^France Travail ne répond pas depuis/).waitFor();
      expect(await page.getByText(/^Pôle emploi ne répond pas/).count()).toBe(0);
    });
  });

  it('une date se saisit ; celle qui n’existe pas est refusée avec sa raison', async () => {
    await banc.surUnePage('/protocole', async (page) => {
      await controle(page).click();
      const dialogue = page.getByRole('dialog');
      await dialogue.getByLabel('Date', { exact: true }).fill('1999-01-01');
      await dialogue.getByRole('button', { name: 'Montrer le portail à cette date' }).click();
      await dialogue.getByText(/Donnez un jour du calendrier/).waitFor();
      await axe(page);
      await dialogue.getByLabel('Date', { exact: true }).fill('2024-09-02');
      await dialogue.getByRole('button', { name: 'Montrer le portail à cette date' }).click();
      await page.waitForURL(/au=2024-09-02/);
    });
    await banc.surUnePage('/protocole?au=demain', async (page) => {
      await page.getByText('Le portail ne peut pas être montré au « demain ».').waitFor();
      await page.getByRole('button', { name: 'Retirer cette date de l’adresse' }).click();
      await page.waitForURL(/\/protocole$/);
    });
  });

  it('à une autre date que le présent, aucun acte n’est proposé, et la page dit pourquoi', async () => {
    await banc.surUnePage('/protocole/texte', async (page) => {
      await page.getByRole('button', { name: 'Ouvrir l’avenant' }).waitFor();
    });
    await banc.surUnePage('/protocole/texte?au=2024-02-01', async (page) => {
      await page.getByText('Trois originaux, version par version').waitFor();
      await page.getByText(/aucun acte n’est possible à une autre date/).waitFor();
      expect(await page.getByRole('button', { name: 'Ouvrir l’avenant' }).count()).toBe(0);
    });
  });

  it('un lien ouvert dans un autre onglet garde la date', async () => {
    await banc.surUnePage('/protocole?au=2024-02-01', async (page) => {
      const lien = page.getByRole('link', { name: 'Décisions' });
      const [autre] = await Promise.all([
        page.context().waitForEvent('page'),
        lien.click({ modifiers: ['ControlOrMeta'] }),
      ]);
      await autre.waitForURL(/\/decisions\?au=2024-02-01$/);
      await expect.poll(() => lien.getAttribute('href')).toBe('/decisions');
    });
  });
});
