import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { axe, launchBrowser } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unRapport, unResultat } from './exemples.js';
import { type Appel, type PortailSimule, type Reponse, servirLePortail } from './portail-simule.js';
import { unRegistre } from './registre-simule.js';

type Navigateur = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Navigateur['newPage']>>;

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

let portail: PortailSimule;
let navigateur: Navigateur;
let role: string | null = 'administrateur';
let sujet = '7d0c';
let avant: (appel: Appel) => Reponse | null = () => null;

function session(): unknown {
  if (role === null) return { authentifie: false };
  return {
    authentifie: true,
    agent: {
      sujet,
      prenom: 'Camille',
      nom: 'Exemple',
      fonction: 'agent',
      organisation: 'Région Hauts-de-France',
      partenaire: 'region',
      roles: [role],
      scopes: [],
      amr: ['pwd'],
    },
  };
}

beforeAll(async () => {
  portail = await servirLePortail({
    session,
    repondre: (appel) => unRegistre(avant)(appel),
  });
  navigateur = await launchBrowser();
});

beforeEach(() => {
  role = 'administrateur';
  sujet = '7d0c';
  avant = () => null;
  portail.actes.length = 0;
});

afterAll(async () => {
  await navigateur?.close();
  await portail?.arreter();
});

async function surUnePage(
  chemin: string,
  faire: (page: Page) => Promise<void>,
  { largeur, theme }: { largeur: number; theme: 'light' | 'dark' } = {
    largeur: 1280,
    theme: 'light',
  },
): Promise<void> {
  const contexte = await navigateur.newContext({
    colorScheme: theme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: largeur, height: 900 },
  });
  await contexte.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await contexte.newPage();
  page.setDefaultTimeout(30_000);
  try {
    await page.goto(portail.adresse + chemin);
    await page.locator('h1').waitFor();
    await page.locator('.p-squelette').first().waitFor({ state: 'detached' });
    await faire(page);
  } finally {
    await contexte.close();
  }
}

async function garderUneImage(page: Page, nom: string): Promise<void> {
  const dossier = process.env['CAPTURES'];
  if (dossier === undefined) return;
  mkdirSync(dossier, { recursive: true });
  await page.screenshot({ path: join(dossier, `${nom}.png`), fullPage: true });
}

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe('pages des publications', () => {
  it.each(VUES)('sans défaut d’accessibilité ni débordement : %o', async (vue) => {
    for (const chemin of PAGES) {
      await surUnePage(
        chemin,
        async (page) => {
          await garderUneImage(page, `${chemin.replace(/\W+/g, '-')}-${vue.largeur}-${vue.theme}`);
          await axe(page);
          expect(await page.locator('h1').count()).toBe(1);
          expect(await debordement(page), `${chemin} déborde`).toBeLessThanOrEqual(0);
        },
        vue,
      );
    }
  });

  it('dit d’abord ce qui ne va pas, et à qui s’adresser pour une autre maison', async () => {
    await surUnePage('/publications', async (page) => {
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

  it('ne laisse revenir qu’avec un motif, puis dit ce qui est fait', async () => {
    await surUnePage('/publications', async (page) => {
      await page.getByRole('button', { name: 'Revenir' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByText('Schéma : révision 4, à la place de : révision 5.').waitFor();
      await garderUneImage(page, 'revenir');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Revenir à la publication 11' }).click();
      await dialogue.getByText('Dites pourquoi').waitFor();
      expect(portail.actes).toEqual([]);
      await dialogue.getByLabel('Motif').fill('Les formations ne s’affichaient plus.');
      await dialogue.getByRole('button', { name: 'Revenir à la publication 11' }).click();
      await dialogue.getByText('C’est revenu.').waitFor();
      await dialogue.getByText('1 passerelle sur 2 la sert à cet instant.').waitFor();
      expect(portail.actes.map(({ chemin, corps }) => ({ chemin, corps }))).toEqual([
        {
          chemin: '/v1/retours',
          corps: {
            canal: 'production',
            vers: 11,
            genres: ['schema', 'module'],
            motif: 'Les formations ne s’affichaient plus.',
            editeur: 'region',
          },
        },
      ]);
      await garderUneImage(page, 'revenu');
      await axe(page);
      await page.keyboard.press('Escape');
      await dialogue.waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Revenir');
    });
  });

  it('montre le rapport d’un refus, avec sa sortie', async () => {
    avant = ({ chemin }) =>
      chemin === '/v1/promotions'
        ? {
            statut: 422,
            corps: unResultat({ publie: false, numero: null, rapport: unRapport() }),
          }
        : null;
    await surUnePage('/publications?canal=recette', async (page) => {
      await page.getByRole('button', { name: 'Mettre le schéma en production' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByRole('button', { name: 'Mettre le schéma en production' }).click();
      await dialogue.getByText('Le registre a refusé : rien n’a changé.').waitFor();
      const rapport = await dialogue.textContent();
      for (const attendu of [
        'Instance.type',
        'ligne 42',
        'module-etat',
        'l’administrateur de l’État',
      ])
        expect(rapport).toContain(attendu);
      await garderUneImage(page, 'refus');
      await axe(page);
      expect(portail.actes[0]?.corps).toMatchObject({
        genre: 'schema',
        quoi: 'recette-production',
        canal: 'production',
        editeur: 'region',
      });
    });
  });

  it('lit le journal page par page, et garde ses filtres dans l’adresse', async () => {
    await surUnePage('/publications/journal', async (page) => {
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

  it('ne montre le secret d’un jeton qu’une fois, et le copie', async () => {
    await surUnePage('/publications/jetons', async (page) => {
      await page.getByRole('button', { name: 'Créer un jeton' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByLabel('Nom').fill('neuf');
      await garderUneImage(page, 'jeton-creation');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Créer le jeton' }).click();
      expect(await dialogue.getByLabel('Secret').inputValue()).toBe('psr_j4_s3cret');
      await dialogue.getByRole('button', { name: 'Copier le secret' }).click();
      await dialogue.getByText('Copié dans le presse-papiers.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('psr_j4_s3cret');
      await garderUneImage(page, 'jeton-secret');
      await axe(page);
      await dialogue.getByRole('button', { name: 'J’ai gardé le secret' }).click();
      expect(await page.getByText('psr_j4_s3cret').count()).toBe(0);
    });
  });

  it('demande avant de révoquer', async () => {
    await surUnePage('/publications/jetons', async (page) => {
      await page.getByRole('button', { name: 'Révoquer le jeton region-ci' }).click();
      const dialogue = page.getByRole('alertdialog');
      expect(portail.actes).toEqual([]);
      await dialogue.getByRole('button', { name: 'Révoquer' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(portail.actes[0]).toMatchObject({ methode: 'DELETE', chemin: '/v1/jetons/j-1' });
    });
  });

  it('répond à une demande de carte ; un refus dit pourquoi', async () => {
    await surUnePage('/publications/carte', async (page) => {
      await page.getByRole('button', { name: 'Refuser' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByRole('button', { name: 'Refuser' }).click();
      await dialogue.getByText('Dites pourquoi vous refusez.').waitFor();
      await axe(page);
      await dialogue.getByLabel('Motif').fill('Les contrats restent à l’État.');
      await dialogue.getByRole('button', { name: 'Refuser' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(portail.actes[0]).toMatchObject({
        chemin: '/v1/carte/demandes/d-1/accords',
        corps: { decision: 'REFUS', motif: 'Les contrats restent à l’État.' },
      });
    });
  });

  it('ne laisse répondre à une demande que le titulaire et le suppléant de la maison', async () => {
    sujet = 'autre';
    await surUnePage('/publications/carte', async (page) => {
      await page.getByRole('region', { name: /Carte en vigueur/ }).waitFor();
      await page.getByText('réponse attendue du titulaire').waitFor();
      expect(await page.getByRole('button', { name: 'Refuser' }).count()).toBe(0);
    });
  });

  it('donne les champs demandés dans un fichier', async () => {
    await surUnePage('/publications/usages', async (page) => {
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('region', { name: 'Champs demandés' })
          .getByRole('button', { name: 'Exporter en CSV' })
          .click(),
      ]);
      expect(fichier.suggestedFilename()).toBe('champs-production.csv');
    });
  });

  it('laisse lire l’état et le journal aux autres agents, sans acte ni menu', async () => {
    role = 'charge-de-mission';
    await surUnePage('/publications', async (page) => {
      const menu = page.getByRole('navigation', { name: 'Menu principal' });
      expect(await menu.getByRole('link', { name: 'Publications' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Revenir' }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Journal' }).count()).toBe(1);
      expect(await page.getByRole('link', { name: 'Jetons' }).count()).toBe(0);
    });
    await surUnePage('/publications/carte', async (page) => {
      await page.getByRole('heading', { name: 'Demandes de changement' }).waitFor();
      expect(await page.getByText('Carte en vigueur').count()).toBe(0);
      await axe(page);
    });
    await surUnePage('/publications/jetons', async (page) => {
      await page.getByText('Cette page sert aux administrateurs').waitFor();
      await axe(page);
    });
  });

  it('mène un visiteur à la connexion', async () => {
    role = null;
    await surUnePage('/publications', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Connexion nécessaire');
    });
  });

  it('dit que le registre ne répond pas, et que rien ne s’arrête', async () => {
    avant = () => INDISPONIBLE;
    await surUnePage('/publications', async (page) => {
      await page.getByText('Le registre des publications ne répond pas').waitFor();
      await page.getByText('Rien ne s’arrête').waitFor();
      await garderUneImage(page, 'registre-absent');
      await axe(page);
      avant = () => null;
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('region', { name: 'Passerelles' }).waitFor();
    });
  });

  it('garde ce qui est saisi quand la session expire pendant un acte', async () => {
    await surUnePage('/publications', async (page) => {
      await page.getByRole('button', { name: 'Revenir' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByLabel('Motif').fill('Panne des formations');
      role = null;
      avant = () => ({
        statut: 401,
        corps: { erreur: { code: 'NON_AUTHENTIFIE', message: 'Connectez-vous.', remede: '' } },
      });
      await dialogue.getByRole('button', { name: /Revenir à la publication/ }).click();
      await dialogue.getByRole('button', { name: /Se reconnecter/ }).waitFor();
      expect(await dialogue.getByLabel('Motif').inputValue()).toBe('Panne des formations');
    });
  });
});
