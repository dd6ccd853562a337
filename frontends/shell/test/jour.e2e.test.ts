import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import { desFiches, uneFiche } from './exemples-de-fiches.js';
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

type AuJour = { le?: string | null };

/** The État published E01 in September, then at the end of the autumn; a draft is under way. */
function contributionsDatees(): Record<string, unknown> {
  const racine = duTexte({ avenants: [] })();
  const publiee = (version: number, avancement: number, le: string): object => ({
    id: `etat:E01:${version}`,
    version,
    avancement,
    meteo: 'SOLEIL',
    etat: 'PUBLIEE',
    publieLe: `${le}T10:00:00Z`,
    versionPubliee: null,
  });
  const septembre = publiee(1, 35, '2023-09-10');
  const decembre = publiee(2, 80, '2023-12-01');
  const auJour = ({ le }: AuJour): object | null => {
    if (le == null) {
      return { ...publiee(3, 90, ''), etat: 'BROUILLON', publieLe: null, versionPubliee: decembre };
    }
    if (le < '2023-09-10') return null;
    return le < '2023-12-01' ? septembre : decembre;
  };
  const engagements = Array.isArray(racine['engagements']) ? racine['engagements'] : [];
  return {
    ...racine,
    engagements: engagements.map((un, rang) =>
      rang === 0 ? { ...un, contributionEtat: auJour } : un,
    ),
  };
}

/** A fiche of the Région with its first version in November. */
function fichesDatees(): Record<string, unknown> {
  const racine = desFiches();
  const lire = racine['ficheActionRegion'];
  const titreDu = ({ le }: AuJour): string =>
    le == null ? 'La fiche du présent' : 'La fiche de novembre';
  const estPubliee = ({ le }: AuJour): boolean => le == null || le >= '2023-11-20';
  return {
    ...racine,
    fichesActionRegion: (demande: AuJour) => ({
      nodes: estPubliee(demande) ? [uneFiche('region', 1, { titre: titreDu(demande) })] : [],
      pageInfo: { hasNextPage: false, endCursor: null },
    }),
    ficheActionRegion: (demande: AuJour & { id: string }): object | null => {
      const lue: unknown = typeof lire === 'function' ? lire(demande) : null;
      if (typeof lue !== 'object' || lue === null || !estPubliee(demande)) return null;
      return { ...lue, titre: titreDu(demande) };
    },
  };
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

  it('ligne 13 : le tableau du protocole montre ce que chaque maison avait publié ce jour-là', async () => {
    banc.demander = unGraphe(contributionsDatees);
    const e01 = (page: Page) => page.getByRole('row', { name: /E01/ });
    await banc.surUnePage('/protocole', async (page) => {
      await e01(page).getByText('80 %').waitFor();
    });
    await banc.surUnePage('/protocole?au=2023-10-15', async (page) => {
      await e01(page).getByText('35 %').waitFor();
      expect(await e01(page).getByText('mise à jour en préparation').count()).toBe(0);
      await page.getByText(/celles qui étaient publiées à la fin de ce jour/).waitFor();
    });
    await banc.surUnePage('/protocole?au=2023-06-01', async (page) => {
      await e01(page).getByText('rien de publié').first().waitFor();
      expect(await e01(page).getByText('rien de publié').count()).toBe(3);
    });
  });

  it('ligne 13 : les fiches et leur page sont celles qui étaient publiées ce jour-là, avec ce qu’on en avait dit', async () => {
    banc.demander = unGraphe(fichesDatees);
    await banc.surUnePage('/fiches?au=2023-11-25', async (page) => {
      await page.getByRole('link', { name: 'La fiche de novembre' }).waitFor();
      expect(await page.getByRole('link', { name: 'La fiche du présent' }).count()).toBe(0);
    });
    await banc.surUnePage('/fiches/region/fiche-1?au=2023-12-06', async (page) => {
      await page.getByRole('heading', { level: 1, name: 'La fiche de novembre' }).waitFor();
      await page.getByText('Deux CFA demandent à rejoindre le parcours.').waitFor();
      expect(await page.getByText('Trois CFA demandent').count()).toBe(0);
      expect(await page.getByText('Ils entrent dans la liste').count()).toBe(0);
      await axe(page);
    });
    await banc.surUnePage('/fiches/region/fiche-1?au=2023-06-30', async (page) => {
      await page.getByText(/Cette fiche n’était pas publiée au 30 juin 2023/).waitFor();
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
