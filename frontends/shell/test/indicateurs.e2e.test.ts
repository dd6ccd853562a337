import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import {
  desContours,
  desValeurs,
  uneValeur,
  unIndicateur,
  unLieu,
} from './exemples-d-indicateurs.js';
import { unGraphe } from './graphe-simule.js';

const INDICATEUR = '/indicateurs/pole-emploi/demandeurs-abc';
const PAGES = [
  '/indicateurs',
  INDICATEUR,
  '/territoires/comparer',
  '/territoires/comparer?a=arrondissement:595&b=arrondissement:592',
];
const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 390, theme: 'dark' },
  { largeur: 320, theme: 'light' },
] as const;

const DIRECTEUR = {
  role: 'directeur-territorial',
  sujet: 'dt-59',
  partenaire: 'pole-emploi',
  scopes: ['pole-emploi:indicateur:publier', 'pole-emploi:indicateur:proposer'],
};
const CHARGE_DE_MISSION = {
  role: 'charge-de-mission',
  sujet: 'cm-1',
  partenaire: 'region',
  scopes: ['region:indicateur:publier', 'region:indicateur:proposer'],
};

let banc: Banc;
let envois: Record<string, unknown>[];
let apercu: Record<string, unknown>;
let absents: string[];

function page<Noeud>(nodes: readonly Noeud[]): Record<string, unknown> {
  return { nodes, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

function racine(): Record<string, unknown> {
  const propose = {
    id: 'cp:1',
    proposee: 9_800,
    motif: 'Nos fichiers comptent une fois chaque personne.',
    methode: 'Décompte des personnes.',
    auteur: 'chargé de mission',
    faiteLe: '2023-12-01T09:00:00Z',
    version: 1,
    demonstration: true,
  };
  const indicateur = {
    ...unIndicateur(),
    valeurs: page(desValeurs()),
    serie: page([
      uneValeur('595', { contrePropositionRegion: propose }),
      uneValeur('595', { id: 'avant', periode: '2023-T2', fin: '2023-06-30', valeur: 11_000 }),
    ]),
  };
  return {
    indicateursEtat: [],
    indicateursRegion: absents.includes('region') ? null : [],
    indicateursPoleEmploi: [unIndicateur()],
    indicateurPoleEmploi: indicateur,
    territoires: page([unLieu('32')]),
    territoire: ({ code }: { code: string }) => ({
      ...unLieu(code),
      indicateursEtat: [],
      indicateursRegion: absents.includes('region') ? null : [],
      indicateursPoleEmploi: [
        code === '592' ? uneValeur(code, { valeur: null, masque: true }) : uneValeur(code),
      ],
    }),
    importerMesuresPoleEmploi: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      return { ...apercu, importe: input['simuler'] === false };
    },
    proposerMesureRegion: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      return { contreProposition: null, refus: null };
    },
  };
}

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  banc.agent = DIRECTEUR;
  envois = [];
  absents = [];
  apercu = {
    forme: 'LARGE',
    nouvelles: 1,
    modifiees: 1,
    inchangees: 0,
    ignorees: 0,
    nombreErreurs: 0,
    empreinte: 'e1',
    erreurs: [],
    changements: [
      { ...unLieu('595'), periode: '2023-T4', dimension: null, modalite: null, avant: 4, apres: 5 },
    ],
    refus: null,
  };
  banc.demander = unGraphe(racine, () => absents);
});

afterAll(() => banc?.fermer());

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe('pages des indicateurs', () => {
  test.each(VUES)('sans défaut d’accessibilité ni débordement : %o', async (vue) => {
    for (const chemin of PAGES) {
      await banc.surUnePage(
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

  test('ligne 53 : chaque chiffre montre son propriétaire, sa période, sa méthode, sa source et sa date', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const main = page.locator('main');
      await main.getByText('n’évalue aucun partenaire').first().waitFor();
      const texte = await main.textContent();
      for (const attendu of [
        'Pôle emploi',
        'Moyenne du trimestre.',
        '3e trimestre 2023',
        '30 septembre 2023',
      ]) {
        expect(texte).toContain(attendu);
      }
    });
  });

  test('la carte a son tableau, une valeur masquée le dit, les contours se chargent et se retirent', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const carte = page.getByRole('region', { name: 'Sur la carte' });
      await carte.getByRole('table').waitFor();
      expect(await carte.locator('.p-tuile').count()).toBe(6);
      expect(await carte.getByRole('row', { name: /Cambrai/ }).textContent()).toContain('masqué');
      expect(await carte.locator('.p-tuile.p-sans-valeur').textContent()).toContain('Cambrai');

      const fichier = carte.getByLabel('Dessiner de vrais contours');
      await fichier.setInputFiles({
        name: 'faux.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from('{"features":[]}'),
      });
      await carte.getByText('Ce fichier ne contient aucun contour').waitFor();
      expect(await carte.locator('.p-tuile').count()).toBe(6);
      await fichier.setInputFiles({
        name: 'contours.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from(desContours()),
      });
      await expect.poll(() => carte.locator('svg path').count()).toBe(6);
      await garderUneImage(page, 'indicateur-contours');
      await axe(page);
      await carte.getByRole('button', { name: 'Revenir aux cases' }).click();
      await expect.poll(() => carte.locator('.p-tuile').count()).toBe(6);
    });
  });

  test('ligne 55 : la série va jusqu’à 2028, un jalon par an, avec son tableau', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const serie = page.getByRole('region', { name: 'Dans le temps' });
      await serie.getByRole('table').waitFor();
      expect(await serie.locator('svg text').allTextContents()).toEqual([
        '2023',
        '2024',
        '2025',
        '2026',
        '2027',
        '2028',
      ]);
      expect(await serie.getByRole('table').textContent()).toContain('Nos fichiers comptent');
    });
  });

  test('importe un fichier après en avoir lu l’aperçu, jamais avant', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const panneau = page.getByRole('region', { name: 'Importer des valeurs' });
      await panneau.getByLabel('Fichier CSV').setInputFiles({
        name: 'insee.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Code;T4_2023\n595;5\n'),
      });
      await panneau.getByLabel('Source du fichier').fill('insee.fr');
      await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).click();
      await panneau.getByText('Les premières cases qui changent').waitFor();
      expect(envois).toMatchObject([{ simuler: true, contenu: 'Code;T4_2023\n595;5\n' }]);
      await axe(page);
      await panneau.getByRole('button', { name: 'Publier ces valeurs' }).click();
      await panneau.getByText('Les valeurs sont publiées').waitFor();
      expect(envois[1]).toMatchObject({ simuler: false, empreinteAttendue: 'e1' });
    });
  });

  test('un fichier fautif montre ses erreurs ligne par ligne, et ne se publie pas', async () => {
    apercu = {
      ...apercu,
      changements: [],
      nombreErreurs: 1,
      erreurs: [{ ligne: 3, code: 'VALEUR_INVALIDE', message: 'La valeur est un nombre.' }],
      refus: { code: 'MESURES_INVALIDES', message: 'Des lignes ne peuvent pas être prises.' },
    };
    await banc.surUnePage(INDICATEUR, async (page) => {
      const panneau = page.getByRole('region', { name: 'Importer des valeurs' });
      await panneau.getByLabel('Fichier CSV').setInputFiles({
        name: 'insee.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Code;T4_2023\n595;abc\n'),
      });
      await panneau.getByLabel('Source du fichier').fill('insee.fr');
      await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).click();
      await panneau.getByText('Rien n’a été publié').waitFor();
      expect(await panneau.getByRole('row', { name: /^3/ }).textContent()).toContain('nombre');
      expect(await panneau.getByRole('button', { name: 'Publier ces valeurs' }).count()).toBe(0);
    });
  });

  test('une autre maison n’importe pas : elle propose un autre chiffre, avec motif et méthode', async () => {
    banc.agent = CHARGE_DE_MISSION;
    await banc.surUnePage(INDICATEUR, async (page) => {
      const serie = page.getByRole('region', { name: 'Dans le temps' });
      await serie.getByRole('button', { name: 'Proposer un autre chiffre' }).last().click();
      expect(await page.getByRole('region', { name: 'Importer des valeurs' }).count()).toBe(0);
      const dialogue = page.getByRole('dialog');
      await dialogue.getByLabel(/Valeur proposée/).fill('10 950');
      await dialogue.getByLabel('Motif').fill('Nous comptons une fois chaque personne.');
      await dialogue.getByLabel('Méthode').fill('Décompte de nos fichiers.');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Proposer ce chiffre' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(envois).toMatchObject([{ valeur: 'avant', proposee: 10_950, versionAttendue: 0 }]);
    });
  });

  test('une maison absente est nommée à sa place, les deux autres se comparent', async () => {
    absents = ['region'];
    await banc.surUnePage(
      '/territoires/comparer?a=arrondissement:595&b=arrondissement:592',
      async (page) => {
        await page.getByText('La Région ne répond pas').first().waitFor();
        const tableau = page.getByRole('table', { name: 'Indicateurs des deux territoires' });
        const ligne = await tableau.getByRole('row', { name: /Demandeurs/ }).textContent();
        expect(ligne).toContain('masqué');
        expect(ligne).toContain('10\u202f595');
        await tableau.getByRole('columnheader', { name: 'Cambrai' }).waitFor();
      },
    );
  });
});
